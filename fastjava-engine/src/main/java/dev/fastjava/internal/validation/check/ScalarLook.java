package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The look at a string, a number or a boolean: type and limits at once.
 *
 * <p>The class is final and looks at all three, so that the loop over the properties of an object
 * calls it directly, without a dispatch for each.
 */
final class ScalarLook implements Check {
  private static final int TEXT = 0;
  private static final int NUMBER = 1;
  private static final int INTEGER = 2;
  private static final int FLAG = 3;

  /** So many texts are looked through faster than a set is asked. */
  private static final int FEW = 8;

  /** Below it, limits can be compared as integers and as doubles alike. */
  private static final double EXACT = 1L << 53;

  private final int type;
  private final SchemaCheck whole;
  private final Check[] rest;

  // Lengths of strings, or bounds of integers.
  private long least = Long.MIN_VALUE;
  private long greatest = Long.MAX_VALUE;
  private double above = Double.NEGATIVE_INFINITY;
  private double below = Double.POSITIVE_INFINITY;
  private boolean aboveItself = true;
  private boolean belowItself = true;
  private final String @Nullable [] texts;

  /** Whether all texts are allowed. */
  private final boolean isOpen;

  /** Whether there is nothing but type and limits. */
  private final boolean isAlone;

  /** Whether a text or an integer that is not within the limits is invalid for certain. */
  private final boolean isSure;

  /** Whether a double may be less than the number that was sent. */
  private final boolean exact;

  private ScalarLook(int type, boolean exact, SchemaCheck whole, List<Check> checks) {
    this.exact = exact;
    this.type = type;
    this.whole = whole;
    List<Check> others = new ArrayList<>();
    String[] allowed = null;
    for (Check check : checks) {
      List<String> only = check instanceof Assertion ? check.onlyTexts() : null;
      if (allowed == null && type == TEXT && only != null && only.size() <= FEW) {
        allowed = only.toArray(new String[0]);
      } else if (!absorb(check)) {
        others.add(check);
      }
    }
    texts = allowed;
    rest = others.toArray(new Check[0]);
    isAlone = others.isEmpty();
    isSure = type != FLAG && !Check.anyMutates(others);
    isOpen = texts == null && least <= 0 && greatest >= Integer.MAX_VALUE;
  }

  /**
   * Makes the look; null when the schema is not one of a single scalar type.
   *
   * @param types the types the schema allows
   * @param whole the schema, for null, numbers of unusual classes, and what does not fit
   * @param checks its keywords
   */
  static @Nullable ScalarLook of(Types types, SchemaCheck whole, List<Check> checks) {
    int kinds = types.kinds();
    int type =
        switch (kinds & ~Kinds.NULL) {
          case Kinds.STRING -> TEXT;
          case Kinds.WHOLE -> INTEGER;
          case Kinds.WHOLE | Kinds.FRACTION -> NUMBER;
          case Kinds.BOOLEAN -> FLAG;
          default -> -1;
        };
    return type < 0 ? null : new ScalarLook(type, types.isOfJavaType(), whole, checks);
  }

  private boolean absorb(Check check) {
    if (check instanceof SizeLimit size && size.countsCodePoints() && type == TEXT) {
      if (size.isMaximum()) {
        greatest = Math.min(greatest, (long) Math.floor(size.size()));
      } else {
        least = Math.max(least, (long) Math.ceil(size.size()));
      }
      return true;
    }
    boolean number = type == NUMBER || type == INTEGER;
    if (number && check instanceof NumberLimit limit && Math.abs(limit.limit()) < EXACT) {
      narrow(limit);
      return true;
    }
    return false;
  }

  private void narrow(NumberLimit check) {
    double limit = check.limit();
    // Where digits count that a double has not, one that is the limit has to be looked at again.
    boolean itself = !check.isExact();
    switch (check.bound()) {
      case AT_LEAST -> atLeast(limit, itself, (long) Math.ceil(limit));
      case ABOVE -> atLeast(limit, false, (long) Math.floor(limit) + 1);
      case AT_MOST -> atMost(limit, itself, (long) Math.floor(limit));
      case BELOW -> atMost(limit, false, (long) Math.ceil(limit) - 1);
    }
  }

  private void atLeast(double limit, boolean itself, long first) {
    least = Math.max(least, first);
    if (limit > above || (limit == above && !itself)) {
      above = limit;
      aboveItself = itself;
    }
  }

  private void atMost(double limit, boolean itself, long last) {
    greatest = Math.min(greatest, last);
    if (limit < below || (limit == below && !itself)) {
      below = limit;
      belowItself = itself;
    }
  }

  /** Whether a value is valid for certain: most are, and are looked at no further. */
  boolean admits(@Nullable Object value) {
    return isAlone && isFine(value);
  }

  @Override
  public Verdict check(@Nullable Object value, Run look) {
    if (isFine(value)) {
      return isAlone ? Verdict.VALID : checkRest(value, look);
    }
    return isSure && (type == TEXT ? value instanceof String : value instanceof Integer)
        ? whole.found(Verdict.INVALID, look)
        : whole.look(value, look);
  }

  private Verdict checkRest(@Nullable Object value, Run look) {
    for (Check check : rest) {
      Verdict verdict = check.check(value, look);
      if (verdict != Verdict.VALID) {
        return whole.found(verdict, look);
      }
    }
    return Verdict.VALID;
  }

  /** Whether it is sure that a value has the type and is within the limits. */
  private boolean isFine(@Nullable Object value) {
    return switch (type) {
      // Of most texts a schema says the type and nothing else.
      case TEXT ->
          value instanceof String text && (isOpen || (isLengthFine(text) && isAllowed(text)));
      case FLAG -> value instanceof Boolean;
      default ->
          value instanceof Integer number
              ? number >= least && number <= greatest
              : value instanceof Double fraction && isInRange(fraction);
    };
  }

  @Override
  public boolean readsTokens() {
    return true;
  }

  @Override
  public boolean fitsContainer(JsonTape tape, int at, Run look) {
    return false;
  }

  private boolean isLengthFine(String text) {
    int chars = text.length();
    // There are at most as many code points as chars and at least half as many.
    if (chars <= greatest && chars >= 2 * least - 1) {
      return true;
    }
    int length = text.codePointCount(0, chars);
    return length <= greatest && length >= least;
  }

  private boolean isAllowed(String text) {
    if (texts == null) {
      return true;
    }
    for (String allowed : texts) {
      if (allowed.equals(text)) {
        return true;
      }
    }
    return false;
  }

  private boolean isInRange(double number) {
    return (number > above || (number == above && aboveItself))
        && (number < below || (number == below && belowItself))
        && (type == NUMBER || (number == Math.rint(number) && !exact))
        && !Double.isInfinite(number);
  }
}
