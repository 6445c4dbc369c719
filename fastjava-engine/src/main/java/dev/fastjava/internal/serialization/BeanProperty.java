package dev.fastjava.internal.serialization;

import dev.fastjava.internal.json.JsonWriter;
import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ser.BeanPropertyWriter;

/**
 * One readable property of a class. Getters become function objects that the JIT compiler inlines;
 * primitive ones without boxing. What cannot be reached that way is read as Jackson reads it.
 */
final class BeanProperty {
  private final BeanPropertyWriter property;
  private final boolean omitsEmpty;
  private final @Nullable WrittenValue written;

  private BeanProperty(
      BeanPropertyWriter property, boolean omitsEmpty, @Nullable WrittenValue written) {
    this.property = property;
    this.omitsEmpty = omitsEmpty;
    this.written = written;
  }

  /** A property that is its value; empty values may be among those that the class leaves out. */
  static BeanProperty plain(BeanPropertyWriter property, boolean omitsEmpty) {
    return new BeanProperty(property, omitsEmpty, null);
  }

  /** A property that is what Jackson writes for it. */
  static BeanProperty written(BeanPropertyWriter property, WrittenValue value) {
    return new BeanProperty(property, false, value);
  }

  /** Tells whether the value is what Jackson writes, {@link WrittenValue#OMITTED} included. */
  boolean isWritten() {
    return written != null;
  }

  /** What Jackson writes the property with. */
  BeanPropertyWriter jackson() {
    return property;
  }

  String name() {
    return property.getName();
  }

  /** The declared type, without type arguments. */
  Class<?> type() {
    return property.getType().getRawClass();
  }

  /** Tells whether the class itself says that nulls are left out. */
  boolean omitsNull() {
    return property.willSuppressNulls();
  }

  /**
   * Tells whether the class itself says that empty texts, collections and the like are left out.
   */
  boolean omitsEmpty() {
    return omitsEmpty;
  }

  /** Tells whether a value is left out by its class. */
  boolean omits(@Nullable Object value) {
    if (written != null) {
      return value == WrittenValue.OMITTED;
    }
    return value == null ? omitsNull() : omitsEmpty && isEmpty(value);
  }

  /** Tells whether a value is empty in the eyes of Jackson. */
  static boolean isEmpty(Object value) {
    if (value instanceof CharSequence text) {
      return text.length() == 0;
    }
    if (value instanceof Collection<?> collection) {
      return collection.isEmpty();
    }
    if (value instanceof Map<?, ?> map) {
      return map.isEmpty();
    }
    if (value.getClass().isArray()) {
      return Array.getLength(value) == 0;
    }
    return JsonWriter.isOptional(value) && JsonWriter.unwrap(value) == null;
  }

  /** A getter of an {@code int}, {@code short} or {@code byte}; null when there is none. */
  @SuppressWarnings("unchecked") // spin made an instance of this interface
  @Nullable ToIntFunction<Object> intGetter() {
    Class<?> type = type();
    return type == int.class || type == short.class || type == byte.class
        ? (ToIntFunction<Object>) spin(ToIntFunction.class, "applyAsInt", int.class)
        : null;
  }

  /** A getter of a {@code long}; null when there is none. */
  @SuppressWarnings("unchecked") // spin made an instance of this interface
  @Nullable ToLongFunction<Object> longGetter() {
    return type() == long.class
        ? (ToLongFunction<Object>) spin(ToLongFunction.class, "applyAsLong", long.class)
        : null;
  }

  /** A getter of a {@code double}; null when there is none. */
  @SuppressWarnings("unchecked") // spin made an instance of this interface
  @Nullable ToDoubleFunction<Object> doubleGetter() {
    return type() == double.class
        ? (ToDoubleFunction<Object>) spin(ToDoubleFunction.class, "applyAsDouble", double.class)
        : null;
  }

  /** A getter of a {@code boolean}; null when there is none. */
  @SuppressWarnings("unchecked") // spin made an instance of this interface
  @Nullable Predicate<Object> booleanGetter() {
    return type() == boolean.class
        ? (Predicate<Object>) spin(Predicate.class, "test", boolean.class)
        : null;
  }

  /** A getter of the value as an object. */
  @SuppressWarnings("unchecked") // spin made an instance of this interface
  Function<Object, @Nullable Object> getter() {
    if (written != null) {
      return written::of;
    }
    Object getter = spin(Function.class, "apply", Object.class);
    return getter != null ? (Function<Object, @Nullable Object>) getter : this::value;
  }

  /** Reads the value as Jackson does. */
  @Nullable Object value(Object bean) {
    if (written != null) {
      return written.of(bean);
    }
    try {
      return property.get(bean);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("cannot read the property " + name(), e);
    }
  }

  /** Makes a function object of the getter; null when access is not granted or it is a field. */
  private @Nullable Object spin(Class<?> function, String method, Class<?> result) {
    Member member = property.getMember().getMember();
    if (!(member instanceof Method getter)) {
      return null;
    }
    Class<?> owner = getter.getDeclaringClass();
    Class<?> returned = result.isPrimitive() ? result : wrap(getter.getReturnType());
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(owner, MethodHandles.lookup());
      CallSite site =
          LambdaMetafactory.metafactory(
              lookup,
              method,
              MethodType.methodType(function),
              MethodType.methodType(result, Object.class),
              lookup.unreflect(getter),
              MethodType.methodType(returned, owner));
      return site.getTarget().invoke();
    } catch (Throwable e) {
      return null; // a class in a module that is closed to us: Jackson may still be allowed
    }
  }

  private static Class<?> wrap(Class<?> type) {
    return MethodType.methodType(type).wrap().returnType();
  }
}
