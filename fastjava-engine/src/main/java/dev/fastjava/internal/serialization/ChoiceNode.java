package dev.fastjava.internal.serialization;

import dev.fastjava.schema.Utf8Output;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value by the first of several schemas that it satisfies.
 *
 * <p>Filled in after it is created, so that a schema may refer to itself.
 */
final class ChoiceNode extends Node {
  /** A schema to be satisfied, and what then writes the value. */
  record Option(SchemaCheck check, Node node) {}

  private final @Nullable String place;
  private final PlainValues plainValues;
  private List<Option> options = List.of();
  private @Nullable Node otherwise;

  /** Creates a node; the place is what the message calls it when no schema fits. */
  ChoiceNode(@Nullable String place, PlainValues plainValues) {
    this.place = place;
    this.plainValues = plainValues;
  }

  void complete(List<Option> all, @Nullable Node fallback) {
    options = List.copyOf(all);
    otherwise = fallback;
  }

  @Override
  void write(@Nullable Object value, Utf8Output out, int depth) {
    Object lasting = plainValues.toLasting(value);
    Object plain = plainValues.toPlain(lasting);
    for (Option option : options) {
      if (option.check.accepts(plain)) {
        option.node.write(lasting, out, depth);
        return;
      }
    }
    if (otherwise == null) {
      throw MultiTypeNode.mismatch(String.valueOf(place));
    }
    otherwise.write(lasting, out, depth);
  }

  /** Null is for the schemas to judge. */
  @Override
  boolean acceptsNull() {
    for (Option option : options) {
      if (option.node.acceptsNull()) {
        return true;
      }
    }
    return otherwise != null && otherwise.acceptsNull();
  }
}
