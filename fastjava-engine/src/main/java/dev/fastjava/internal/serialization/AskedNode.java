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
final class AskedNode extends Node {
  private final Node node;
  private final JacksonValues jackson;

  AskedNode(Node node, JacksonValues jackson) {
    this.node = node;
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
  void writeInt(int value, Utf8Output out, int depth) {
    node.writeInt(value, out, depth);
  }

  @Override
  void writeLong(long value, Utf8Output out, int depth) {
    node.writeLong(value, out, depth);
  }

  @Override
  void writeDouble(double value, Utf8Output out, int depth) {
    node.writeDouble(value, out, depth);
  }

  @Override
  void writeBoolean(boolean value, Utf8Output out, int depth) {
    node.writeBoolean(value, out, depth);
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
