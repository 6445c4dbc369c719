package dev.fastjava.type;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;

/**
 * A generic type, which a class literal cannot name: {@code new TypeRef<List<Order>>() {}}.
 * Immutable.
 *
 * @param <T> the type
 */
public abstract class TypeRef<T> implements Typed<T> {
  private final Type type;

  /**
   * Takes the type from the declaration of the subclass; without one, or with a type variable, it
   * fails.
   */
  protected TypeRef() {
    if (!(getClass().getGenericSuperclass() instanceof ParameterizedType declared)
        || getClass().getSuperclass() != TypeRef.class) {
      throw new IllegalStateException("Write new TypeRef<SomeType>() {}, with the type");
    }
    type = declared.getActualTypeArguments()[0];
    refuseVariables(type);
  }

  /** Java forgets what a variable stands for: nothing could be bound to it, or be told from it. */
  private static void refuseVariables(Type part) {
    if (part instanceof TypeVariable<?> variable) {
      throw new IllegalStateException(
          "A reference to a type names all of it, as new TypeRef<List<Order>>() {}: what "
              + variable
              + " stands for is not known at run time; let the caller pass the reference");
    }
    if (part instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        refuseVariables(argument);
      }
    } else if (part instanceof GenericArrayType array) {
      refuseVariables(array.getGenericComponentType());
    } else if (part instanceof WildcardType any) {
      for (Type bound : any.getUpperBounds()) {
        refuseVariables(bound);
      }
      for (Type bound : any.getLowerBounds()) {
        refuseVariables(bound);
      }
    }
  }

  @Override
  public final Type type() {
    return type;
  }
}
