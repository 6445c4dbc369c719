package dev.fastjava.internal.serialization;

import dev.fastjava.schema.Utf8Output;

/** Leaves to another node what is never null and has no class of its own. */
abstract class DelegatingNode extends Node {
  final Node node;

  DelegatingNode(Node node) {
    this.node = node;
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
}
