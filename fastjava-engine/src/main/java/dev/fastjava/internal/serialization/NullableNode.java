package dev.fastjava.internal.serialization;

import dev.fastjava.schema.Utf8Output;
import org.jspecify.annotations.Nullable;

/** Writes null for null, and leaves everything else to another node. */
final class NullableNode extends DelegatingNode {
  NullableNode(Node node) {
    super(node);
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
  boolean acceptsNull() {
    return true;
  }
}
