package dev.fastjava.assertj;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small part of JSONPath: {@code $}, {@code .name}, {@code ['name']}, {@code [n]}, {@code .*} and
 * {@code [*]}.
 *
 * @param text as written
 * @param steps a {@code String} for a property, an {@code Integer} for an element, or {@link #ALL}
 */
record JsonPath(String text, List<Object> steps) {
  /** The step to each element of an array or each property of an object. */
  private static final Object ALL = new Object();

  /**
   * What a path leads to.
   *
   * @param found whether there is a value, be it null
   * @param value the value; the list of all for a path with a wildcard
   * @param reason why there is none
   */
  record Result(boolean found, @Nullable Object value, String reason) {
    private static Result of(@Nullable Object value) {
      return new Result(true, value, "");
    }

    private static Result missing(String path, String what, @Nullable Object value) {
      return new Result(
          false, null, ": " + path + " has no " + what + ": " + PlainJson.write(value));
    }
  }

  /** Reads a path; fails with {@link IllegalArgumentException} when it is none. */
  static JsonPath parse(String text) {
    if (!text.startsWith("$")) {
      throw invalid(text, 0);
    }
    List<Object> steps = new ArrayList<>();
    int position = 1;
    while (position < text.length()) {
      char c = text.charAt(position);
      int end;
      if (c == '.') {
        end = endOfName(text, position + 1);
        String name = text.substring(position + 1, end);
        if (name.isEmpty()) {
          throw invalid(text, position);
        }
        steps.add(name.equals("*") ? ALL : name);
      } else if (c == '[') {
        end = endOfBracket(text, position);
        steps.add(bracketStep(text, position, text.substring(position + 1, end - 1)));
      } else {
        throw invalid(text, position);
      }
      position = end;
    }
    return new JsonPath(text, List.copyOf(steps));
  }

  private static int endOfName(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
      end++;
    }
    return end;
  }

  private static int endOfBracket(String text, int from) {
    char first = from + 1 < text.length() ? text.charAt(from + 1) : ' ';
    boolean quoted = first == '\'' || first == '"';
    int close = quoted ? text.indexOf(first + "]", from + 2) + 1 : text.indexOf(']', from);
    if (close <= from) {
      throw invalid(text, from);
    }
    return close + 1;
  }

  private static Object bracketStep(String text, int position, String content) {
    if (content.equals("*")) {
      return ALL;
    }
    if (content.startsWith("'") || content.startsWith("\"")) {
      return content.substring(1, content.length() - 1);
    }
    try {
      return Integer.valueOf(content.strip());
    } catch (NumberFormatException e) {
      throw invalid(text, position);
    }
  }

  private static IllegalArgumentException invalid(String text, int position) {
    return new IllegalArgumentException(
        "Not a path of $, .name, ['name'], [n] and [*], at character %d: %s"
            .formatted(position, text));
  }

  Result in(@Nullable Object root) {
    return walk(root, 0, "$");
  }

  /** Whether there is a value, or with a wildcard at least one. */
  boolean existsIn(@Nullable Object root) {
    Result result = in(root);
    boolean nothing =
        steps.contains(ALL) && result.value() instanceof List<?> list && list.isEmpty();
    return result.found() && !nothing;
  }

  private Result walk(@Nullable Object value, int index, String path) {
    if (index == steps.size()) {
      return Result.of(value);
    }
    Object step = steps.get(index);
    if (step == ALL) {
      return all(value, index, path);
    }
    if (step instanceof String name) {
      return value instanceof Map<?, ?> map && map.containsKey(name)
          ? walk(map.get(name), index + 1, path + '.' + name)
          : Result.missing(path, "property " + name, value);
    }
    int position = (Integer) step;
    if (value instanceof List<?> list) {
      int element = position < 0 ? list.size() + position : position;
      if (element >= 0 && element < list.size()) {
        return walk(list.get(element), index + 1, path + '[' + position + ']');
      }
    }
    return Result.missing(path, "element " + position, value);
  }

  /** Elements for which the rest of the path leads nowhere are left out. */
  private Result all(@Nullable Object value, int index, String path) {
    Collection<?> elements;
    if (value instanceof List<?> list) {
      elements = list;
    } else if (value instanceof Map<?, ?> map) {
      elements = map.values();
    } else {
      return Result.missing(path, "elements", value);
    }
    boolean nested = steps.subList(index + 1, steps.size()).contains(ALL);
    List<@Nullable Object> found = new ArrayList<>();
    for (Object element : elements) {
      Result result = walk(element, index + 1, path + "[*]");
      if (result.found() && nested && result.value() instanceof List<?> inner) {
        found.addAll(inner);
      } else if (result.found()) {
        found.add(result.value());
      }
    }
    return Result.of(found);
  }
}
