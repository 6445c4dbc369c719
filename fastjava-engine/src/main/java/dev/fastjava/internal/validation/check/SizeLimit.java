package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * {@code minLength}, {@code minItems}, {@code minProperties} and their maxima: they differ in what
 * they count.
 */
public final class SizeLimit implements Assertion {
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
  private final @Nullable Object limit;
  private final double size;
  private final Report report;

  /**
   * Makes the check.
   *
   * @param maximum whether the limit is the greatest size, else it is the least
   * @param limit a number; anything when it is taken from the document
   */
  public SizeLimit(Unit unit, boolean maximum, @Nullable Object limit, Report report) {
    this.unit = unit;
    this.maximum = maximum;
    this.limit = limit;
    this.size = limit instanceof Number number ? number.doubleValue() : Double.NaN;
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

  private boolean allows(double actual) {
    return maximum ? actual <= size : actual >= size;
  }

  @Override
  public boolean holds(@Nullable Object value, Run run) {
    if (unit == Unit.CODE_POINTS && value instanceof String text) {
      // There are at most as many code points as chars and at least half as many.
      int chars = text.length();
      if (maximum ? chars <= size : chars >= 2 * size) {
        return true;
      }
    }
    return allows(unit.size(value));
  }

  @Override
  public boolean readsTokens() {
    return true;
  }

  @Override
  public boolean fitsContainer(JsonTape tape, int at, Run look) {
    boolean counted = unit == (tape.isObject(at) ? Unit.PROPERTIES : Unit.ITEMS);
    int actual = 0;
    for (int i = at + 1; counted && !tape.isEnd(i); i = tape.after(i)) {
      actual++;
    }
    return allows(actual);
  }

  @Override
  @SuppressWarnings("NullAway") // what is taken from the document may be null
  public Verdict tell(@Nullable Object value, Run run) {
    String comparison = maximum ? "more" : "fewer";
    return report.fail(
        run,
        Collections.singletonMap("limit", limit),
        "must NOT have " + comparison + " than " + JsNumbers.text(limit) + ' ' + unit.noun);
  }
}
