package dev.fastjava.internal.json;

import dev.fastjava.schema.Utf8Output;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** Writes what only Jackson knows how to write: records, beans, its own nodes. */
final class JsonWriterBeans {
  private final ObjectMapper mapper;

  JsonWriterBeans(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  void write(@Nullable Object value, Utf8Output out) {
    mapper.writeValue(new Sink(out), value);
  }

  /** An output as a stream; closing it does nothing. */
  private static final class Sink extends OutputStream {
    private final Utf8Output out;

    Sink(Utf8Output out) {
      this.out = out;
    }

    @Override
    public void write(int value) {
      out.writeByte(value);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
      out.writeBytes(source, offset, length);
    }
  }
}
