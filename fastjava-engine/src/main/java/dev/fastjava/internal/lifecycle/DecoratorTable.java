package dev.fastjava.internal.lifecycle;

import dev.fastjava.ErrorCode;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The request or reply decorators of a route's context: a slot for each name, so that an access is
 * one look-up and one read of an array. Immutable.
 */
public final class DecoratorTable {
  private final Map<String, Integer> slots;
  private final @Nullable Object[] initial;
  private final String owner;

  /** A decorator that is computed at each access. */
  public record Getter(Function<Object, @Nullable Object> function) {}

  /**
   * Makes a table.
   *
   * @param owner {@code request} or {@code reply}, for messages
   * @param decorators first values by name, copied; {@link Getter} for computed ones
   */
  public DecoratorTable(String owner, Map<String, @Nullable Object> decorators) {
    this.owner = owner;
    this.initial = decorators.values().toArray();
    Map<String, Integer> bySlot = new java.util.HashMap<>();
    int slot = 0;
    for (String name : decorators.keySet()) {
      bySlot.put(name, slot++);
    }
    this.slots = Map.copyOf(bySlot);
  }

  /** The values of a new request or reply. */
  @Nullable Object[] newValues() {
    return initial.length == 0 ? initial : initial.clone();
  }

  @Nullable Object get(@Nullable Object[] values, String name, Object self) {
    Object value = values[slot(name)];
    return value instanceof Getter getter ? getter.function().apply(self) : value;
  }

  void set(@Nullable Object[] values, String name, @Nullable Object value) {
    values[slot(name)] = value;
  }

  /**
   * Gives a decorator's value the type it is asked for.
   *
   * @param owner what has the decorator, for messages
   * @throws IllegalStateException if it is null and the type has no null
   * @throws ClassCastException if it is of another type
   */
  @SuppressWarnings("unchecked") // of a primitive type the value is its box: Class.cast refuses it
  public static <T> @Nullable T typed(
      String owner, String name, @Nullable Object value, Class<T> type) {
    if (type.isInstance(value)) {
      return (T) value;
    }
    if (value == null) {
      if (type.isPrimitive()) {
        throw new IllegalStateException(
            "The "
                + owner
                + " decorator '"
                + name
                + "' has no value, and "
                + type.getName()
                + " knows no null: set it before it is read, or read it as a reference type");
      }
      return null;
    }
    if (type.isPrimitive() && MethodType.methodType(type).wrap().returnType().isInstance(value)) {
      return (T) value;
    }
    throw new ClassCastException(
        "The "
            + owner
            + " decorator '"
            + name
            + "' is of type "
            + value.getClass().getTypeName()
            + ", not "
            + type.getTypeName());
  }

  private int slot(String name) {
    Integer slot = slots.get(name);
    if (slot == null) {
      throw ErrorCode.FST_ERR_DEC_UNDECLARED.error(name, owner);
    }
    return slot;
  }
}
