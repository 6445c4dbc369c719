package dev.fastjava.internal.serialization;

import dev.fastjava.schema.EncodedText;
import dev.fastjava.schema.Utf8Output;
import org.jspecify.annotations.Nullable;

/** Writes the same text for every value. */
final class ConstantNode extends Node {
  private final EncodedText text;
  private final boolean keepsNull;

  /** Creates a node; one that keeps null writes null for null. */
  ConstantNode(EncodedText text, boolean keepsNull) {
    this.text = text;
    this.keepsNull = keepsNull;
  }

  @Override
  void write(@Nullable Object value, Utf8Output out, int depth) {
    out.write(value == null && keepsNull ? NULL : text);
  }

  @Override
  boolean acceptsNull() {
    return keepsNull;
  }
}
