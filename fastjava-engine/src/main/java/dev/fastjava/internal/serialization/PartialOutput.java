package dev.fastjava.internal.serialization;

import dev.fastjava.internal.json.JsonPointers;
import dev.fastjava.schema.Utf8Output;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads from unfinished output where it broke off, so that nothing has to be kept for it while
 * replies are written. What is open in it begins with the comma that becomes its bracket in the
 * end.
 */
final class PartialOutput {
  private final byte[] bytes;
  private final int size;

  /** The name or index within each object or array that is open. */
  private final List<Object> path = new ArrayList<>();

  private int position;

  private PartialOutput(Utf8Output out) {
    bytes = out.array();
    size = out.size();
  }

  /**
   * Returns the place that was to be written next.
   *
   * @param property the missing one of the object there; null when the value there is meant
   * @return a JSON pointer; null when the output does not tell
   */
  static @Nullable String path(Utf8Output out, @Nullable String property) {
    PartialOutput partial = new PartialOutput(out);
    if (!partial.read()) {
      return null;
    }
    StringBuilder pointer = new StringBuilder();
    partial.path.forEach(step -> append(step.toString(), pointer));
    if (property != null) {
      append(property, pointer);
    }
    return pointer.toString();
  }

  private static void append(String step, StringBuilder pointer) {
    pointer.append('/').append(JsonPointers.escape(step));
  }

  private boolean read() {
    boolean expectsValue = true;
    while (position < size) {
      if (expectsValue) {
        int end = bytes[position] == ',' ? -1 : endOfValue();
        if (end >= 0) {
          position = end;
          expectsValue = false;
        } else if (bytes[position] == ',' || bytes[position] == '[') {
          position++;
          String name = bytes[position - 1] == ',' ? name() : null;
          path.add(name == null ? Integer.valueOf(0) : name);
        } else {
          return false;
        }
      } else if (bytes[position] == ',' && next()) {
        expectsValue = true;
      } else {
        return false;
      }
    }
    if (!expectsValue && !path.isEmpty()) {
      path.remove(path.size() - 1); // the last member is whole: it is the object that lacks one
    }
    return true;
  }

  /** Goes on to the next item or member of what is open. */
  private boolean next() {
    if (path.isEmpty()) {
      return false;
    }
    position++;
    int last = path.size() - 1;
    Object step = path.get(last);
    Object following = step instanceof Integer index ? Integer.valueOf(index + 1) : name();
    if (following == null) {
      return false;
    }
    path.set(last, following);
    return true;
  }

  /** Reads a name and its colon; null, and nothing is read, when there is none. */
  private @Nullable String name() {
    if (position >= size || bytes[position] != '"') {
      return null;
    }
    int end = endOfText(position);
    if (end < 0 || end >= size || bytes[end] != ':') {
      return null;
    }
    String name = new String(bytes, position + 1, end - position - 2, StandardCharsets.UTF_8);
    position = end + 1;
    return name;
  }

  /** Returns the end of the value that begins here; negative when it is not complete. */
  private int endOfValue() {
    int depth = 0;
    int at = position;
    while (at < size) {
      byte next = bytes[at];
      if (next == '"') {
        at = endOfText(at);
        if (at < 0) {
          return -1;
        }
      } else if (next == '{' || next == '[') {
        depth++;
        at++;
      } else if (next == '}' || next == ']') {
        depth--;
        at++;
      } else if (next == ',' && depth == 0) {
        return at;
      } else {
        at++;
      }
      if (depth == 0 && (next == '"' || next == '}' || next == ']')) {
        return at;
      }
    }
    return depth == 0 ? at : -1;
  }

  private int endOfText(int start) {
    for (int at = start + 1; at < size; at++) {
      if (bytes[at] == '\\') {
        at++;
      } else if (bytes[at] == '"') {
        return at + 1;
      }
    }
    return -1;
  }
}
