package dev.fastjava.internal.json;

import dev.fastjava.schema.SerializationException;
import dev.fastjava.schema.Utf8Output;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is nested so deep that recursion would exhaust the thread's stack: with a stack of
 * its own, and with an eye on values that contain themselves.
 */
final class JsonWriterStack {
  private final JsonWriter writer;
  private final JsonWriterScalars scalars;
  private final Utf8Output out;
  private final Deque<Level> levels = new ArrayDeque<>();
  private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());

  /** An object or array that is being written. */
  private record Level(Object container, Iterator<?> members, int start) {
    boolean isObject() {
      return container instanceof Map;
    }
  }

  JsonWriterStack(JsonWriter writer, JsonWriterScalars scalars, Utf8Output out) {
    this.writer = writer;
    this.scalars = scalars;
    this.out = out;
  }

  /** Tells whether a value is one whose members this writes. */
  static boolean isContainer(@Nullable Object value) {
    return value instanceof Map || value instanceof Collection || value instanceof Object[];
  }

  void write(Object container) {
    push(container);
    while (!levels.isEmpty()) {
      Level level = levels.getLast();
      if (!level.members.hasNext()) {
        close(level);
        continue;
      }
      out.writeByte(',');
      Object member = level.members.next();
      if (level.isObject()) {
        Map.Entry<?, ?> entry = (Map.Entry<?, ?>) member;
        out.writeJsonString(scalars.keyText(entry.getKey()));
        out.writeByte(':');
        member = entry.getValue();
      }
      while (member != null && JsonWriter.isOptional(member)) {
        member = JsonWriter.unwrap(member);
      }
      if (member != null && isContainer(member) && !writer.isForJackson(member)) {
        push(member);
      } else {
        writer.write(member, out, JsonWriter.MAX_RECURSION - 1);
      }
    }
  }

  private void push(Object container) {
    if (!open.add(container)) {
      throw new SerializationException(Unwritable.TOO_DEEP);
    }
    levels.addLast(new Level(container, members(container), out.size()));
  }

  private static Iterator<?> members(Object container) {
    if (container instanceof Map<?, ?> map) {
      return map.entrySet().iterator();
    }
    return container instanceof Object[] array
        ? Arrays.asList(array).iterator()
        : ((Collection<?>) container).iterator();
  }

  private void close(Level level) {
    levels.removeLast();
    open.remove(level.container);
    boolean object = level.isObject();
    JsonWriter.close(level.start, object ? '{' : '[', object ? '}' : ']', out);
  }
}
