package dev.fastjava.internal.lifecycle;

import dev.fastjava.ErrorCode;
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

  private int slot(String name) {
    Integer slot = slots.get(name);
    if (slot == null) {
      throw ErrorCode.FST_ERR_DEC_UNDECLARED.error(name, owner);
    }
    return slot;
  }
}
