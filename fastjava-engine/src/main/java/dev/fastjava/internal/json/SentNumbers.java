package dev.fastjava.internal.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers among plain values stood for in the text that they were read from, where that is
 * more than they are. All are looked up at once, so that many cost no more than the text is long.
 */
final class SentNumbers {
  private record Pair(Object container, int at) {}

  private final IdentityHashMap<Object, String> texts = new IdentityHashMap<>();
  private final Deque<Pair> open = new ArrayDeque<>();

  /** Looks the numbers up; those that are elsewhere by now are not found. */
  SentNumbers(@Nullable Object values, @Nullable JsonTape tape) {
    if (tape == null) {
      return;
    }
    add(values, tape, 0);
    while (!open.isEmpty()) {
      Pair next = open.pop();
      if (next.container() instanceof Map<?, ?> map) {
        for (int at = next.at() + 1; !tape.isEnd(at); at = tape.after(at)) {
          add(map.get(tape.name(at)), tape, at);
        }
      } else if (next.container() instanceof List<?> list) {
        int at = next.at() + 1;
        for (int i = 0; i < list.size() && !tape.isEnd(at); i++) {
          add(list.get(i), tape, at);
          at = tape.after(at);
        }
      }
    }
  }

  private void add(@Nullable Object value, JsonTape tape, int at) {
    if (value instanceof Number number) {
      if (tape.raw(at) instanceof Fraction fraction && fraction.isOf(number)) {
        texts.put(number, fraction.text());
      }
    } else if ((value instanceof Map && tape.isObject(at))
        || (value instanceof List && tape.isArray(at))) {
      open.push(new Pair(value, at));
    }
  }

  @Nullable String text(Number number) {
    return texts.get(number);
  }
}
