package dev.fastjava.internal.validation;

import dev.fastjava.internal.types.DerivedNode;
import dev.fastjava.internal.validation.check.AllOf;
import dev.fastjava.internal.validation.check.Alternatives;
import dev.fastjava.internal.validation.check.BooleanSchema;
import dev.fastjava.internal.validation.check.Check;
import dev.fastjava.internal.validation.check.Conditional;
import dev.fastjava.internal.validation.check.Constant;
import dev.fastjava.internal.validation.check.Enumeration;
import dev.fastjava.internal.validation.check.Not;
import dev.fastjava.internal.validation.check.Report;
import dev.fastjava.internal.validation.check.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles the keywords for values of any type. */
final class Applicators {
  private final SchemaCompiler compiler;

  Applicators(SchemaCompiler compiler) {
    this.compiler = compiler;
  }

  /** Compiles a keyword; null when it checks nothing. */
  @Nullable Check compile(Place place, String keyword) {
    return switch (keyword) {
      case "$ref" -> new References(compiler).compile(place);
      case "const" -> constant(place);
      case "enum" -> enumeration(place);
      case "not" -> not(place);
      case "anyOf" -> anyOf(place);
      case "oneOf" -> oneOf(place);
      case "allOf" -> allOf(place);
      case "if" -> conditional(place);
      case "then", "else" -> clause(place, keyword);
      case "id" ->
          throw compiler.fault(place, "NOT SUPPORTED: keyword \"id\", use \"$id\" for schema ID");
      default -> null;
    };
  }

  private Check constant(Place place) {
    Check data = DataReferences.compile(compiler, place, "const");
    return data != null
        ? data
        : new Constant(place.keywords().get("const"), compiler.report(place, "const"));
  }

  private Check enumeration(Place place) {
    Check data = DataReferences.compile(compiler, place, "enum");
    if (data != null) {
      return data;
    }
    List<@Nullable Object> values = Values.array(compiler.expect(place, "enum", "array"));
    if (values.isEmpty()) {
      throw compiler.fault(place, "enum must have non-empty array");
    }
    return new Enumeration(values, compiler.report(place, "enum"));
  }

  private Check not(Place place) {
    Object schema = compiler.expect(place, "not", "object", "boolean");
    Report report = compiler.report(place, "not");
    Check inner =
        compiler.allowsAll(place, schema)
            ? BooleanSchema.TRUE
            : compiler.compile(place.same(schema, "/not", place.mode.inCondition()));
    return new Not(inner, report);
  }

  private @Nullable Check anyOf(Place place) {
    List<@Nullable Object> schemas = Values.array(compiler.expect(place, "anyOf", "array"));
    for (Object schema : schemas) {
      if (schema != null && compiler.allowsAll(place, schema)) {
        return null;
      }
    }
    return new Alternatives(
        compileAll(place, "anyOf", schemas, place.mode.inComposite(), false),
        false,
        compiler.report(place, "anyOf"));
  }

  private @Nullable Check oneOf(Place place) {
    List<@Nullable Object> schemas = Values.array(compiler.expect(place, "oneOf", "array"));
    if (compiler.options().discriminator() && place.keywords().get("discriminator") != null) {
      return null;
    }
    return new Alternatives(
        compileAll(place, "oneOf", schemas, place.mode.inComposite(), false),
        true,
        compiler.report(place, "oneOf"));
  }

  private @Nullable Check allOf(Place place) {
    List<@Nullable Object> schemas = Values.array(compiler.expect(place, "allOf", "array"));
    // Of a Java type the parts describe one object together; others are as the reference has them.
    Place.Mode mode = place.schema instanceof DerivedNode ? place.mode.inPart() : place.mode;
    List<Check> checks = compileAll(place, "allOf", schemas, mode, true);
    return checks.isEmpty() ? null : new AllOf(checks);
  }

  private List<Check> compileAll(
      Place place,
      String keyword,
      List<@Nullable Object> schemas,
      Place.Mode mode,
      boolean skipTrivial) {
    List<Check> checks = new ArrayList<>();
    for (int i = 0; i < schemas.size(); i++) {
      Object schema = schemas.get(i);
      if (schema == null || compiler.allowsAll(place, schema)) {
        if (!skipTrivial) {
          checks.add(BooleanSchema.TRUE);
        }
      } else {
        checks.add(compiler.compile(place.same(schema, '/' + keyword + '/' + i, mode)));
      }
    }
    return checks;
  }

  private @Nullable Check conditional(Place place) {
    Object condition = compiler.expect(place, "if", "object", "boolean");
    boolean useless =
        !place.keywords().containsKey("then") && !place.keywords().containsKey("else");
    if (useless) {
      strict(place, "\"if\" without \"then\" and \"else\" is ignored");
    }
    Object then = significant(place, "then");
    Object otherwise = significant(place, "else");
    if (then == null && otherwise == null) {
      return null;
    }
    Check when = compiler.compile(place.same(condition, "/if", place.mode.inCondition()));
    return new Conditional(
        when,
        then == null ? null : compiler.compile(place.same(then, "/then", place.mode)),
        otherwise == null ? null : compiler.compile(place.same(otherwise, "/else", place.mode)),
        compiler.report(place, "if"),
        // How the schema of a type admits null is nobody's business.
        place.schema instanceof DerivedNode derived && derived.admitsNullOnly());
  }

  private @Nullable Object significant(Place place, String keyword) {
    Object schema = place.keywords().get(keyword);
    return schema == null || compiler.allowsAll(place, schema) ? null : schema;
  }

  private @Nullable Check clause(Place place, String keyword) {
    if (!place.keywords().containsKey("if")) {
      strict(place, '"' + keyword + "\" without \"if\" is ignored");
    }
    return null;
  }

  private void strict(Place place, String message) {
    compiler.strict(place, compiler.options().strictSchema(), message);
  }
}
