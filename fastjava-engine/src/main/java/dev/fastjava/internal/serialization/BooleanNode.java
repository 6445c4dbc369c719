package dev.fastjava.internal.serialization;

import dev.fastjava.schema.Utf8Output;
import org.jspecify.annotations.Nullable;

/** Writes values as true or false, by JavaScript's idea of what is true. */
final class BooleanNode extends Node {
  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

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
    out.writeBytes(flag ? TRUE : FALSE);
  }

  @Override
  void writeBoolean(boolean value, Utf8Output out, int depth) {
    out.writeBytes(value ? TRUE : FALSE);
  }
}
