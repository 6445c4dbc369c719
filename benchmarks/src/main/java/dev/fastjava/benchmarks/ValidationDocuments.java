package dev.fastjava.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The schemas and documents of {@link ValidationBenchmark}. */
final class ValidationDocuments {
  static final int LEVELS = 4;
  static final int ALTERNATIVES = 8;

  private ValidationDocuments() {}

  static Object read(String resource) {
    return JsonMapper.shared()
        .readValue(
            Objects.requireNonNull(ValidationDocuments.class.getResourceAsStream(resource)),
            Object.class);
  }

  /** An order with three errors. */
  static Map<String, @Nullable Object> faultyOrder() {
    Map<String, @Nullable Object> order = object(read("order.json"));
    order.put("customerId", 0);
    order.put("currency", "XXX");
    order.put("items", new ArrayList<>());
    return order;
  }

  @SuppressWarnings("unchecked") // the resource is a JSON object
  private static Map<String, @Nullable Object> object(Object value) {
    return (Map<String, @Nullable Object>) value;
  }

  // ---- a long array

  static Map<String, Object> batchSchema() {
    return Map.of(
        "type",
        "array",
        "items",
        Map.of(
            "type",
            "object",
            "required",
            List.of("sku", "qty", "price"),
            "properties",
            Map.of(
                "sku",
                Map.of("type", "string", "minLength", 1),
                "qty",
                Map.of("type", "integer", "minimum", 1),
                "price",
                Map.of("type", "number", "minimum", 0))));
  }

  static List<Object> batch(int size) {
    List<Object> lines = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Map<String, @Nullable Object> line = new LinkedHashMap<>();
      line.put("sku", "SKU-" + (1000 + i));
      line.put("qty", 1 + i % 7);
      line.put("price", 0.25 + i);
      lines.add(line);
    }
    return lines;
  }

  static List<Object> faultyBatch() {
    List<Object> lines = batch(1_000);
    object(lines.get(999)).put("qty", 0);
    return lines;
  }

  // ---- nested alternatives

  /** At each level an object of one of several kinds, all but the innermost with another in it. */
  static Map<String, Object> shapesSchema() {
    return shapesSchema(LEVELS);
  }

  private static Map<String, Object> shapesSchema(int levels) {
    List<Object> alternatives = new ArrayList<>();
    for (int i = 0; i < ALTERNATIVES; i++) {
      Map<String, Object> properties = new LinkedHashMap<>();
      properties.put("kind", Map.of("type", "string", "const", "kind" + i));
      properties.put("size", Map.of("type", "integer", "minimum", 0));
      List<String> required = new ArrayList<>(List.of("kind", "size"));
      if (levels > 1) {
        properties.put("inner", shapesSchema(levels - 1));
        required.add("inner");
      }
      alternatives.add(Map.of("type", "object", "properties", properties, "required", required));
    }
    return Map.of("type", "object", "oneOf", alternatives);
  }

  /** Each level is of the last kind but one. */
  static Map<String, @Nullable Object> shapes() {
    return shapes("kind" + (ALTERNATIVES - 2));
  }

  static Map<String, @Nullable Object> faultyShapes() {
    return shapes("kind" + ALTERNATIVES);
  }

  private static Map<String, @Nullable Object> shapes(String innermost) {
    Map<String, @Nullable Object> shape = new LinkedHashMap<>();
    shape.put("kind", innermost);
    shape.put("size", 1);
    for (int level = 1; level < LEVELS; level++) {
      Map<String, @Nullable Object> outer = new LinkedHashMap<>();
      outer.put("kind", "kind" + (ALTERNATIVES - 2));
      outer.put("size", level);
      outer.put("inner", shape);
      shape = outer;
    }
    return shape;
  }
}
