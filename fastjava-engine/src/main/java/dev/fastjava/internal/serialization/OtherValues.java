package dev.fastjava.internal.serialization;

import dev.fastjava.internal.serialization.JacksonValues.OfTree;
import dev.fastjava.internal.serialization.JavaWriters.TypeWriter;
import dev.fastjava.schema.Utf8Output;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.ValueNode;

/**
 * Writes what stands in the place of a type and is no instance of it as it stands:
 *
 * <ul>
 *   <li>null as null;
 *   <li>what holds an instance, such as an optional, as the instance;
 *   <li>items in something else than the type has them in, such as a stream, as the type's;
 *   <li>what Jackson wrote already, since it writes the object around in its own way, as the
 *       instance it was written of, without what it has left out there;
 *   <li>anything else by the schema.
 * </ul>
 */
final class OtherValues {
  private final TypeWriter type;

  /** What the type refers to: an optional of a class may be its value alone. */
  private final @Nullable TypeWriter referred;

  private final @Nullable JavaType itemType;
  private @Nullable TypeWriter items;

  private final Node schema;
  private final JavaWriters writers;
  private final Conversions conversions;

  OtherValues(TypeWriter type, Node schema, JavaWriters writers, Conversions conversions) {
    this.type = type;
    this.schema = schema;
    this.writers = writers;
    this.conversions = conversions;
    JavaType declared = type.type();
    JavaType content = declared.getContentType();
    this.referred =
        declared.isReferenceType() && content != null && !content.isJavaLangObject()
            ? type.of(content)
            : null;
    this.itemType = declared.isReferenceType() || declared.isMapLikeType() ? null : content;
  }

  void write(@Nullable Object value, Utf8Output out, int depth) {
    if (value == null) {
      out.write(Node.NULL);
    } else if (value instanceof OfTree tree) {
      writeTree(tree, out, depth);
    } else if (value instanceof ValueNode) {
      // Has been written: the schema must not take it for a value that is yet to be.
      schema.write(value, out, depth);
    } else if (!writeInstance(value, out, depth)) {
      Object held = conversions.unwrapped(value);
      if (held != value) {
        write(held, out, depth);
      } else {
        writeSimple(conversions.simplify(value), out, depth);
      }
    }
  }

  private boolean writeInstance(Object value, Utf8Output out, int depth) {
    TypeWriter writer = writerFor(value);
    if (writer == null) {
      return false;
    }
    writer.write(value, out, depth);
    return true;
  }

  private @Nullable TypeWriter writerFor(@Nullable Object value) {
    return type.takes(value) ? type : referred != null && referred.takes(value) ? referred : null;
  }

  private void writeSimple(@Nullable Object value, Utf8Output out, int depth) {
    if (value == null) {
      out.write(Node.NULL);
    } else if (value instanceof OfTree tree) {
      writeTree(tree, out, depth);
    } else if (!writeInstance(value, out, depth)) {
      if (itemType != null && value instanceof List) {
        items(itemType).write(value, out, depth);
      } else {
        schema.write(value, out, depth);
      }
    }
  }

  private TypeWriter items(JavaType content) {
    TypeWriter known = items;
    if (known == null) {
      known = type.of(writers.listOf(content));
      items = known; // another thread may make an equal one
    }
    return known;
  }

  /**
   * What Jackson wrote for the place is what the type says as a rule. A subclass may have more
   * properties, though, which are not for this place, and the object around may have hidden some.
   */
  private void writeTree(OfTree tree, Utf8Output out, int depth) {
    Object source = tree.source();
    TypeWriter writer = writerFor(source);
    if (source == null || writer == null) {
      schema.write(tree, out, depth);
      return;
    }
    JsonNode own = writer.treeOf(source);
    if (own.equals(tree.node()) || isWhole(tree, source)) {
      writer.write(source, out, depth);
    } else {
      type.writeNode(common(tree.node(), own), out, depth);
    }
  }

  /** Tells whether nothing was hidden or changed of a value where it stood. */
  private boolean isWhole(OfTree tree, Object source) {
    JsonNode written =
        JacksonValues.untagged(tree) instanceof OfTree inside ? inside.node() : tree.node();
    return contains(written, conversions.jackson().aloneOf(source));
  }

  /** Tells whether a tree has all of another one; a tag is what it may have besides. */
  private static boolean contains(JsonNode one, JsonNode other) {
    if (!one.isObject() || !other.isObject()) {
      return one.equals(other);
    }
    for (Map.Entry<String, JsonNode> property : other.properties()) {
      JsonNode there = one.get(property.getKey());
      if (there == null || !there.equals(property.getValue())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns what the first tree has of what the second one has too, with the first one's values.
   */
  private static JsonNode common(JsonNode one, JsonNode other) {
    if (one instanceof ObjectNode object && other instanceof ObjectNode) {
      ObjectNode both = object.objectNode();
      one.properties()
          .forEach(
              property -> {
                JsonNode there = other.get(property.getKey());
                if (there != null) {
                  both.set(property.getKey(), common(property.getValue(), there));
                }
              });
      return both;
    }
    if (one instanceof ArrayNode array
        && other instanceof ArrayNode
        && one.size() == other.size()) {
      ArrayNode both = array.arrayNode();
      for (int i = 0; i < one.size(); i++) {
        both.add(common(one.get(i), other.get(i)));
      }
      return both;
    }
    return one.isContainer() && !(one.isArray() && other.isArray()) ? other : one;
  }
}
