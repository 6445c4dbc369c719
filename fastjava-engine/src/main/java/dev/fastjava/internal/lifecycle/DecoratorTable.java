package dev.fastjava.internal.lifecycle;

import dev.fastjava.error.ErrorCode;
import dev.fastjava.type.DecoratorKey;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The request or reply decorators of a route's context: a slot for each name, so that an access is
 * one look-up and one read of an array. Immutable.
 */
public final class DecoratorTable {
  private final Map<String, Integer> slots;
  private final Declared[] declared;
  private final @Nullable Object[] initial;
  private final String owner;

  /**
   * How a decorator was declared.
   *
   * @param key null when it has a name alone
   * @param value the first value, or {@link Accessors}
   */
  public record Declared(@Nullable DecoratorKey<?> key, @Nullable Object value) {}

  /**
   * A decorator that is computed at each access.
   *
   * @param setter null when it cannot be set
   */
  public record Accessors(
      Function<Object, @Nullable Object> getter,
      @Nullable BiConsumer<Object, @Nullable Object> setter) {}

  /**
   * Makes a table.
   *
   * @param owner {@code request} or {@code reply}, for messages
   * @param decorators by name, copied
   */
  public DecoratorTable(String owner, Map<String, Declared> decorators) {
    this.owner = owner;
    this.declared = decorators.values().toArray(new Declared[0]);
    this.initial = decorators.values().stream().map(Declared::value).toArray();
    Map<String, Integer> bySlot = new HashMap<>();
    for (String name : decorators.keySet()) {
      bySlot.put(name, bySlot.size());
    }
    this.slots = Map.copyOf(bySlot);
  }

  String owner() {
    return owner;
  }

  /** The values of a new request or reply. */
  @Nullable Object[] newValues() {
    return initial.length == 0 ? initial : initial.clone();
  }

  @Nullable Object get(@Nullable Object[] values, String name, Object self) {
    return value(values[slot(name)], self);
  }

  <T> @Nullable T get(@Nullable Object[] values, DecoratorKey<T> key, Object self) {
    int slot = slot(key.name());
    return DecoratorTypes.typed(owner, declared[slot].key(), key, value(values[slot], self));
  }

  <T> T require(@Nullable Object[] values, DecoratorKey<T> key, Object self) {
    return DecoratorTypes.present(owner, key.name(), get(values, key, self));
  }

  private static @Nullable Object value(@Nullable Object held, Object self) {
    return held instanceof Accessors computed ? computed.getter().apply(self) : held;
  }

  void set(@Nullable Object[] values, String name, @Nullable Object value, Object self) {
    int slot = slot(name);
    DecoratorTypes.requireSettable(owner, name, declared[slot].key(), value);
    if (values[slot] instanceof Accessors computed) {
      if (computed.setter() == null) {
        throw DecoratorTypes.onlyComputed(owner, name);
      }
      computed.setter().accept(self, value);
    } else {
      values[slot] = value;
    }
  }

  <T> void set(@Nullable Object[] values, DecoratorKey<T> key, @Nullable T value, Object self) {
    DecoratorTypes.requireSame(owner, declared[slot(key.name())].key(), key);
    set(values, key.name(), value, self);
  }

  private int slot(String name) {
    Integer slot = slots.get(name);
    if (slot == null) {
      throw ErrorCode.FST_ERR_DEC_UNDECLARED.error(name, owner);
    }
    return slot;
  }
}
