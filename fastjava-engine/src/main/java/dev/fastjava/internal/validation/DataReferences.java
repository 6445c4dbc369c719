package dev.fastjava.internal.validation;

import dev.fastjava.internal.regex.RegexSyntaxException;
import dev.fastjava.internal.validation.check.Check;
import dev.fastjava.internal.validation.check.DataCheck;
import dev.fastjava.internal.validation.check.DataKeyword;
import dev.fastjava.internal.validation.check.DataPointer;
import dev.fastjava.internal.validation.check.Expression;
import dev.fastjava.internal.validation.check.Format;
import dev.fastjava.internal.validation.check.Report;
import dev.fastjava.internal.validation.check.SizeLimit.Unit;
import dev.fastjava.internal.validation.check.TextTest;
import dev.fastjava.schema.ValidationOptions.Strictness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles keywords whose value is {@code {"$data": "pointer"}}. */
final class DataReferences {
  private static final Pattern ABSOLUTE = Pattern.compile("/(?:[^~]|~0|~1)*", Pattern.DOTALL);
  private static final Pattern RELATIVE =
      Pattern.compile("([0-9]+)(#|/(?:[^~]|~0|~1)*)?", Pattern.DOTALL);

  private final SchemaCompiler compiler;
  private final Place place;
  private final String keyword;
  private final Report report;

  private DataReferences(SchemaCompiler compiler, Place place, String keyword) {
    this.compiler = compiler;
    this.place = place;
    this.keyword = keyword;
    this.report = compiler.report(place, keyword);
  }

  /** Compiles a keyword; null when its value is an ordinary one. */
  static @Nullable Check compile(SchemaCompiler compiler, Place place, String keyword) {
    String pointer = pointer(compiler, place.keywords().get(keyword));
    if (pointer == null) {
      return null;
    }
    DataReferences references = new DataReferences(compiler, place, keyword);
    DataKeyword check = references.keyword();
    return check == null ? null : new DataCheck(references.parse(pointer), check);
  }

  /** Compiles a limit beside a format that comes from the document. */
  static @Nullable Check limitOfDataFormat(
      SchemaCompiler compiler, Place place, String keyword, String limit) {
    String pointer = pointer(compiler, place.keywords().get("format"));
    if (pointer == null) {
      return null;
    }
    DataReferences references = new DataReferences(compiler, place, keyword);
    DataKeyword check =
        DataKeyword.formatLimit(
            references::order, any -> limit, ScalarKeywords.bound(keyword), references.report);
    return new DataCheck(references.parse(pointer), check);
  }

  private static @Nullable String pointer(SchemaCompiler compiler, @Nullable Object value) {
    return compiler.options().dataReferences()
            && value instanceof Map<?, ?> map
            && map.get("$data") instanceof String pointer
        ? pointer
        : null;
  }

  private @Nullable DataKeyword keyword() {
    return switch (keyword) {
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
          DataKeyword.limit(ScalarKeywords.bound(keyword), report);
      case "multipleOf" -> DataKeyword.multipleOf(compiler.options().multipleOfPrecision(), report);
      case "minLength", "maxLength" ->
          size(compiler.options().unicode() ? Unit.CODE_POINTS : Unit.CHARS);
      case "minItems", "maxItems" -> size(Unit.ITEMS);
      case "minProperties", "maxProperties" -> size(Unit.PROPERTIES);
      case "pattern" -> DataKeyword.pattern(this::expression, report);
      case "format" ->
          DataKeyword.format(
              compiler.settings()::format,
              compiler.options().strictSchema() != Strictness.OFF,
              report);
      case "formatMinimum", "formatMaximum", "formatExclusiveMinimum", "formatExclusiveMaximum" ->
          formatLimit();
      case "const" -> DataKeyword.constant(report);
      case "enum" -> DataKeyword.enumeration(report);
      case "required" -> DataKeyword.required(place.mode.exhaustive(), report);
      case "uniqueItems" ->
          DataKeyword.uniqueItems(ArrayKeywords.itemTypes(compiler, place), report);
      default -> null;
    };
  }

  private DataKeyword size(Unit unit) {
    return DataKeyword.size(unit, keyword.startsWith("max"), report);
  }

  private DataKeyword formatLimit() {
    Format.Order order = order(place.keywords().get("format"));
    return DataKeyword.formatLimit(
        any -> order, limit -> limit, ScalarKeywords.bound(keyword), report);
  }

  private Format.@Nullable Order order(@Nullable Object name) {
    Format format = name instanceof String text ? compiler.settings().format(text) : null;
    return format == null ? null : format.order();
  }

  private @Nullable TextTest expression(String pattern) {
    try {
      return Expression.of(compiler.settings().expressionOfDocument(pattern));
    } catch (RegexSyntaxException e) {
      return null;
    }
  }

  private DataPointer parse(String pointer) {
    if (pointer.isEmpty() || ABSOLUTE.matcher(pointer).matches()) {
      return new DataPointer(-1, false, tokens(pointer));
    }
    Matcher relative = RELATIVE.matcher(pointer);
    if (!relative.matches() || relative.group(1).length() > 4) {
      throw compiler.fault(place, "Invalid JSON-pointer: " + pointer);
    }
    int levels = Integer.parseInt(relative.group(1));
    boolean name = "#".equals(relative.group(2));
    if (name ? levels >= place.level : levels > place.level) {
      throw compiler.fault(
          place,
          "Cannot access "
              + (name ? "property/index " : "data ")
              + levels
              + " levels up, current level is "
              + place.level);
    }
    String rest = name || relative.group(2) == null ? "" : relative.group(2);
    return new DataPointer(levels, name, tokens(rest));
  }

  private static List<String> tokens(String pointer) {
    List<String> tokens = new ArrayList<>();
    for (String token : pointer.split("/", -1)) {
      if (!token.isEmpty()) {
        tokens.add(JsonPointers.unescape(token));
      }
    }
    return tokens;
  }
}
