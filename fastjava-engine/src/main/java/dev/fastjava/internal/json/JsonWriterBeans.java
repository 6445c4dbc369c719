package dev.fastjava.internal.json;

import dev.fastjava.schema.Utf8Output;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** Writes what only Jackson knows how to write: records, beans, its own nodes. */
final class JsonWriterBeans {
  private final ObjectMapper mapper;

  /** Made for the first error that is a part of a reply. */
  private volatile @Nullable ObjectMapper errors;

  JsonWriterBeans(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  void write(@Nullable Object value, Utf8Output out) {
    ObjectMapper writing = value instanceof Throwable ? errors() : mapper;
    writing.writeValue(new OutputSink(out), value);
  }

  private ObjectMapper errors() {
    ObjectMapper known = errors;
    if (known == null) {
      known = ErrorsAsPayload.in(mapper);
      errors = known;
    }
    return known;
  }
}
