package dev.fastjava.type;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * A generic type, which a class literal cannot name: {@code new TypeRef<List<Order>>() {}}.
 * Immutable.
 *
 * @param <T> the type
 */
public abstract class TypeRef<T> implements Typed<T> {
  private final Type type;

  /** Takes the type from the declaration of the subclass; without one it fails. */
  protected TypeRef() {
    if (!(getClass().getGenericSuperclass() instanceof ParameterizedType declared)
        || getClass().getSuperclass() != TypeRef.class) {
      throw new IllegalStateException("Write new TypeRef<SomeType>() {}, with the type");
    }
    type = declared.getActualTypeArguments()[0];
  }

  @Override
  public final Type type() {
    return type;
  }
}
