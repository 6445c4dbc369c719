package dev.fastjava.internal.serialization;

import dev.fastjava.internal.json.JsonWriterScalars;
import dev.fastjava.internal.json.JsonWriterTemporals;
import dev.fastjava.schema.EncodedText;
import dev.fastjava.schema.Utf8Output;
import org.jspecify.annotations.Nullable;

/** Writes values as JSON strings. */
final class StringNode extends Node {
  private static final EncodedText EMPTY = EncodedText.of("\"\"");

  private final Conversions conversions;

  StringNode(Conversions conversions) {
    this.conversions = conversions;
  }

  @Override
  void write(@Nullable Object value, Utf8Output out, int depth) {
    if (value instanceof String text) {
      out.writeJsonString(text);
    } else if (value == null) {
      out.write(EMPTY);
    } else {
      writeOther(value, out);
    }
  }

  private void writeOther(Object value, Utf8Output out) {
    Object simple = conversions.simplify(value);
    if (simple == null) {
      out.write(EMPTY);
    } else if (simple instanceof Number number) {
      out.writeByte('"');
      JsonWriterScalars.writeNumber(number, out);
      out.writeByte('"');
    } else if (JsonWriterTemporals.isTemporal(simple)) {
      out.writeByte('"');
      JsonWriterTemporals.writeIso(simple, out);
      out.writeByte('"');
    } else {
      out.writeJsonString(conversions.toText(simple));
    }
  }

  @Override
  void writeInt(int value, Utf8Output out, int depth) {
    out.writeByte('"');
    out.writeInt(value);
    out.writeByte('"');
  }

  @Override
  void writeLong(long value, Utf8Output out, int depth) {
    out.writeByte('"');
    out.writeLong(value);
    out.writeByte('"');
  }
}
