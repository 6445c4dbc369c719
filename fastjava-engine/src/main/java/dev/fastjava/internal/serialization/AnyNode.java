package dev.fastjava.internal.serialization;

import dev.fastjava.internal.json.JsonWriter;
import dev.fastjava.schema.Utf8Output;
import org.jspecify.annotations.Nullable;

/** Writes values of which the schema says nothing. */
final class AnyNode extends Node {
  private final JsonWriter writer;
  private final JavaWriters javaWriters;

  AnyNode(JsonWriter writer, JavaWriters javaWriters) {
    this.writer = writer;
    this.javaWriters = javaWriters;
  }

  @Override
  void write(@Nullable Object value, Utf8Output out, int depth) {
    if (value instanceof JacksonValues.OfTree tree) {
      // As Jackson has it: to write the maps and lists made of it, it could be told otherwise.
      javaWriters.writeNode(tree.node(), out, depth);
    } else {
      writer.write(value, out, depth);
    }
  }

  @Override
  boolean acceptsNull() {
    return true;
  }
}
