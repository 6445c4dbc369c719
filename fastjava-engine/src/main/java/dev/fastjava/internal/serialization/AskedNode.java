package dev.fastjava.internal.serialization;

import dev.fastjava.schema.Utf8Output;
import org.jspecify.annotations.Nullable;

/**
 * Has Jackson write texts, numbers and booleans first, where the application's mapper has
 * serializers of its own for their classes; the schema sees what these wrote. Only there: with all
 * other mappers no schema has such nodes.
 *
 * <p>Unboxed values of records, beans and arrays are not asked about. A mapper that has a
 * serializer for their types has their properties written by Jackson.
 */
final class AskedNode extends DelegatingNode {
  private final JacksonValues jackson;

  AskedNode(Node node, JacksonValues jackson) {
    super(node);
    this.jackson = jackson;
  }

  /** Returns a node for values that have been asked about. */
  static Node within(Node node) {
    return node instanceof AskedNode asked ? asked.node : node;
  }

  @Override
  void write(@Nullable Object value, Utf8Output out, int depth) {
    node.write(jackson.asked(value), out, depth);
  }

  @Override
  boolean acceptsNull() {
    return node.acceptsNull();
  }

  @Override
  boolean isOfJavaType() {
    return node.isOfJavaType();
  }

  @Override
  @Nullable Class<?> javaTypeOf(@Nullable Object value) {
    return node.javaTypeOf(value);
  }
}
