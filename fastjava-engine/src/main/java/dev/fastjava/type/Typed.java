package dev.fastjava.type;

import dev.fastjava.mark.ProvidedByEngine;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * What names a Java type for a route: a {@link TypeRef}, as {@code new TypeRef<List<Order>>() {}},
 * or a schema that knows the type, as {@code Schemas.of(User.class).without("role")}.
 *
 * @param <T> the type
 */
@ProvidedByEngine
public interface Typed<T> {
  /**
   * Returns the type.
   *
   * @return a class or a generic type
   */
  Type type();

  /**
   * Returns the class of the type.
   *
   * @return the class without its type arguments
   * @throws IllegalStateException when the type has none, as a type variable
   */
  @SuppressWarnings("unchecked") // the class of the type it was declared with
  default Class<T> rawType() {
    Type raw = type() instanceof ParameterizedType generic ? generic.getRawType() : type();
    if (raw instanceof Class<?> plain) {
      return (Class<T>) plain;
    }
    throw new IllegalStateException(type().getTypeName() + " has no class of its own");
  }
}
