package dev.fastjava.internal.serialization;

import dev.fastjava.schema.Utf8Output;
import org.jspecify.annotations.Nullable;

/** Writes values as true or false, by JavaScript's idea of what is true. */
final class BooleanNode extends Node {
  private final Conversions conversions;

  BooleanNode(Conversions conversions) {
    this.conversions = conversions;
  }

  @Override
  void write(@Nullable Object value, Utf8Output out, int depth) {
    boolean flag =
        value instanceof Boolean given
            ? given
            : value != null && Conversions.isTrue(conversions.simplify(value));
    JavaWriters.writeBoolean(flag, out);
  }

  @Override
  void writeBoolean(boolean value, Utf8Output out, int depth) {
    JavaWriters.writeBoolean(value, out);
  }
}
