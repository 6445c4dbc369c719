package dev.fastjava.internal.boot;

import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which values all requests may share, as none of them can change it for the others.
 *
 * <p>Reference: Decorators, "Reference types".
 */
final class SharedValues {
  private static final Set<Class<?>> IMMUTABLE =
      Set.of(
          String.class,
          Boolean.class,
          Character.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          BigInteger.class,
          BigDecimal.class,
          UUID.class,
          Locale.class,
          Currency.class,
          URI.class,
          URL.class,
          File.class,
          Pattern.class,
          InetSocketAddress.class,
          Class.class);

  private SharedValues() {}

  static boolean isImmutable(Object value) {
    return IMMUTABLE.contains(value.getClass())
        || value instanceof Enum<?>
        || value instanceof Record
        || value instanceof Path
        || value instanceof Charset
        || value instanceof InetAddress
        || value.getClass().getPackageName().startsWith("java.time")
        || isFunction(value);
  }

  /** What a value that is not immutable is called: recorded for the JSON kinds. */
  static String kind(Object value) {
    boolean json =
        value instanceof Map || value instanceof Collection || value.getClass().isArray();
    return json ? "object" : value.getClass().getTypeName();
  }

  /**
   * Whether a value is a lambda, a method reference, or of a class that implements an interface
   * which says that it is a function.
   */
  static boolean isFunction(@Nullable Object value) {
    // The classes of lambdas are hidden, whether their interface is marked or not.
    return value != null && (value.getClass().isHidden() || isFunctional(value.getClass()));
  }

  private static boolean isFunctional(Class<?> type) {
    if (type.isAnnotationPresent(FunctionalInterface.class)) {
      return true;
    }
    for (Class<?> above : type.getInterfaces()) {
      if (isFunctional(above)) {
        return true;
      }
    }
    return type.getSuperclass() != null && isFunctional(type.getSuperclass());
  }
}
