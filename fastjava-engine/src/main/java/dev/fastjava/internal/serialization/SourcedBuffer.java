package dev.fastjava.internal.serialization;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteCapability;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.core.util.JsonGeneratorDelegate;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Keeps what Jackson writes, and which Java value each object and array of it stands for, where
 * Jackson tells.
 */
final class SourcedBuffer extends JsonGeneratorDelegate {
  private final TokenBuffer tokens;

  /** One for each object and array, in the order of their beginnings. */
  private final List<@Nullable Object> sources = new ArrayList<>();

  SourcedBuffer(TokenBuffer tokens) {
    super(tokens, false); // what is copied comes through here too
    this.tokens = tokens;
  }

  TokenBuffer tokens() {
    return tokens;
  }

  List<@Nullable Object> sources() {
    return sources;
  }

  /** A buffer could keep bytes, but what is kept is the text of them. */
  @Override
  public boolean has(StreamWriteCapability capability) {
    return capability != StreamWriteCapability.CAN_WRITE_BINARY_NATIVELY && super.has(capability);
  }

  @Override
  public JsonGenerator writeStartArray() throws JacksonException {
    sources.add(null);
    super.writeStartArray();
    return this;
  }

  @Override
  public JsonGenerator writeStartArray(@Nullable Object value) throws JacksonException {
    sources.add(value);
    super.writeStartArray(value);
    return this;
  }

  @Override
  public JsonGenerator writeStartArray(@Nullable Object value, int size) throws JacksonException {
    sources.add(value);
    super.writeStartArray(value, size);
    return this;
  }

  @Override
  public JsonGenerator writeStartObject() throws JacksonException {
    sources.add(null);
    super.writeStartObject();
    return this;
  }

  @Override
  public JsonGenerator writeStartObject(@Nullable Object value) throws JacksonException {
    sources.add(value);
    super.writeStartObject(value);
    return this;
  }

  @Override
  public JsonGenerator writeStartObject(@Nullable Object value, int size) throws JacksonException {
    sources.add(value);
    super.writeStartObject(value, size);
    return this;
  }

  /** What a tag is wrapped around stands for the value as well. */
  @Override
  public WritableTypeId writeTypePrefix(WritableTypeId tag) throws JacksonException {
    int begin = sources.size();
    WritableTypeId written = super.writeTypePrefix(tag);
    if (begin < sources.size() && sources.get(begin) == null) {
      sources.set(begin, tag.forValue);
    }
    return written;
  }
}
