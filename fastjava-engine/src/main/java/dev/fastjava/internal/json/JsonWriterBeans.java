package dev.fastjava.internal.json;

import dev.fastjava.schema.Utf8Output;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** Writes what only Jackson knows how to write: records, beans, its own nodes. */
final class JsonWriterBeans {
  private final ObjectMapper mapper;

  JsonWriterBeans(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  void write(@Nullable Object value, Utf8Output out) {
    mapper.writeValue(new OutputSink(out), value);
  }
}
