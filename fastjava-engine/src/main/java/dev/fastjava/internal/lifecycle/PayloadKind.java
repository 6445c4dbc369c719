package dev.fastjava.internal.lifecycle;

import dev.fastjava.Response;
import dev.fastjava.internal.content.MediaType;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * What has to be done with a payload, by its class and the content type of its reply.
 *
 * <p>Reference: Reply, send.
 */
enum PayloadKind {
  /** There is none, and no type either. */
  NOTHING,
  /** It is sent as it is. */
  AS_IT_IS,
  /** A text that the serializer of the reply wants to see, though no hook before it does. */
  TEXT_TO_SERIALIZE,
  /** A value: preSerialization hooks see it, then it is serialized. */
  VALUE;

  private static final String CONTENT_TYPE = "content-type";
  private static final String JSON = "application/json; charset=utf-8";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String BYTES = "application/octet-stream";

  /** Decides on a payload, and sets the content type that goes without saying. */
  static PayloadKind of(LiveReply reply, @Nullable Object payload) {
    if (payload == Nothing.GIVEN) {
      return NOTHING;
    }
    if (isStream(payload) || payload instanceof Response) {
      return AS_IT_IS;
    }
    String contentType = reply.headers.text(CONTENT_TYPE);
    if (contentType == null) {
      contentType = reply.rawContentType();
    }
    // A type that is none does not count.
    boolean typed = contentType != null && isType(contentType);
    boolean text = payload instanceof String;
    if (payload instanceof byte[] || payload instanceof ByteBuffer || (text && !typed)) {
      if (!typed) {
        reply.headers.set(CONTENT_TYPE, text ? TEXT : BYTES);
      }
      return AS_IT_IS;
    }
    if (reply.serializer() != null) {
      return text ? TEXT_TO_SERIALIZE : VALUE;
    }
    if (!typed) {
      reply.headers.set(CONTENT_TYPE, JSON);
      return VALUE;
    }
    return isJson(reply, contentType) && !text ? VALUE : AS_IT_IS;
  }

  /** Whether a payload is read or subscribed to when it is sent. */
  static boolean isStream(@Nullable Object payload) {
    return payload instanceof InputStream
        || payload instanceof Flow.Publisher<?>
        || payload instanceof Path;
  }

  private static boolean isType(String contentType) {
    return contentType.equals(JSON)
        || contentType.equals(TEXT)
        || MediaType.parse(contentType).isValid()
        // Not dropped in silence: whoever lets line breaks into a header has to hear of it.
        || !HeaderText.isValue(contentType);
  }

  /** Tells whether a type is JSON, and adds the charset when it has none. */
  private static boolean isJson(LiveReply reply, @Nullable String contentType) {
    if (JSON.equals(contentType)) {
      return true;
    }
    MediaType type = MediaType.parse(contentType);
    String essence = type.essence();
    if (essence == null || !essence.contains("json")) {
      return false;
    }
    if (!type.parameters().containsKey("charset")) {
      reply.headers.set(CONTENT_TYPE, type + "; charset=utf-8");
    }
    return true;
  }

  /** The name of a value's kind in the reference's messages. */
  static String name(@Nullable Object value) {
    if (value instanceof String) {
      return "string";
    }
    if (value instanceof Number) {
      return "number";
    }
    if (value instanceof Boolean) {
      return "boolean";
    }
    return value != null && value.getClass().isSynthetic() ? "lambda" : "object";
  }
}
