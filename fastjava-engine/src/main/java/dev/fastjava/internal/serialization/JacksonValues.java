package dev.fastjava.internal.serialization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.POJONode;

/** Jackson's trees as plain values. */
final class JacksonValues {
  private JacksonValues() {}

  /** An object that Jackson wrote. A null in it is the null of a record or bean. */
  static final class WrittenObject extends LinkedHashMap<String, @Nullable Object> {
    private static final long serialVersionUID = 1L;
  }

  /** Returns maps, lists, texts, numbers and booleans; null for a missing node too. */
  static @Nullable Object toPlain(JsonNode node) {
    return toPlain(node, false);
  }

  /** Returns the same for what Jackson wrote of a record or bean. */
  static @Nullable Object written(JsonNode node) {
    return toPlain(node, true);
  }

  private static @Nullable Object toPlain(JsonNode node, boolean written) {
    if (node.isObject()) {
      Map<String, @Nullable Object> map = written ? new WrittenObject() : new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> property : node.properties()) {
        map.put(property.getKey(), toPlain(property.getValue(), written));
      }
      return map;
    }
    if (node.isArray()) {
      List<@Nullable Object> list = new ArrayList<>(node.size());
      for (JsonNode item : node) {
        list.add(toPlain(item, written));
      }
      return list;
    }
    if (node.isString()) {
      return node.stringValue();
    }
    if (node.isNumber()) {
      return node.numberValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node instanceof POJONode pojo) {
      return pojo.getPojo();
    }
    return node.isBinary() ? node.asString() : null;
  }
}
