package dev.fastjava.internal.serialization;

import dev.fastjava.schema.Utf8Output;
import org.jspecify.annotations.Nullable;

/** Writes values in quotes without escaping anything, for texts known to need no escapes. */
final class UnsafeStringNode extends Node {
  private final Conversions conversions;

  UnsafeStringNode(Conversions conversions) {
    this.conversions = conversions;
  }

  @Override
  void write(@Nullable Object value, Utf8Output out, int depth) {
    out.writeByte('"');
    out.writeText(
        value instanceof String text ? text : conversions.toText(conversions.simplify(value)));
    out.writeByte('"');
  }
}
