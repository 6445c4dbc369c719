package dev.fastjava.internal.serialization;

import dev.fastjava.schema.SerializationException;
import dev.fastjava.schema.Utf8Output;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a value as the first of several types it belongs to. */
final class MultiTypeNode extends Node {
  private final TypeTest[] tests;
  private final Node[] nodes;
  private final boolean acceptsNull;
  private final String place;
  private final Conversions conversions;

  MultiTypeNode(List<TypeTest> tests, List<Node> nodes, String place, Conversions conversions) {
    this.tests = tests.toArray(TypeTest[]::new);
    this.nodes = nodes.toArray(Node[]::new);
    this.acceptsNull = tests.contains(TypeTest.NULL);
    this.place = place;
    this.conversions = conversions;
  }

  @Override
  void write(@Nullable Object value, Utf8Output out, int depth) {
    Object simple = conversions.simplify(value);
    for (int i = 0; i < tests.length; i++) {
      if (tests[i].accepts(simple)) {
        nodes[i].write(simple, out, depth);
        return;
      }
    }
    throw mismatch(place);
  }

  @Override
  boolean acceptsNull() {
    return acceptsNull;
  }

  static SerializationException mismatch(String place) {
    return new SerializationException(
        "The value of '" + place + "' does not match schema definition.");
  }
}
