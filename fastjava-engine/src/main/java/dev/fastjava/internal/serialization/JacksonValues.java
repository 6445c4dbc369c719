package dev.fastjava.internal.serialization;

import dev.fastjava.internal.json.JsonWriterScalars;
import dev.fastjava.internal.json.PlainMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.POJONode;

/**
 * What Jackson writes, as plain values that nothing asks Jackson about once more. Thread-safe.
 *
 * <p>Where a mapper has serializers of its own for texts, numbers or booleans, those in trees stay
 * nodes: what is one has been written, and what is none has not.
 */
final class JacksonValues {
  private final ObjectMapper mapper;
  private final PlainMapper plain;
  private final boolean asksBasic;

  JacksonValues(ObjectMapper mapper, PlainMapper plain) {
    this.mapper = mapper;
    this.plain = plain;
    this.asksBasic = !plain.areBasicPlain();
  }

  /** An object of a tree. */
  static class NodeObject extends LinkedHashMap<String, @Nullable Object> {
    private static final long serialVersionUID = 1L;
  }

  /** An object that Jackson wrote. A null in it is the null of a record or bean. */
  static final class WrittenObject extends NodeObject {
    private static final long serialVersionUID = 1L;
  }

  /** An array of a tree. */
  static final class NodeList extends ArrayList<@Nullable Object> {
    private static final long serialVersionUID = 1L;

    NodeList(int size) {
      super(size);
    }
  }

  /** Tells whether instances of a class come from trees, and so have been written already. */
  static boolean isOfTree(Class<?> type) {
    return type == WrittenObject.class || type == NodeList.class || type == NodeObject.class;
  }

  /** Tells whether the mapper has serializers of its own for texts, numbers or booleans. */
  boolean asksBasic() {
    return asksBasic;
  }

  /**
   * Returns what Jackson writes for a text, a number or a boolean that the mapper has a serializer
   * of its own for, as a node; everything else as it is.
   */
  @Nullable Object asked(@Nullable Object value) {
    return asksBasic && value != null && isBasic(value) && !plain.isPlain(value.getClass())
        ? leaf(plain.treeOf(value))
        : value;
  }

  private static boolean isBasic(Object value) {
    return value instanceof String
        || value instanceof Boolean
        || JsonWriterScalars.isBasicNumber(value.getClass());
  }

  private static @Nullable Object leaf(JsonNode node) {
    return node.isNull() || node.isMissingNode() ? null : node;
  }

  /** Returns what Jackson writes for a text, a number, a date or the like, as a plain value. */
  @Nullable Object ofScalar(Object value) {
    return plainOf(plain.treeOf(value), true);
  }

  /** Returns what Jackson writes for any value, as a plain one. */
  @Nullable Object of(Object value) {
    return plainOf(mapper.<JsonNode>valueToTree(value), true);
  }

  /** Returns a tree as maps, lists, texts, numbers and booleans; null for a missing node too. */
  @Nullable Object ofNode(JsonNode node) {
    return plainOf(node, false);
  }

  /** Returns the same for a property that Jackson wrote, which may be a text, number or boolean. */
  @Nullable Object ofProperty(JsonNode node) {
    return memberOf(node, true);
  }

  private @Nullable Object memberOf(JsonNode node, boolean written) {
    return asksBasic && node.isValueNode() ? leaf(node) : plainOf(node, written);
  }

  private @Nullable Object plainOf(JsonNode node, boolean written) {
    if (node.isObject()) {
      Map<String, @Nullable Object> map = written ? new WrittenObject() : new NodeObject();
      for (Map.Entry<String, JsonNode> property : node.properties()) {
        map.put(property.getKey(), memberOf(property.getValue(), written));
      }
      return map;
    }
    if (node.isArray()) {
      List<@Nullable Object> list = new NodeList(node.size());
      for (JsonNode item : node) {
        list.add(memberOf(item, written));
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
