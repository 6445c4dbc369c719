package dev.fastjava.internal.validation;

import dev.fastjava.internal.types.JavaText;
import dev.fastjava.internal.validation.check.Check;
import dev.fastjava.internal.validation.check.Format;
import dev.fastjava.internal.validation.check.FormatCheck;
import dev.fastjava.internal.validation.check.FormatLimit;
import dev.fastjava.internal.validation.check.MultipleOf;
import dev.fastjava.internal.validation.check.NumberLimit;
import dev.fastjava.internal.validation.check.NumberLimit.Bound;
import dev.fastjava.internal.validation.check.PatternCheck;
import dev.fastjava.internal.validation.check.SizeLimit.Unit;
import dev.fastjava.internal.validation.check.TextTest;
import dev.fastjava.schema.ValidationOptions.Strictness;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles the keywords for numbers and for strings. */
final class ScalarKeywords extends KeywordGroup {
  private final String type;

  ScalarKeywords(SchemaCompiler compiler, Place place, String type) {
    super(compiler, place);
    this.type = type;
  }

  @Override
  List<Check> compile(String keyword) {
    if (keyword.startsWith("format") && !keyword.equals("format")) {
      requireFormat(keyword);
    }
    return super.compile(keyword);
  }

  @Override
  @Nullable Check check(String keyword) {
    return switch (keyword) {
      case "minLength", "maxLength" ->
          size(compiler.options().unicode() ? Unit.CODE_POINTS : Unit.CHARS, keyword);
      case "multipleOf" ->
          MultipleOf.of(number(keyword), compiler.options().multipleOfPrecision(), report(keyword));
      case "pattern" -> pattern();
      case "format" -> format();
      case "formatMinimum", "formatMaximum", "formatExclusiveMinimum", "formatExclusiveMaximum" ->
          formatLimit(keyword);
      default ->
          new NumberLimit(
              bound(keyword),
              number(keyword),
              place.schema instanceof JavaText java && java.isUnbounded(),
              report(keyword));
    };
  }

  /** The bound that a limit keyword sets. */
  static Bound bound(String keyword) {
    return switch (keyword) {
      case "minimum", "formatMinimum" -> Bound.AT_LEAST;
      case "maximum", "formatMaximum" -> Bound.AT_MOST;
      case "exclusiveMinimum", "formatExclusiveMinimum" -> Bound.ABOVE;
      case "exclusiveMaximum", "formatExclusiveMaximum" -> Bound.BELOW;
      default -> throw new IllegalArgumentException("no limit: " + keyword);
    };
  }

  private Check pattern() {
    String source = (String) compiler.expect(place, "pattern", "string");
    return new PatternCheck(compiler.expression(place, source), source, report("pattern"));
  }

  private @Nullable Check format() {
    String name = (String) compiler.expect(place, "format", "string");
    if (!compiler.options().validateFormats()) {
      return null;
    }
    Format format = compiler.settings().format(name);
    if (format == null) {
      String message =
          "unknown format \"" + name + "\" ignored in schema at path \"" + place.schemaPath + '"';
      if (compiler.options().strictSchema() != Strictness.OFF) {
        throw compiler.fault(place, message);
      }
      compiler.settings().warn(message);
      return null;
    }
    TextTest text = format.text();
    boolean tested = type.equals("number") ? format.number() != null : format.text() != null;
    if (tested && text != null && text.counts()) {
      compiler.registry().markCounting();
    }
    return tested ? new FormatCheck(asJavaReads(format), name, report("format")) : null;
  }

  /** In the schema of a Java type, what Java reads besides is right, too. */
  private Format asJavaReads(Format format) {
    TextTest text = format.text();
    return text != null && !text.counts() && place.keywords() instanceof JavaText java
        ? new Format(
            value -> text.test(value) || java.admits(value), format.number(), format.order())
        : format;
  }

  private void requireFormat(String keyword) {
    if (!place.keywords().containsKey("format")) {
      throw compiler.fault(
          place, "parent schema must have dependencies of " + keyword + ": format");
    }
  }

  private @Nullable Check formatLimit(String keyword) {
    String limit = (String) compiler.expect(place, keyword, "string");
    if (!compiler.options().validateFormats()) {
      return null;
    }
    if (!(place.keywords().get("format") instanceof String name)) {
      return DataReferences.limitOfDataFormat(compiler, place, keyword, limit);
    }
    Format format = compiler.settings().format(name);
    if (format == null || format.isUnchecked()) {
      return null;
    }
    if (format.order() == null) {
      throw compiler.fault(
          place, '"' + keyword + "\": format \"" + name + "\" has no order to compare values by");
    }
    return new FormatLimit(format.order(), bound(keyword), limit, report(keyword));
  }
}
