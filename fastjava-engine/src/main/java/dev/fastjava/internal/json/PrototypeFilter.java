package dev.fastjava.internal.json;

import dev.fastjava.option.Poisoning;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the keys of parsed JSON that could poison prototypes: {@code __proto__}, and a {@code
 * constructor} that is an object with a {@code prototype}. Reference: Guides/Prototype-Poisoning.
 *
 * @param proto what to do about the former
 * @param constructor what to do about the latter
 */
record PrototypeFilter(Poisoning proto, Poisoning constructor) {

  /** Whether there is nothing to look for. */
  boolean ignoresAll() {
    return proto == Poisoning.IGNORE && constructor == Poisoning.IGNORE;
  }

  /**
   * Looks through a value, and removes what is to be removed.
   *
   * @return false when it holds what is to be refused
   */
  boolean admits(@Nullable Object root) {
    Deque<Object> open = new ArrayDeque<>();
    add(open, root);
    while (!open.isEmpty()) {
      Object container = open.remove();
      if (container instanceof Map<?, ?> object) {
        if (!admitsKeys(object)) {
          return false;
        }
        object.values().forEach(value -> add(open, value));
      } else if (container instanceof List<?> array) {
        array.forEach(value -> add(open, value));
      }
    }
    return true;
  }

  private boolean admitsKeys(Map<?, ?> object) {
    if (proto != Poisoning.IGNORE && object.containsKey(JsonTree.PROTO)) {
      if (proto == Poisoning.ERROR) {
        return false;
      }
      object.remove(JsonTree.PROTO);
    }
    if (constructor != Poisoning.IGNORE
        && object.get(JsonTree.CONSTRUCTOR) instanceof Map<?, ?> type
        && type.containsKey("prototype")) {
      if (constructor == Poisoning.ERROR) {
        return false;
      }
      object.remove(JsonTree.CONSTRUCTOR);
    }
    return true;
  }

  private static void add(Deque<Object> open, @Nullable Object value) {
    if (value instanceof Map || value instanceof List) {
      open.add(value);
    }
  }
}
