package dev.fastjava.internal.validation;

import dev.fastjava.internal.json.JsonPointers;
import dev.fastjava.internal.regex.RegexSyntaxException;
import dev.fastjava.internal.validation.check.BooleanSchema;
import dev.fastjava.internal.validation.check.Check;
import dev.fastjava.internal.validation.check.Constant;
import dev.fastjava.internal.validation.check.DataCheck;
import dev.fastjava.internal.validation.check.DataPointer;
import dev.fastjava.internal.validation.check.Enumeration;
import dev.fastjava.internal.validation.check.Expression;
import dev.fastjava.internal.validation.check.Format;
import dev.fastjava.internal.validation.check.FormatCheck;
import dev.fastjava.internal.validation.check.FormatLimit;
import dev.fastjava.internal.validation.check.MultipleOf;
import dev.fastjava.internal.validation.check.NumberLimit;
import dev.fastjava.internal.validation.check.PatternCheck;
import dev.fastjava.internal.validation.check.Report;
import dev.fastjava.internal.validation.check.Required;
import dev.fastjava.internal.validation.check.SizeLimit;
import dev.fastjava.internal.validation.check.SizeLimit.Unit;
import dev.fastjava.internal.validation.check.TextTest;
import dev.fastjava.internal.validation.check.UniqueItems;
import dev.fastjava.internal.validation.check.Values;
import dev.fastjava.internal.validation.check.WrongData;
import dev.fastjava.schema.ValidationOptions.Strictness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
    Function<@Nullable Object, Check> check = references.keyword();
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
    return new DataCheck(
        references.parse(pointer), format -> references.formatLimit(format, limit));
  }

  private static @Nullable String pointer(SchemaCompiler compiler, @Nullable Object value) {
    return compiler.options().dataReferences()
            && value instanceof Map<?, ?> map
            && map.get("$data") instanceof String pointer
        ? pointer
        : null;
  }

  private @Nullable Function<@Nullable Object, Check> keyword() {
    return switch (keyword) {
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
          limit -> new NumberLimit(ScalarKeywords.bound(keyword), limit, false, report);
      case "multipleOf" ->
          divisor -> MultipleOf.of(divisor, compiler.options().multipleOfPrecision(), report);
      case "minLength", "maxLength" ->
          size(compiler.options().unicode() ? Unit.CODE_POINTS : Unit.CHARS);
      case "minItems", "maxItems" -> size(Unit.ITEMS);
      case "minProperties", "maxProperties" -> size(Unit.PROPERTIES);
      case "pattern" -> source -> new PatternCheck(expression(source), source, report);
      case "format" -> this::format;
      case "formatMinimum", "formatMaximum", "formatExclusiveMinimum", "formatExclusiveMaximum" ->
          limit -> formatLimit(place.keywords().get("format"), limit);
      case "const" -> constant -> new Constant(constant, report);
      case "enum" ->
          values ->
              values instanceof List<?>
                  ? new Enumeration(Values.array(values), report)
                  : new WrongData("array", report);
      case "required" -> this::required;
      case "uniqueItems" -> {
        Check unique = new UniqueItems(ArrayKeywords.itemTypes(compiler, place), report);
        yield wanted ->
            wanted instanceof Boolean flag
                ? flag ? unique : BooleanSchema.TRUE
                : new WrongData("boolean", report);
      }
      default -> null;
    };
  }

  private Function<@Nullable Object, Check> size(Unit unit) {
    return limit -> new SizeLimit(unit, keyword.startsWith("max"), limit, report);
  }

  private Check required(@Nullable Object names) {
    return names instanceof List<?> list
        ? new Required(list.stream().map(String::valueOf).toList(), report, Map.of(), null)
        : new WrongData("array", report);
  }

  private Check format(@Nullable Object name) {
    Format format = name instanceof String text ? compiler.settings().format(text) : null;
    boolean ignored =
        format == null
            && name instanceof String
            && compiler.options().strictSchema() == Strictness.OFF;
    return ignored ? BooleanSchema.TRUE : new FormatCheck(format, name, report);
  }

  private Check formatLimit(@Nullable Object format, @Nullable Object limit) {
    return new FormatLimit(order(format), ScalarKeywords.bound(keyword), limit, report);
  }

  private Format.@Nullable Order order(@Nullable Object name) {
    Format format = name instanceof String text ? compiler.settings().format(text) : null;
    return format == null ? null : format.order();
  }

  private @Nullable TextTest expression(@Nullable Object pattern) {
    try {
      return pattern instanceof String source
          ? Expression.of(compiler.settings().expressionOfDocument(source))
          : null;
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
