package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code minLength}, {@code minItems}, {@code minProperties} and their maxima: they differ in what
 * they count.
 */
public final class SizeLimit extends Check {
  /** What is counted. */
  public enum Unit {
    /** Code points of a string. */
    CODE_POINTS("characters"),
    /** UTF-16 units of a string. */
    CHARS("characters"),
    /** Items of an array. */
    ITEMS("items"),
    /** Properties of an object. */
    PROPERTIES("properties");

    private final String noun;

    Unit(String noun) {
      this.noun = noun;
    }

    double size(@Nullable Object value) {
      return switch (this) {
        case CODE_POINTS ->
            value instanceof String text ? text.codePointCount(0, text.length()) : 0;
        case CHARS -> value instanceof String text ? text.length() : 0;
        case ITEMS -> Values.array(value).size();
        case PROPERTIES -> Values.object(value).size();
      };
    }
  }

  private final Unit unit;
  private final boolean maximum;
  private final Number limit;
  private final double size;
  private final Report report;

  /**
   * Makes the check.
   *
   * @param maximum whether the limit is the greatest size, else it is the least
   */
  public SizeLimit(Unit unit, boolean maximum, Number limit, Report report) {
    this.unit = unit;
    this.maximum = maximum;
    this.limit = limit;
    this.size = limit.doubleValue();
    this.report = report;
  }

  boolean countsCodePoints() {
    return unit == Unit.CODE_POINTS;
  }

  boolean isMaximum() {
    return maximum;
  }

  double size() {
    return size;
  }

  @Override
  boolean isShallow() {
    return true;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    if (unit == Unit.CODE_POINTS && value instanceof String text) {
      // There are at most as many code points as chars and at least half as many.
      int chars = text.length();
      if (maximum ? chars <= size : chars >= 2 * size) {
        return true;
      }
    }
    double actual = unit.size(value);
    return maximum ? actual <= size : actual >= size;
  }

  @Override
  public boolean readsTokens() {
    return true;
  }

  @Override
  boolean fitsContainer(JsonTape tape, int at, Run run) {
    boolean object = tape.isObject(at);
    boolean counted = unit == Unit.ITEMS ? !object : unit == Unit.PROPERTIES && object;
    int actual = 0;
    if (counted) {
      for (int i = at + 1; !tape.isEnd(i); i = tape.after(i)) {
        actual++;
      }
    }
    return maximum ? actual <= size : actual >= size;
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    if (!fits(value, run)) {
      report.fail(run, Map.of("limit", limit), message(unit, maximum, JsNumbers.text(limit)));
    }
    return value;
  }

  static String message(Unit unit, boolean maximum, String limit) {
    String comparison = maximum ? "more" : "fewer";
    return "must NOT have " + comparison + " than " + limit + ' ' + unit.noun;
  }
}
