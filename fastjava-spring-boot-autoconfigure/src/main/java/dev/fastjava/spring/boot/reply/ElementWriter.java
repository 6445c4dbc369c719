package dev.fastjava.spring.boot.reply;

import dev.fastjava.schema.Serializer;
import dev.fastjava.schema.Utf8Output;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.ServerSentEvent;
import tools.jackson.databind.json.JsonMapper;

/** Makes bytes of the elements of one stream. Used by one thread at a time. */
final class ElementWriter {
  private final ElementForm form;
  private final JsonMapper mapper;
  private final @Nullable Serializer serializer;
  private boolean begun;

  /**
   * Makes a writer.
   *
   * @param serializer that of the schema for elements; null for the mapper
   */
  ElementWriter(ElementForm form, JsonMapper mapper, @Nullable Serializer serializer) {
    this.form = form;
    this.mapper = mapper;
    this.serializer = serializer;
  }

  ByteBuffer write(Object element) throws Exception {
    boolean first = !begun;
    begun = true;
    return switch (form) {
      case RAW -> raw(element);
      case JSON_ARRAY -> bytes((first ? "[" : ",") + json(element));
      case LINES -> bytes(json(element) + '\n');
      case EVENTS -> bytes(event(element));
    };
  }

  /** What comes behind the last element. */
  @Nullable ByteBuffer end() {
    if (form != ElementForm.JSON_ARRAY) {
      return null;
    }
    return bytes(begun ? "]" : "[]");
  }

  private static ByteBuffer raw(Object element) {
    if (element instanceof ByteBuffer buffer) {
      return buffer;
    }
    if (element instanceof byte[] bytes) {
      return ByteBuffer.wrap(bytes);
    }
    if (element instanceof DataBuffer buffer) {
      ByteBuffer copy = ByteBuffer.allocate(buffer.readableByteCount());
      buffer.toByteBuffer(copy);
      DataBufferUtils.release(buffer);
      return copy.rewind();
    }
    if (element instanceof CharSequence text) {
      return bytes(text.toString());
    }
    throw new IllegalStateException(
        "An element of type "
            + element.getClass().getName()
            + " cannot be written with the content type of the reply: set application/json,"
            + " application/x-ndjson or text/event-stream, or stream bytes or texts");
  }

  private String json(Object element) throws Exception {
    if (serializer == null) {
      return mapper.writeValueAsString(element);
    }
    Utf8Output out = new Utf8Output();
    serializer.serialize(element, out);
    return out.toText();
  }

  private String event(Object element) throws Exception {
    StringBuilder event = new StringBuilder();
    Object data = element;
    if (element instanceof ServerSentEvent<?> sent) {
      field(event, "id", sent.id());
      field(event, "event", sent.event());
      field(event, "retry", sent.retry() == null ? null : sent.retry().toMillis());
      if (sent.comment() != null) {
        lines(sent.comment()).forEach(line -> event.append(':').append(line).append('\n'));
      }
      data = sent.data();
    }
    if (data != null) {
      String text = data instanceof CharSequence ? data.toString() : json(data);
      lines(text).forEach(line -> event.append("data:").append(line).append('\n'));
    }
    return event.append('\n').toString();
  }

  /** A line break inside of a field would begin another one. */
  private static void field(StringBuilder event, String name, @Nullable Object value) {
    if (value != null) {
      String line = String.join(" ", lines(value.toString()));
      event.append(name).append(':').append(line).append('\n');
    }
  }

  private static List<String> lines(String text) {
    return List.of(text.split("\r\n|\r|\n", -1));
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
