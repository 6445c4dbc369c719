package dev.fastjava.internal.constraints;

import dev.fastjava.internal.types.PatternSyntax;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;

/**
 * Whether the keywords of a schema say what a constraint says: they are looked at, not guessed, so
 * that a place which was left open counts as one where nothing is said.
 */
final class Keywords {
  private Keywords() {}

  /**
   * Whether a constraint is said.
   *
   * @param type what it is on
   * @param place the schemas of the place
   * @param present whether the value has to be there, or has a default
   */
  static boolean say(Annotation constraint, JavaType type, Branches place, boolean present) {
    if (constraint instanceof NotNull) {
      return type.isPrimitive() || (present && place.refuseNull());
    }
    if (constraint instanceof NotEmpty) {
      return present && place.refuseNull() && says(type, place, 1, Integer.MAX_VALUE);
    }
    if (constraint instanceof Size size) {
      return says(type, place, size.min(), size.max());
    }
    if (constraint instanceof Pattern pattern) {
      String whole = PatternSyntax.whole(pattern.regexp());
      return pattern.flags().length == 0 && whole != null && whole.equals(place.text("pattern"));
    }
    if (constraint instanceof Email email) {
      return email.flags().length == 0
          && email.regexp().equals(".*")
          && "email".equals(place.text("format"));
    }
    return isNumber(type) && limits(constraint, place);
  }

  /** Whether the application's validator knows more about a constraint that a schema says. */
  static boolean isLeftToProviders(Annotation constraint) {
    return constraint instanceof Email;
  }

  private static boolean limits(Annotation constraint, Branches place) {
    if (constraint instanceof Min min) {
      return atLeast(place, BigDecimal.valueOf(min.value()), true);
    }
    if (constraint instanceof DecimalMin min) {
      return atLeast(place, new BigDecimal(min.value()), min.inclusive());
    }
    if (constraint instanceof Positive || constraint instanceof PositiveOrZero) {
      return atLeast(place, BigDecimal.ZERO, constraint instanceof PositiveOrZero);
    }
    if (constraint instanceof Max max) {
      return atMost(place, BigDecimal.valueOf(max.value()), true);
    }
    if (constraint instanceof DecimalMax max) {
      return atMost(place, new BigDecimal(max.value()), max.inclusive());
    }
    return (constraint instanceof Negative || constraint instanceof NegativeOrZero)
        && atMost(place, BigDecimal.ZERO, constraint instanceof NegativeOrZero);
  }

  private static boolean atLeast(Branches place, BigDecimal limit, boolean inclusive) {
    Number exclusive = place.number("exclusiveMinimum");
    Number including = place.number("minimum");
    return (exclusive != null && compare(exclusive, limit) >= 0)
        || (including != null && compare(including, limit) >= (inclusive ? 0 : 1));
  }

  private static boolean atMost(Branches place, BigDecimal limit, boolean inclusive) {
    Number exclusive = place.number("exclusiveMaximum");
    Number including = place.number("maximum");
    return (exclusive != null && compare(exclusive, limit) <= 0)
        || (including != null && compare(including, limit) <= (inclusive ? 0 : -1));
  }

  private static int compare(Number number, BigDecimal limit) {
    return new BigDecimal(number.toString()).compareTo(limit);
  }

  private static boolean says(JavaType type, Branches place, int least, int most) {
    Class<?> raw = type.getRawClass();
    if (CharSequence.class.isAssignableFrom(raw)) {
      return says(place, "Length", least, most);
    }
    if (type.isMapLikeType()) {
      // Two names may stand for one key.
      boolean mayShrink = least > 1 && type.getKeyType().getRawClass() != String.class;
      return !mayShrink && says(place, "Properties", least, most);
    }
    // A set may have less items than its array.
    boolean mayShrink = Set.class.isAssignableFrom(raw) && least > 1;
    return (type.isCollectionLikeType() || type.isArrayType())
        && !mayShrink
        && says(place, "Items", least, most);
  }

  private static boolean says(Branches place, String of, int least, int most) {
    return (least <= 0 || says(place.number("min" + of), least, 1))
        && (most == Integer.MAX_VALUE || says(place.number("max" + of), most, -1));
  }

  private static boolean says(@Nullable Number said, int limit, int sign) {
    return said != null && Integer.signum(Integer.compare(said.intValue(), limit)) != -sign;
  }

  private static boolean isNumber(JavaType type) {
    return type.isPrimitive() || Number.class.isAssignableFrom(type.getRawClass());
  }
}
