package dev.fastjava.internal.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Builds plain values from the tokens of one text. A loop with a stack of its own, so that depth
 * costs no stack of the thread.
 */
final class JsonTree {
  /** The name that stands for the prototype of an object in JavaScript. */
  static final String PROTO = "__proto__";

  /** The name that leads to the prototype by way of the class. */
  static final String CONSTRUCTOR = "constructor";

  private final JsonParser parser;
  private final ReadSettings settings;
  private Object[] parents = new Object[8];
  private int depth;
  private final WatchedNames watched = new WatchedNames();
  private boolean inexact;
  private boolean duplicates;
  private @Nullable Object value;

  JsonTree(JsonParser parser, ReadSettings settings) {
    this.parser = parser;
    this.settings = settings;
  }

  @Nullable Object value() {
    return value;
  }

  WatchedNames watched() {
    return watched;
  }

  /** Whether some object has two properties of one name. */
  boolean hasDuplicates() {
    return duplicates;
  }

  /** Whether there is a number of which a double may not keep all that the text says. */
  boolean isInexact() {
    return inexact;
  }

  /** Reads the one value of the text. */
  void build() {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw new InvalidJsonException("no value");
    }
    if (token == JsonToken.START_OBJECT) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      value = object;
      fill(object);
    } else if (token == JsonToken.START_ARRAY) {
      List<@Nullable Object> array = new ArrayList<>();
      value = array;
      fill(array);
    } else {
      value = scalar(token);
    }
    if (parser.nextToken() != null) {
      throw new InvalidJsonException("more than one value");
    }
  }

  /** Reads up to the end of the outermost container. */
  private void fill(Object root) {
    Object current = root;
    do {
      current =
          current instanceof Map<?, ?> ? fillObject(object(current)) : fillArray(array(current));
    } while (current != null);
  }

  /** Reads names and values until a container begins or this one ends; returns where to go on. */
  private @Nullable Object fillObject(Map<String, @Nullable Object> object) {
    String name = parser.nextName();
    while (name != null) {
      watched.watch(name);
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
        Object child = newContainer(token);
        put(object, name, child);
        push(object);
        return child;
      }
      put(object, name, scalar(token));
      name = parser.nextName();
    }
    return pop();
  }

  private void put(Map<String, @Nullable Object> object, String name, @Nullable Object child) {
    int before = object.size();
    object.put(name, child);
    if (object.size() == before) {
      duplicates = true;
    }
  }

  private @Nullable Object fillArray(List<@Nullable Object> array) {
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
        Object child = newContainer(token);
        array.add(child);
        push(array);
        return child;
      }
      array.add(scalar(token));
      token = parser.nextToken();
    }
    return pop();
  }

  private @Nullable Object scalar(@Nullable JsonToken token) {
    if (token == null) {
      throw new InvalidJsonException("unexpected end");
    }
    return switch (token) {
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> fraction();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new InvalidJsonException("unexpected " + token);
    };
  }

  private Number fraction() {
    if (settings.decimals()) {
      BigDecimal decimal = parser.getDecimalValue();
      inexact |= decimal.signum() == 0; // may be minus zero
      return decimal;
    }
    inexact = true;
    return parser.getDoubleValue();
  }

  private Number integer() {
    Number number = settings.bigIntegers() ? parser.getBigIntegerValue() : parser.getNumberValue();
    if (settings.longs() && number instanceof Integer) {
      return number.longValue();
    }
    // Leading zeros are no JSON: a zero of two characters is minus zero, which only a double can
    // be.
    if (number.equals(0) && parser.getStringLength() == 2) {
      inexact = true;
      return -0.0;
    }
    return number;
  }

  private void push(Object container) {
    if (depth == parents.length) {
      parents = Arrays.copyOf(parents, depth * 2);
    }
    parents[depth++] = container;
  }

  private @Nullable Object pop() {
    return depth == 0 ? null : parents[--depth];
  }

  private static Object newContainer(JsonToken start) {
    return start == JsonToken.START_OBJECT
        ? new LinkedHashMap<String, @Nullable Object>()
        : new ArrayList<@Nullable Object>();
  }

  @SuppressWarnings("unchecked") // made by newContainer
  private static Map<String, @Nullable Object> object(Object container) {
    return (Map<String, @Nullable Object>) container;
  }

  @SuppressWarnings("unchecked") // made by newContainer
  private static List<@Nullable Object> array(Object container) {
    return (List<@Nullable Object>) container;
  }
}
