package dev.fastjava.internal.serialization;

import dev.fastjava.testing.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random schemas, values that satisfy them, and what of a value a schema lets through. Values of
 * objects have properties besides the declared ones; these hold {@link #SECRET}.
 */
final class RandomReplies {
  static final String SECRET = "S3CR3T";

  private static final String[] TEXTS = {
    "",
    "a",
    "Ada Lovelace",
    "tab\tquote\"back\\slash",
    "Grüße",
    "東京 🚀",
    "\u0000\u001f\u2028",
    "x".repeat(37) + "ü",
    "y".repeat(2000),
    "null",
    "{\"a\":1}"
  };

  private static final Object[] NUMBERS = {
    0, 1, -7, 42L, Long.MAX_VALUE, 0.1, -2.5, 1e21, 1e-7, 129.95, 4.9e-324, 1.7976931348623157e308
  };

  private final Random random;

  /** Schemas being combined: they are not closed, or no value would satisfy all of them. */
  private int combined;

  RandomReplies(long seed) {
    random = Seeds.random(seed);
  }

  private <T> T oneOf(List<T> options) {
    return options.get(random.nextInt(options.size()));
  }

  /** Makes a schema; at depth 0 one of a scalar. */
  Map<String, Object> schema(int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 11)) {
      case 0 -> Map.of("type", "string");
      case 1 -> Map.of("type", "integer");
      case 2 -> Map.of("type", "number");
      case 3 -> Map.of("type", "boolean");
      case 4 -> Map.of("type", List.of("string", "null"));
      case 5, 6 -> Map.of("type", "array", "items", schema(depth - 1));
      case 7 -> alternatives(depth - 1);
      case 8 -> all(depth - 1);
      default -> object("p", depth - 1);
    };
  }

  private Map<String, Object> alternatives(int depth) {
    combined++;
    Map<String, Object> object = object("p", depth);
    combined--;
    return Map.of(
        oneOf(List.of("anyOf", "oneOf")),
        List.of(Map.of("type", "boolean"), Map.of("type", "string"), object));
  }

  private Map<String, Object> all(int depth) {
    combined++;
    Map<String, Object> left = object("left", depth);
    Map<String, Object> right = object("right", depth);
    combined--;
    return Map.of("allOf", List.of(left, right));
  }

  private Map<String, Object> object(String prefix, int depth) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      properties.put(prefix + " " + i, schema(Math.max(0, depth)));
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    if (random.nextInt(4) == 0 && prefix.equals("p")) {
      schema.put("patternProperties", Map.of("^x-", Map.of("type", "integer")));
    }
    if (combined == 0 && random.nextInt(4) == 0) {
      schema.put("additionalProperties", false);
    }
    return schema;
  }

  /** Makes a value of plain Java types. */
  @Nullable Object value(Map<?, ?> schema) {
    if (schema.get("allOf") instanceof List<?> parts) {
      Map<String, @Nullable Object> all = new LinkedHashMap<>();
      for (Object part : parts) {
        all.putAll(members((Map<?, ?>) part));
      }
      return all;
    }
    if (options(schema) instanceof List<?> options) {
      return value((Map<?, ?>) oneOf(options));
    }
    if (schema.get("type") instanceof List<?>) {
      return random.nextBoolean() ? null : TEXTS[random.nextInt(TEXTS.length)];
    }
    return switch (String.valueOf(schema.get("type"))) {
      case "string" -> TEXTS[random.nextInt(TEXTS.length)];
      case "integer" -> NUMBERS[random.nextInt(5)];
      case "number" -> NUMBERS[random.nextInt(NUMBERS.length)];
      case "boolean" -> random.nextBoolean();
      case "array" -> {
        List<@Nullable Object> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(value((Map<?, ?>) schema.get("items")));
        }
        yield items;
      }
      default -> members(schema);
    };
  }

  private static @Nullable Object options(Map<?, ?> schema) {
    return schema.containsKey("anyOf") ? schema.get("anyOf") : schema.get("oneOf");
  }

  private Map<String, @Nullable Object> members(Map<?, ?> schema) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    if (random.nextBoolean()) {
      members.put("undeclared", SECRET);
    }
    ((Map<?, ?>) schema.get("properties"))
        .forEach(
            (name, property) -> {
              if (random.nextInt(5) > 0) {
                members.put((String) name, value((Map<?, ?>) property));
              }
            });
    if (schema.containsKey("patternProperties")) {
      members.put("x-" + random.nextInt(9), random.nextInt(9));
    }
    if (random.nextBoolean()) {
      members.put("password", Map.of("value", List.of(SECRET)));
    }
    return members;
  }

  /** Returns what of a value a schema lets through. */
  @Nullable Object restrict(Map<?, ?> schema, @Nullable Object value) {
    if (schema.get("allOf") instanceof List<?> parts) {
      Map<String, @Nullable Object> all = new LinkedHashMap<>();
      for (Object part : parts) {
        all.putAll(asMap(restrict((Map<?, ?>) part, value)));
      }
      return all;
    }
    if (options(schema) instanceof List<?> options) {
      int option = value instanceof Boolean ? 0 : value instanceof String ? 1 : 2;
      return restrict((Map<?, ?>) options.get(option), value);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> items = new ArrayList<>();
      list.forEach(item -> items.add(restrict((Map<?, ?>) schema.get("items"), item)));
      return items;
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
    Map<String, @Nullable Object> kept = new LinkedHashMap<>();
    map.forEach(
        (name, member) -> {
          if (properties.get(name) instanceof Map<?, ?> property) {
            kept.put((String) name, restrict(property, member));
          } else if (schema.containsKey("patternProperties") && ((String) name).startsWith("x-")) {
            kept.put((String) name, member);
          }
        });
    return kept;
  }

  @SuppressWarnings("unchecked") // made here
  private static Map<String, @Nullable Object> asMap(@Nullable Object value) {
    return (Map<String, @Nullable Object>) java.util.Objects.requireNonNull(value);
  }

  /** Returns the same value in other types: trees of Jackson, other collections, optionals. */
  @SuppressWarnings({"JdkObsolete", "UnnecessaryStringBuilder"}) // users have such values
  @Nullable Object disguise(@Nullable Object value) {
    if (value instanceof List<?> list) {
      List<@Nullable Object> items = new ArrayList<>();
      list.forEach(item -> items.add(disguise(item)));
      List<IntFunction<Object>> forms =
          List.of(
              n -> items,
              n -> items.toArray(),
              n -> new LinkedList<>(items),
              n ->
                  items.size() == new LinkedHashSet<>(items).size()
                      ? new LinkedHashSet<>(items)
                      : items,
              n -> JsonMapper.shared().valueToTree(list));
      return oneOf(forms).apply(0);
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> members = new LinkedHashMap<>();
      map.forEach((name, member) -> members.put(name, disguise(member)));
      List<IntFunction<Object>> forms =
          List.of(
              n -> members,
              n -> new HashMap<>(members),
              n -> new TreeMap<>(members),
              n -> Optional.of(members),
              n -> JsonMapper.shared().valueToTree(map));
      return oneOf(forms).apply(0);
    }
    if (value instanceof String text) {
      return oneOf(List.<Object>of(text, new StringBuilder(text), Optional.of(text)));
    }
    if (value instanceof Integer number) {
      return oneOf(List.<Object>of(number, number.shortValue(), new AtomicLong(number)));
    }
    return value;
  }
}
