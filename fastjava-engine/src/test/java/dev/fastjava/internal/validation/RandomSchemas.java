package dev.fastjava.internal.validation;

import dev.fastjava.testing.Seeds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes schemas of draft-07 and documents at random, the same ones for the same seed. Names, texts
 * and numbers come from small sets, so that a document often nearly fits.
 */
final class RandomSchemas {
  private static final List<String> NAMES = List.of("a", "b", "c", "d~/e");
  private static final List<String> TYPES =
      List.of("string", "integer", "number", "boolean", "null", "array", "object");

  private final Random random;

  RandomSchemas(long seed) {
    this.random = Seeds.random(seed);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** A schema whose references lead to its definitions. */
  Map<String, Object> schema() {
    Map<String, Object> schema = keywords(3);
    Map<String, Object> definitions = new LinkedHashMap<>();
    definitions.put("leaf", keywords(0));
    definitions.put("tree", keywords(1));
    schema.put("definitions", definitions);
    return schema;
  }

  private Object part(int depth) {
    if (chance(0.06)) {
      return chance(0.7);
    }
    if (chance(0.12)) {
      Map<String, Object> reference = new LinkedHashMap<>();
      reference.put("$ref", "#/definitions/" + (depth > 0 && chance(0.3) ? "tree" : "leaf"));
      return reference;
    }
    return keywords(depth);
  }

  private Map<String, Object> keywords(int depth) {
    Map<String, Object> schema = new LinkedHashMap<>();
    if (chance(0.6)) {
      schema.put("type", chance(0.85) ? oneOf(TYPES) : new ArrayList<>(distinct(TYPES, 2)));
    }
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      keyword(schema, depth);
    }
    return schema;
  }

  private void keyword(Map<String, Object> schema, int depth) {
    switch (random.nextInt(depth > 0 ? 30 : 17)) {
      case 0 -> schema.put("minimum", number());
      case 1 -> schema.put("maximum", number());
      case 2 -> schema.put("exclusiveMinimum", number());
      case 3 -> schema.put("exclusiveMaximum", number());
      case 4 -> schema.put("multipleOf", oneOf(List.<Object>of(1, 2, 3, 0.5)));
      case 5 -> schema.put("minLength", random.nextInt(4));
      case 6 -> schema.put("maxLength", random.nextInt(4));
      case 7 -> schema.put("pattern", oneOf(List.of("^a", "b$", "^[a-c]+$", "x|1", "^\\d+$")));
      case 8 -> schema.put("enum", different(list(() -> value(1), 1 + random.nextInt(3))));
      case 9 -> schema.put("const", orText(value(1)));
      case 10 -> schema.put("minItems", random.nextInt(3));
      case 11 -> schema.put("maxItems", random.nextInt(3));
      case 12 -> schema.put("uniqueItems", true);
      case 13 -> schema.put("minProperties", random.nextInt(3));
      case 14 -> schema.put("maxProperties", random.nextInt(3));
      case 15 -> schema.put("required", new ArrayList<>(distinct(NAMES, 1 + random.nextInt(2))));
      case 16 -> {
        if (schema.containsKey("type")) {
          schema.put("default", orText(value(1)));
        }
      }
      case 17, 18, 19 -> schema.put("properties", map(depth));
      case 20 -> schema.put("patternProperties", Map.of("^[ab]", part(depth - 1)));
      case 21 -> schema.put("additionalProperties", chance(0.5) ? false : part(depth - 1));
      case 22 -> schema.put("propertyNames", part(0));
      case 23 ->
          schema.put(
              "dependencies",
              Map.of(oneOf(NAMES), chance(0.5) ? List.of(oneOf(NAMES)) : part(depth - 1)));
      case 24 -> {
        if (chance(0.3)) {
          schema.put("items", list(() -> part(depth - 1), 2));
          schema.put("additionalItems", part(depth - 1));
        } else {
          schema.put("items", part(depth - 1));
        }
      }
      case 25 -> schema.put("contains", part(depth - 1));
      case 26 -> schema.put("allOf", list(() -> part(depth - 1), 2));
      case 27 -> schema.put("anyOf", list(() -> part(depth - 1), 2));
      case 28 -> schema.put("oneOf", list(() -> part(depth - 1), 1 + random.nextInt(3)));
      default -> {
        if (chance(0.4)) {
          schema.put("not", part(depth - 1));
        } else {
          schema.put("if", part(depth - 1));
          schema.put("then", part(depth - 1));
          schema.put("else", part(depth - 1));
        }
      }
    }
  }

  private Map<String, Object> map(int depth) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String name : distinct(NAMES, 1 + random.nextInt(3))) {
      properties.put(name, part(depth - 1));
    }
    return properties;
  }

  private Object number() {
    int whole = random.nextInt(9) - 4;
    return chance(0.7) ? (Object) whole : whole + 0.5;
  }

  private static Object orText(@Nullable Object value) {
    return value == null ? "x" : value;
  }

  /** A document. */
  @Nullable Object value(int depth) {
    return switch (random.nextInt(depth > 0 ? 11 : 7)) {
      case 0 -> null;
      case 1 -> chance(0.5);
      case 2, 3 -> number();
      case 4, 5, 6 -> oneOf(List.of("", "a", "ab", "abc", "x1", "12", "true", "\ud83d\ude00"));
      case 7, 8 -> list(() -> value(depth - 1), random.nextInt(4));
      default -> {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (String name : distinct(NAMES, random.nextInt(4))) {
          object.put(name, value(depth - 1));
        }
        yield object;
      }
    };
  }

  private static List<@Nullable Object> different(List<@Nullable Object> values) {
    return new ArrayList<>(new LinkedHashSet<>(values));
  }

  private <T> List<T> distinct(List<T> from, int count) {
    List<T> left = new ArrayList<>(from);
    List<T> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chosen.add(left.remove(random.nextInt(left.size())));
    }
    return chosen;
  }

  private static List<@Nullable Object> list(Supplier<@Nullable Object> item, int size) {
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(item.get());
    }
    return list;
  }
}
