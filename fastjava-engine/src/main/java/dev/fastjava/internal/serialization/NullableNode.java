package dev.fastjava.internal.serialization;

import dev.fastjava.schema.Utf8Output;
import org.jspecify.annotations.Nullable;

/** Writes null for null, and leaves everything else to another node. */
final class NullableNode extends Node {
  private final Node node;

  NullableNode(Node node) {
    this.node = node;
  }

  @Override
  void write(@Nullable Object value, Utf8Output out, int depth) {
    if (value == null) {
      out.write(NULL);
    } else {
      node.write(value, out, depth);
    }
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
    return true;
  }
}
