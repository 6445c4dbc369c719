package dev.fastjava.internal.serialization;

import dev.fastjava.internal.json.JsonWriter;
import dev.fastjava.schema.EncodedText;
import dev.fastjava.schema.Utf8Output;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes arrays whose items share one schema: lists, other collections, arrays, streams.
 *
 * <p>Filled in after it is created, so that a schema may refer to itself.
 */
final class ArrayNode extends Node {
  private static final EncodedText EMPTY = EncodedText.of("[]");

  private final boolean nullable;
  private final int largeSize;
  private final String place;
  private final Conversions conversions;
  private final boolean usual;
  private final JsonWriter plainWriter;
  private Node items;

  /** Creates a node; lists of the large size on are written without regard to their schema. */
  ArrayNode(
      boolean nullable,
      int largeSize,
      String place,
      Conversions conversions,
      JsonWriter plainWriter,
      AnyNode any) {
    this.nullable = nullable;
    this.largeSize = largeSize;
    this.place = place;
    this.conversions = conversions;
    this.usual = conversions.areListsPlain();
    this.plainWriter = plainWriter;
    this.items = any;
  }

  void complete(Node node) {
    items = node;
  }

  @Override
  boolean acceptsNull() {
    return nullable;
  }

  @Override
  void write(@Nullable Object value, Utf8Output out, int depth) {
    if (value != null && isForJackson(value)) {
      writeOther(value, out, depth);
    } else if (value instanceof ArrayList<?> list) {
      writeSized(list, out, depth);
    } else if (value instanceof List<?> list && JsonWriter.isIndexed(list)) {
      writeSized(list, out, depth);
    } else if (value == null) {
      out.write(nullable ? NULL : EMPTY);
    } else if (value instanceof Collection<?> collection) {
      if (collection.size() >= largeSize) {
        plainWriter.write(value, out, depth);
      } else {
        writeAll(collection.iterator(), out, nested(depth));
      }
    } else {
      writeOther(value, out, depth);
    }
  }

  private boolean isForJackson(Object value) {
    return !(usual && value.getClass() == ArrayList.class)
        && value instanceof Collection
        && (value instanceof JacksonValues.NodeList
            || !conversions.isPlainContainer(value.getClass()));
  }

  private void writeSized(List<?> list, Utf8Output out, int depth) {
    if (list.size() >= largeSize) {
      plainWriter.write(list, out, depth);
    } else {
      writeList(list, out, nested(depth));
    }
  }

  private void writeList(List<?> list, Utf8Output out, int depth) {
    int start = out.size();
    int size = list.size();
    // The two kinds of items that most lists have: known here, their code is inlined.
    if (items instanceof ObjectNode objects) {
      for (int i = 0; i < size; i++) {
        out.writeByte(',');
        objects.write(list.get(i), out, depth);
      }
    } else if (items instanceof StringNode texts) {
      for (int i = 0; i < size; i++) {
        out.writeByte(',');
        texts.write(list.get(i), out, depth);
      }
    } else {
      for (int i = 0; i < size; i++) {
        out.writeByte(',');
        items.write(list.get(i), out, depth);
      }
    }
    JsonWriter.close(start, '[', ']', out);
  }

  private void writeAll(Iterator<?> iterator, Utf8Output out, int depth) {
    int start = out.size();
    while (iterator.hasNext()) {
      out.writeByte(',');
      items.write(iterator.next(), out, depth);
    }
    JsonWriter.close(start, '[', ']', out);
  }

  private void writeOther(Object value, Utf8Output out, int depth) {
    if (value.getClass().isArray() && !conversions.isPlainContainer(value.getClass())) {
      writeSimplified(value, out, depth);
    } else if (value instanceof int[] array && array.length < largeSize) {
      int start = out.size();
      for (int item : array) {
        out.writeByte(',');
        items.writeInt(item, out, depth);
      }
      JsonWriter.close(start, '[', ']', out);
    } else if (value instanceof long[] array && array.length < largeSize) {
      int start = out.size();
      for (long item : array) {
        out.writeByte(',');
        items.writeLong(item, out, depth);
      }
      JsonWriter.close(start, '[', ']', out);
    } else if (value instanceof double[] array && array.length < largeSize) {
      int start = out.size();
      for (double item : array) {
        out.writeByte(',');
        items.writeDouble(item, out, depth);
      }
      JsonWriter.close(start, '[', ']', out);
    } else if (value instanceof Iterable<?> iterable
        && !(value instanceof Collection)
        && conversions.isPlainContainer(value.getClass())
        && !conversions.isBean(value)) {
      writeAll(iterable.iterator(), out, nested(depth));
    } else if (value instanceof char[]) {
      writeSized(Conversions.boxed(value), out, depth);
    } else {
      writeSimplified(value, out, depth);
    }
  }

  private void writeSimplified(Object value, Utf8Output out, int depth) {
    Object simple = conversions.simplify(value);
    if (!(JacksonValues.untagged(simple) instanceof JacksonValues.NodeObject)) {
      simple = JacksonValues.untagged(simple);
    }
    if (simple instanceof List<?> list) {
      writeSized(list, out, depth);
    } else if (simple == null) {
      write(null, out, depth);
    } else {
      throw MultiTypeNode.mismatch(place);
    }
  }
}
