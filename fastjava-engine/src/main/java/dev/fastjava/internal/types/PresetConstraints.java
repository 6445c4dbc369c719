package dev.fastjava.internal.types;

import com.github.victools.jsonschema.generator.MemberScope;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a property has when nothing is sent breaks its own constraints: then something has
 * to be sent. Loaded only when the annotations are on the class path.
 */
final class PresetConstraints {
  private PresetConstraints() {}

  /** Tells whether a value is none that the constraints of a member admit. */
  static boolean forbid(MemberScope<?, ?> member, Object value) {
    int length = length(value);
    BigDecimal number =
        value instanceof Number n && Double.isFinite(n.doubleValue())
            ? new BigDecimal(n.toString())
            : null;
    Size size = of(member, Size.class);
    Pattern pattern = of(member, Pattern.class);
    return (length >= 0 && size != null && (length < size.min() || length > size.max()))
        || (length == 0 && of(member, NotEmpty.class) != null)
        || (pattern != null
            && pattern.flags().length == 0
            && value instanceof CharSequence text
            && !java.util.regex.Pattern.matches(pattern.regexp(), text))
        || (number != null && isOutside(member, number));
  }

  private static boolean isOutside(MemberScope<?, ?> member, BigDecimal number) {
    Min min = of(member, Min.class);
    Max max = of(member, Max.class);
    DecimalMin least = of(member, DecimalMin.class);
    DecimalMax most = of(member, DecimalMax.class);
    int sign = number.signum();
    return (min != null && number.compareTo(BigDecimal.valueOf(min.value())) < 0)
        || (max != null && number.compareTo(BigDecimal.valueOf(max.value())) > 0)
        || (least != null
            && number.compareTo(new BigDecimal(least.value())) < (least.inclusive() ? 0 : 1))
        || (most != null
            && number.compareTo(new BigDecimal(most.value())) > (most.inclusive() ? 0 : -1))
        || (sign <= 0 && of(member, Positive.class) != null)
        || (sign < 0 && of(member, PositiveOrZero.class) != null)
        || (sign >= 0 && of(member, Negative.class) != null)
        || (sign > 0 && of(member, NegativeOrZero.class) != null);
  }

  private static int length(Object value) {
    if (value instanceof CharSequence text) {
      return text.length();
    }
    if (value instanceof Collection<?> items) {
      return items.size();
    }
    if (value instanceof Map<?, ?> entries) {
      return entries.size();
    }
    return value.getClass().isArray() ? Array.getLength(value) : -1;
  }

  private static <A extends Annotation> @Nullable A of(MemberScope<?, ?> member, Class<A> type) {
    A constraint = member.getAnnotationConsideringFieldAndGetter(type);
    return constraint != null
            && Nullness.isOfDefaultGroup(constraint)
            && !OwnMessages.isTemplate(constraint)
        ? constraint
        : null;
  }
}
