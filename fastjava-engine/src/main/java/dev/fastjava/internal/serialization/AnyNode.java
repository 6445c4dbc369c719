package dev.fastjava.internal.serialization;

import dev.fastjava.internal.json.JsonWriter;
import dev.fastjava.schema.Utf8Output;
import org.jspecify.annotations.Nullable;

/** Writes values of which the schema says nothing. */
final class AnyNode extends Node {
  private final JsonWriter writer;

  AnyNode(JsonWriter writer) {
    this.writer = writer;
  }

  @Override
  void write(@Nullable Object value, Utf8Output out, int depth) {
    writer.write(value, out, depth);
  }

  @Override
  boolean acceptsNull() {
    return true;
  }
}
