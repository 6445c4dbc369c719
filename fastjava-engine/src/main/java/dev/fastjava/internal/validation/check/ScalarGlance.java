package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The quick look at a string, a number or a boolean: type and limits at once.
 *
 * <p>The class is final and looks at all three, so that the loop over the properties of an object
 * calls it directly, without a dispatch for each.
 */
final class ScalarGlance extends Glance {
  private static final int TEXT = 0;
  private static final int NUMBER = 1;
  private static final int INTEGER = 2;
  private static final int FLAG = 3;

  /** Below it, limits can be compared as integers and as doubles alike. */
  private static final double EXACT = 1L << 53;

  private final int type;
  private final boolean nullable;
  private final Glance whole;
  private final Check[] rest;

  // Lengths of strings, or bounds of integers.
  private long least = Long.MIN_VALUE;
  private long greatest = Long.MAX_VALUE;
  private double above = Double.NEGATIVE_INFINITY;
  private double below = Double.POSITIVE_INFINITY;
  private boolean aboveItself = true;
  private boolean belowItself = true;
  private final String @Nullable [] texts;

  /** The class whose values fit whatever they are; null when some do not. */
  private final @Nullable Class<?> enough;

  /** Whether a double may be less than the number that was sent. */
  private final boolean exact;

  private ScalarGlance(
      int type, boolean nullable, boolean exact, Glance whole, List<Check> checks) {
    this.exact = exact;
    this.type = type;
    this.nullable = nullable;
    this.whole = whole;
    List<Check> others = new ArrayList<>();
    String[] allowed = null;
    for (Check check : checks) {
      if (allowed == null && check instanceof Enumeration enumeration && type == TEXT) {
        allowed = enumeration.fewTexts();
        if (allowed != null) {
          continue;
        }
      }
      if (!absorb(check)) {
        others.add(check);
      }
    }
    texts = allowed;
    rest = others.toArray(new Check[0]);
    enough = saysTypeOnly() ? usual(type) : null;
  }

  /**
   * Makes the look; null when the schema is not one of a single scalar type.
   *
   * @param types the types the schema allows
   * @param whole the schema, for numbers of unusual classes
   * @param checks its keywords
   */
  static @Nullable ScalarGlance of(Types types, Glance whole, List<Check> checks) {
    int kinds = types.kinds();
    int type =
        switch (kinds & ~Kinds.NULL) {
          case Kinds.STRING -> TEXT;
          case Kinds.WHOLE -> INTEGER;
          case Kinds.WHOLE | Kinds.FRACTION -> NUMBER;
          case Kinds.BOOLEAN -> FLAG;
          default -> -1;
        };
    boolean nullable = (kinds & Kinds.NULL) != 0;
    return type < 0 ? null : new ScalarGlance(type, nullable, types.isOfJavaType(), whole, checks);
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

  private boolean saysTypeOnly() {
    return texts == null
        && rest.length == 0
        && least <= (type == TEXT ? 0 : Integer.MIN_VALUE)
        && greatest >= Integer.MAX_VALUE;
  }

  private static Class<?> usual(int type) {
    return type == TEXT ? String.class : type == FLAG ? Boolean.class : Integer.class;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    // Of most properties a schema says the type and nothing else.
    return (value != null && value.getClass() == enough) || isFine(value, run);
  }

  private boolean isFine(@Nullable Object value, Run run) {
    switch (type) {
      case TEXT -> {
        if (!(value instanceof String text) || !isLengthFine(text) || !isAllowed(text)) {
          return isNullThatFits(value, run);
        }
      }
      case FLAG -> {
        if (!(value instanceof Boolean)) {
          return isNullThatFits(value, run);
        }
      }
      default -> {
        if (value instanceof Integer number) {
          if (number < least || number > greatest) {
            return false;
          }
        } else if (value instanceof Double number) {
          if (!isInRange(number)) {
            return false;
          }
        } else {
          return whole.fits(value, run);
        }
      }
    }
    for (Check check : rest) {
      if (!check.fits(value, run)) {
        return false;
      }
    }
    return true;
  }

  /** Apart, for what is seldom called must not keep the rest from being compiled in one piece. */
  private boolean isNullThatFits(@Nullable Object value, Run run) {
    return value == null && nullable && whole.fits(null, run);
  }

  @Override
  public boolean readsTokens() {
    return true;
  }

  @Override
  boolean fitsContainer(JsonTape tape, int at, Run run) {
    return false;
  }

  /** Whether a look takes the same short time for every value. */
  boolean isShallow() {
    if (nullable) {
      return false;
    }
    for (Check check : rest) {
      if (!check.isShallow()) {
        return false;
      }
    }
    return true;
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
        && (type == NUMBER
            || (number == Math.rint(number) && !(exact && Math.abs(number) >= EXACT)))
        && !Double.isInfinite(number);
  }
}
