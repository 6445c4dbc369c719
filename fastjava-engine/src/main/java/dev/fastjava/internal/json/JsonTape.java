package dev.fastjava.internal.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * One JSON value as its tokens, one after the other: what a schema can be checked against and a
 * type can be bound to without a map or a list for anything in it. Not changed once it is made.
 *
 * <p>Places are numbers of tokens. The name of a property stands at the place of its value.
 */
public final class JsonTape {
  private JsonToken[] tokens;

  /** Texts, numbers and what is no JSON; of the start of a container where it ends. */
  private @Nullable Object[] values;

  /** The names of what is a property. */
  private @Nullable String[] names;

  private int size;
  private boolean duplicates;

  JsonTape(int capacity) {
    tokens = new JsonToken[capacity];
    values = new @Nullable Object[capacity];
    names = new @Nullable String[capacity];
  }

  /** Adds a value or the start of a container; returns its place. */
  int add(@Nullable String name, JsonToken token, @Nullable Object value) {
    int at = size;
    if (at == tokens.length) {
      tokens = Arrays.copyOf(tokens, at * 2);
      values = Arrays.copyOf(values, at * 2);
      names = Arrays.copyOf(names, at * 2);
    }
    tokens[at] = token;
    values[at] = value;
    names[at] = name;
    size = at + 1;
    return at;
  }

  /** Ends the container that starts at a place. */
  void close(int start, JsonToken end) {
    values[start] = size;
    add(null, end, null);
  }

  void foundDuplicate() {
    duplicates = true;
  }

  /** Whether some object has two properties of one name, of which only the last one counts. */
  public boolean hasDuplicates() {
    return duplicates;
  }

  int size() {
    return size;
  }

  JsonToken token(int at) {
    return tokens[at];
  }

  @Nullable Object raw(int at) {
    return values[at];
  }

  /** Whether an object starts at a place. */
  public boolean isObject(int at) {
    return tokens[at] == JsonToken.START_OBJECT;
  }

  /** Whether an array starts at a place. */
  public boolean isArray(int at) {
    return tokens[at] == JsonToken.START_ARRAY;
  }

  /** Whether an object or an array starts at a place. */
  public boolean isContainer(int at) {
    return isObject(at) || isArray(at);
  }

  /** Whether an object or an array ends at a place. */
  public boolean isEnd(int at) {
    JsonToken token = tokens[at];
    return token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY;
  }

  /** The name of the property at a place; null for what is none. */
  public @Nullable String name(int at) {
    return names[at];
  }

  /** The names of the properties of what starts at a place: none of what is no object. */
  public Iterable<String> names(int at) {
    List<String> found = new ArrayList<>();
    for (int i = at + 1; isObject(at) && !isEnd(i); i = after(i)) {
      found.add(Objects.requireNonNull(names[i]));
    }
    return found;
  }

  /** The plain value at a place where no container starts. */
  public @Nullable Object value(int at) {
    return switch (tokens[at]) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> values[at] instanceof Fraction fraction ? fraction.value() : values[at];
    };
  }

  /** The place behind the value at a place. */
  public int after(int at) {
    return isContainer(at) && values[at] instanceof Integer end ? end + 1 : at + 1;
  }

  /** The value that starts at a place, by itself. */
  JsonTape part(int at) {
    int end = after(at);
    JsonTape part = new JsonTape(end - at);
    for (int i = at; i < end; i++) {
      Object value = values[i];
      part.add(
          i == at ? null : names[i],
          tokens[i],
          isContainer(i) && value instanceof Integer last ? (Integer) (last - at) : value);
    }
    return part;
  }

  /** Reads the tokens as Jackson reads them. */
  TapeParser parser(ObjectReadContext context) {
    return new TapeParser(this, context);
  }
}
