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
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
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

  /** An object or array of a tree. */
  sealed interface OfTree permits NodeObject, NodeList {
    /** The same as Jackson has it. */
    JsonNode node();

    /** What Jackson has written it of; null when it did not tell, or nothing was written. */
    @Nullable Object source();
  }

  /** An object of a tree. */
  static sealed class NodeObject extends LinkedHashMap<String, @Nullable Object> implements OfTree
      permits WrittenObject {
    private static final long serialVersionUID = 1L;

    private final transient JsonNode node;
    private final transient @Nullable Object source;

    NodeObject(JsonNode node, @Nullable Object source) {
      this.node = node;
      this.source = source;
    }

    @Override
    public JsonNode node() {
      return node;
    }

    @Override
    public @Nullable Object source() {
      return source;
    }
  }

  /** An object that Jackson wrote. A null in it is the null of a record or bean. */
  static final class WrittenObject extends NodeObject {
    private static final long serialVersionUID = 1L;

    WrittenObject(JsonNode node, @Nullable Object source) {
      super(node, source);
    }
  }

  /** An array of a tree. */
  static final class NodeList extends ArrayList<@Nullable Object> implements OfTree {
    private static final long serialVersionUID = 1L;

    private final transient JsonNode node;
    private final transient @Nullable Object source;

    NodeList(JsonNode node, @Nullable Object source) {
      super(node.size());
      this.node = node;
      this.source = source;
    }

    @Override
    public JsonNode node() {
      return node;
    }

    @Override
    public @Nullable Object source() {
      return source;
    }
  }

  /**
   * Returns what a tag of an array is wrapped around, for schemas that know no tag: {@code
   * ["com.acme.Order", {}]} is an object. Anything else as it is.
   */
  static @Nullable Object untagged(@Nullable Object value) {
    return value instanceof NodeList list
            && list.source != null
            && list.size() == 2
            && list.get(1) instanceof OfTree inside
            && inside.source() == list.source
        ? inside
        : value;
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
    return plainOf(plain.treeOf(value), true, Sources.NONE);
  }

  /** Returns what Jackson writes for any value, as a plain one. */
  @Nullable Object of(Object value) {
    SourcedBuffer written = buffer(mapper._serializationContext());
    mapper.writer().without(SerializationFeature.WRAP_ROOT_VALUE).writeValue(written, value);
    return read(written);
  }

  /** Makes what {@link #read} reads. */
  static SourcedBuffer buffer(SerializationContext context) {
    return new SourcedBuffer(context.bufferForValueConversion());
  }

  /** Returns what was written as a plain value. */
  @Nullable Object read(SourcedBuffer written) {
    JsonNode tree = mapper.readTree(written.tokens());
    return plainOf(tree, true, Sources.of(written.sources(), tree));
  }

  /** Returns what Jackson writes for a value by itself, wherever it stands. */
  JsonNode aloneOf(Object value) {
    return plain.treeOf(value);
  }

  /** Returns a tree as maps, lists, texts, numbers and booleans; null for a missing node too. */
  @Nullable Object ofNode(JsonNode node) {
    return plainOf(node, false, Sources.NONE);
  }

  /** What objects and arrays were written of, in the order of their beginnings. */
  private static final class Sources {
    static final Sources NONE = new Sources(List.of());

    private final List<@Nullable Object> all;
    private int next;

    private Sources(List<@Nullable Object> all) {
      this.all = all;
    }

    /** None, when something was written that is not in the tree: a name twice, for example. */
    static Sources of(List<@Nullable Object> all, JsonNode tree) {
      return count(tree) == all.size() ? new Sources(all) : NONE;
    }

    private static int count(JsonNode node) {
      int count = node.isContainer() ? 1 : 0;
      for (JsonNode inside : node) {
        count += count(inside);
      }
      return count;
    }

    @Nullable Object next() {
      return next < all.size() ? all.get(next++) : null;
    }
  }

  private @Nullable Object memberOf(JsonNode node, boolean written, Sources sources) {
    return asksBasic && node.isValueNode() ? leaf(node) : plainOf(node, written, sources);
  }

  private @Nullable Object plainOf(JsonNode node, boolean written, Sources sources) {
    if (node.isObject()) {
      Object source = sources.next();
      Map<String, @Nullable Object> map =
          written ? new WrittenObject(node, source) : new NodeObject(node, source);
      for (Map.Entry<String, JsonNode> property : node.properties()) {
        map.put(property.getKey(), memberOf(property.getValue(), written, sources));
      }
      return map;
    }
    if (node.isArray()) {
      List<@Nullable Object> list = new NodeList(node, sources.next());
      for (JsonNode item : node) {
        list.add(memberOf(item, written, sources));
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
