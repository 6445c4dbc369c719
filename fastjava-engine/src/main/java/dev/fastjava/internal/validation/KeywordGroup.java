package dev.fastjava.internal.validation;

import dev.fastjava.internal.validation.check.Check;
import dev.fastjava.internal.validation.check.Report;
import dev.fastjava.internal.validation.check.SchemaCheck.Parts;
import dev.fastjava.internal.validation.check.SizeLimit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles the keywords of one schema for one type. */
abstract class KeywordGroup {
  final SchemaCompiler compiler;
  final Place place;

  KeywordGroup(SchemaCompiler compiler, Place place) {
    this.compiler = compiler;
    this.place = place;
  }

  /** The steps before the first keyword. */
  List<Check> start() {
    return List.of();
  }

  /** Compiles a keyword into one step, or none when it checks nothing, or more. */
  List<Check> compile(String keyword) {
    Check data = DataReferences.compile(compiler, place, keyword);
    Check check = data == null ? check(keyword) : data;
    return check == null ? List.of() : List.of(check);
  }

  /** Compiles a keyword whose value stands in the schema; null when it checks nothing. */
  abstract @Nullable Check check(String keyword);

  /** Called when all are compiled. */
  void finish(Parts parts) {}

  final Check size(SizeLimit.Unit unit, String keyword) {
    return new SizeLimit(unit, keyword.startsWith("max"), number(keyword), report(keyword));
  }

  final Number number(String keyword) {
    return (Number) compiler.expect(place, keyword, "number");
  }

  final Report report(String keyword) {
    return compiler.report(place, keyword);
  }
}
