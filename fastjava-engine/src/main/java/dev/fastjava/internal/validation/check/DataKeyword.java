package dev.fastjava.internal.validation.check;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a keyword does with a value that it gets from the document while it validates. */
@FunctionalInterface
public interface DataKeyword {
  /**
   * Validates.
   *
   * @param value the value
   * @param schema the keyword's value, which may be of any type
   */
  void apply(@Nullable Object value, @Nullable Object schema, Run run);

  /** {@code minimum} and its like. */
  static DataKeyword limit(NumberLimit.Bound bound, Report report) {
    return (value, schema, run) -> {
      if (!(value instanceof Number number)
          || !(schema instanceof Number limit)
          || !NumberLimit.holds(bound, number, limit)) {
        String message = "must be " + bound.comparison() + ' ' + text(schema);
        report.fail(run, NumberLimit.params(bound, boxed(schema)), message);
      }
    };
  }

  /** {@code multipleOf}. */
  static DataKeyword multipleOf(int precision, Report report) {
    return (value, schema, run) -> {
      if (!(value instanceof Number number)
          || !(schema instanceof Number divisor)
          || !MultipleOf.holds(number, divisor, MultipleOf.tolerance(precision))) {
        report.fail(run, single("multipleOf", schema), "must be multiple of " + text(schema));
      }
    };
  }

  /** {@code minLength} and its like. */
  static DataKeyword size(SizeLimit.Unit unit, boolean maximum, Report report) {
    return (value, schema, run) -> {
      if (schema instanceof Number limit) {
        new SizeLimit(unit, maximum, limit, report).apply(value, run);
      } else {
        report.fail(run, single("limit", schema), SizeLimit.message(unit, maximum, text(schema)));
      }
    };
  }

  /**
   * {@code pattern}.
   *
   * @param compile compiles an expression, null when it is none
   */
  static DataKeyword pattern(Function<String, @Nullable TextTest> compile, Report report) {
    return (value, schema, run) -> {
      TextTest test = schema instanceof String source ? compile.apply(source) : null;
      if (test == null || !(value instanceof String text) || !test.test(text, run)) {
        report.fail(run, single("pattern", schema), Pattern.message(text(schema)));
      }
    };
  }

  /**
   * The keyword for formats.
   *
   * @param strict whether unknown formats are refused
   */
  static DataKeyword format(
      Function<String, @Nullable Format> formats, boolean strict, Report report) {
    return (value, schema, run) -> {
      Format format = schema instanceof String name ? formats.apply(name) : null;
      boolean ignored = format == null && schema instanceof String && !strict;
      if (!ignored && (format == null || !format.matches(value, run))) {
        report.fail(run, single("format", schema), FormatCheck.message(text(schema)));
      }
    };
  }

  /** {@code formatMinimum} and its like; the format is found when it is needed. */
  static DataKeyword formatLimit(
      Function<@Nullable Object, Format.@Nullable Order> order,
      Function<@Nullable Object, @Nullable Object> limit,
      NumberLimit.Bound bound,
      Report report) {
    return (value, schema, run) -> {
      Format.Order found = order.apply(schema);
      Object most = limit.apply(schema);
      if (found == null
          || !(most instanceof String text)
          || !(value instanceof String string)
          || !FormatLimit.holds(found, bound, string, text)) {
        String message = FormatLimit.message(bound, text(most));
        report.fail(run, NumberLimit.params(bound, boxed(most)), message);
      }
    };
  }

  /** {@code const}. */
  static DataKeyword constant(Report report) {
    return (value, schema, run) -> {
      if (!JsonEquality.equal(value, schema)) {
        report.fail(run, single("allowedValue", schema), Constant.MESSAGE);
      }
    };
  }

  /** {@code enum}. */
  static DataKeyword enumeration(Report report) {
    return (value, schema, run) -> {
      if (!(schema instanceof List<?> list)) {
        wrongType(report, "array", run);
      } else if (list.stream().noneMatch(item -> JsonEquality.equal(value, item))) {
        report.fail(run, Map.of("allowedValues", list), Enumeration.MESSAGE);
      }
    };
  }

  /** {@code required}. */
  static DataKeyword required(boolean exhaustive, Report report) {
    return (value, schema, run) -> {
      if (schema instanceof List<?> names) {
        List<String> texts = names.stream().map(String::valueOf).toList();
        new Required(texts, exhaustive, report).apply(value, run);
      } else {
        wrongType(report, "array", run);
      }
    };
  }

  /** {@code uniqueItems}. */
  static DataKeyword uniqueItems(@Nullable Types itemTypes, Report report) {
    UniqueItems check = new UniqueItems(itemTypes, report);
    return (value, schema, run) -> {
      if (Boolean.TRUE.equals(schema)) {
        check.apply(value, run);
      } else if (!Boolean.FALSE.equals(schema)) {
        wrongType(report, "boolean", run);
      }
    };
  }

  private static void wrongType(Report report, String type, Run run) {
    report.fail(run, Map.of(), '"' + report.keyword() + "\" keyword must be " + type + " ($data)");
  }

  private static String text(@Nullable Object value) {
    return value instanceof Number number ? JsNumbers.text(number) : String.valueOf(value);
  }

  @SuppressWarnings("NullAway") // the value may be null, and the error says so
  private static Map<String, Object> single(String name, @Nullable Object value) {
    return Collections.singletonMap(name, value);
  }

  private static Object boxed(@Nullable Object value) {
    return value == null ? "null" : value;
  }
}
