package dev.fastjava.internal.serialization;

import dev.fastjava.internal.json.JsonWriter;
import dev.fastjava.schema.EncodedText;
import dev.fastjava.schema.SerializationException;
import dev.fastjava.schema.Utf8Output;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes arrays whose items have a schema each.
 *
 * <p>Filled in after it is created, so that a schema may refer to itself.
 */
final class TupleNode extends Node {
  private static final EncodedText EMPTY = EncodedText.of("[]");

  /**
   * An item.
   *
   * @param tests what it may be; an item without types is never accepted
   * @param nullable whether null is accepted besides
   */
  record Item(Node node, List<TypeTest> tests, boolean nullable) {
    boolean accepts(@Nullable Object value) {
      return (value == null && nullable)
          || tests.stream().anyMatch(test -> test.acceptsItem(value));
    }
  }

  private final boolean nullable;
  private final boolean open;
  private final int largeSize;
  private final String place;
  private final Conversions conversions;
  private final JsonWriter plainWriter;
  private List<Item> items = List.of();

  /** Creates a node; an open one admits further items, which have no schema. */
  TupleNode(
      boolean nullable,
      boolean open,
      int largeSize,
      String place,
      Conversions conversions,
      JsonWriter plainWriter) {
    this.nullable = nullable;
    this.open = open;
    this.largeSize = largeSize;
    this.place = place;
    this.conversions = conversions;
    this.plainWriter = plainWriter;
  }

  void complete(List<Item> all) {
    items = List.copyOf(all);
  }

  @Override
  boolean acceptsNull() {
    return nullable;
  }

  @Override
  void write(@Nullable Object value, Utf8Output out, int depth) {
    Object simple = conversions.simplify(value);
    if (simple == null) {
      out.write(nullable ? NULL : EMPTY);
    } else if (!(simple instanceof List<?> list)) {
      throw MultiTypeNode.mismatch(place);
    } else {
      writeList(list, out, depth);
    }
  }

  private void writeList(List<?> list, Utf8Output out, int depth) {
    if (!open && list.size() > items.size()) {
      throw mismatch(items.size());
    }
    if (list.size() >= largeSize) {
      plainWriter.write(list, out, depth);
      return;
    }
    int inside = nested(depth);
    int start = out.size();
    int index = 0;
    for (Object value : list) {
      out.writeByte(',');
      if (index < items.size()) {
        writeItem(index, value, out, inside);
      } else {
        plainWriter.write(value, out, inside);
      }
      index++;
    }
    JsonWriter.close(start, '[', ']', out);
  }

  private void writeItem(int index, @Nullable Object value, Utf8Output out, int depth) {
    Item item = items.get(index);
    Object simple = conversions.simplify(conversions.jackson().asked(value));
    if (!item.accepts(simple)) {
      throw mismatch(index);
    }
    item.node.write(simple, out, depth);
  }

  private static SerializationException mismatch(int index) {
    return new SerializationException("Item at " + index + " does not match schema definition.");
  }
}
