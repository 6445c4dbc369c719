package dev.fastjava.internal.types;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Messages that constraints were given instead of those they have by default. A text becomes the
 * message of the keyword that says the constraint. One with expressions ({@code {key}}) is for a
 * validator to fill in, and so is the constraint.
 */
public final class OwnMessages {
  private OwnMessages() {}

  /** Whether only a validator knows the message of a constraint. */
  public static boolean isTemplate(Annotation constraint) {
    String own = own(constraint);
    return own != null && isTemplate(own);
  }

  /**
   * The text that a constraint was given; null when it has none, or one that is to be filled in.
   */
  static @Nullable String text(Annotation constraint) {
    String own = own(constraint);
    return own == null || isTemplate(own) ? null : own;
  }

  private static boolean isTemplate(String message) {
    return message.indexOf('{') >= 0 || message.indexOf('}') >= 0 || message.indexOf('\\') >= 0;
  }

  /** The message of a constraint that is not the one of its annotation. */
  private static @Nullable String own(Annotation constraint) {
    try {
      Method message = constraint.annotationType().getDeclaredMethod("message");
      message.setAccessible(true);
      Object value = message.invoke(constraint);
      return value instanceof String text && !text.equals(message.getDefaultValue()) ? text : null;
    } catch (NoSuchMethodException e) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
