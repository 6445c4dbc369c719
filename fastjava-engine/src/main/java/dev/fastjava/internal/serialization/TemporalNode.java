package dev.fastjava.internal.serialization;

import dev.fastjava.internal.json.JsonWriterTemporals;
import dev.fastjava.schema.EncodedText;
import dev.fastjava.schema.SerializationException;
import dev.fastjava.schema.Utf8Output;
import org.jspecify.annotations.Nullable;

/** Writes dates and times in one of the formats that schemas know; texts stay as they are. */
final class TemporalNode extends Node {
  private static final EncodedText EMPTY = EncodedText.of("\"\"");

  enum Format {
    DATE_TIME("date-time"),
    DATE("date"),
    TIME("time");

    final String label;

    Format(String label) {
      this.label = label;
    }

    static @Nullable Format of(@Nullable Object label) {
      for (Format format : values()) {
        if (format.label.equals(label)) {
          return format;
        }
      }
      return null;
    }
  }

  private final Format format;
  private final Conversions conversions;

  TemporalNode(Format format, Conversions conversions) {
    this.format = format;
    this.conversions = conversions;
  }

  @Override
  void write(@Nullable Object value, Utf8Output out, int depth) {
    Object simple = conversions.simplify(value);
    if (simple == null) {
      out.write(EMPTY);
    } else if (simple instanceof String text) {
      out.writeJsonString(text);
    } else {
      out.writeByte('"');
      if (!writeTemporal(simple, out)) {
        throw new SerializationException(
            "The value \""
                + conversions.toText(simple)
                + "\" cannot be converted to a "
                + format.label
                + ".");
      }
      out.writeByte('"');
    }
  }

  private boolean writeTemporal(Object value, Utf8Output out) {
    return switch (format) {
      case DATE_TIME -> JsonWriterTemporals.writeDateTime(value, out);
      case DATE -> JsonWriterTemporals.writeDate(value, out);
      case TIME -> JsonWriterTemporals.writeTime(value, out);
    };
  }
}
