package dev.fastjava.type;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * A generic type, which a class literal cannot name: {@code new TypeRef<List<Order>>() {}}.
 * Immutable.
 *
 * @param <T> the type
 */
public abstract class TypeRef<T> {
  private final Type type;

  /** Takes the type from the declaration of the subclass; without one it fails. */
  protected TypeRef() {
    if (!(getClass().getGenericSuperclass() instanceof ParameterizedType declared)
        || getClass().getSuperclass() != TypeRef.class) {
      throw new IllegalStateException("Write new TypeRef<SomeType>() {}, with the type");
    }
    type = declared.getActualTypeArguments()[0];
  }

  /**
   * Returns the type.
   *
   * @return the generic type
   */
  public final Type type() {
    return type;
  }

  /**
   * Returns the class of the type.
   *
   * @return the class without its type arguments
   */
  @SuppressWarnings("unchecked") // the class of the type it was declared with
  public final Class<T> rawType() {
    Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
    if (raw instanceof Class<?> plain) {
      return (Class<T>) plain;
    }
    throw new IllegalStateException(type.getTypeName() + " has no class of its own");
  }
}
