package dev.fastjava.spring.boot.reply;

import dev.fastjava.Reply;
import dev.fastjava.Request;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.util.MimeTypeUtils;

/** How the elements of a stream are written one after another. */
enum ElementForm {
  /** Bytes and texts as they are. */
  RAW("application/octet-stream"),
  /** The items of one JSON array. */
  JSON_ARRAY("application/json; charset=utf-8"),
  /** A JSON text a line. */
  LINES("application/x-ndjson"),
  /** Server-sent events. */
  EVENTS("text/event-stream");

  private final String type;

  ElementForm(String type) {
    this.type = type;
  }

  /**
   * Chooses by the content type of the reply, else by the first element and the header Accept, and
   * sets the type where there is none.
   *
   * @param first null when the stream ended without one
   */
  static ElementForm choose(@Nullable Object first, Request request, Reply reply) {
    String given = reply.getHeader("content-type");
    ElementForm form = given == null ? negotiate(first, request) : of(given, first);
    if (given == null) {
      reply.type(form.type);
    }
    return form;
  }

  private static ElementForm of(String contentType, @Nullable Object first) {
    int parameters = contentType.indexOf(';');
    String type =
        (parameters < 0 ? contentType : contentType.substring(0, parameters))
            .strip()
            .toLowerCase(Locale.ROOT);
    if (isBytes(first)) {
      return RAW;
    }
    return switch (type) {
      case "text/event-stream" -> EVENTS;
      case "application/x-ndjson", "application/ndjson", "application/jsonl" -> LINES;
      default -> type.endsWith("json") ? JSON_ARRAY : RAW;
    };
  }

  private static ElementForm negotiate(@Nullable Object first, Request request) {
    if (isBytes(first)) {
      return RAW;
    }
    if (first instanceof ServerSentEvent<?>) {
      return EVENTS;
    }
    for (MediaType accepted : accepted(request)) {
      if (accepted.equalsTypeAndSubtype(MediaType.TEXT_EVENT_STREAM)) {
        return EVENTS;
      }
      if (accepted.equalsTypeAndSubtype(MediaType.APPLICATION_NDJSON)) {
        return LINES;
      }
      if (accepted.includes(MediaType.APPLICATION_JSON)) {
        return JSON_ARRAY;
      }
    }
    return JSON_ARRAY;
  }

  private static List<MediaType> accepted(Request request) {
    try {
      List<MediaType> types = MediaType.parseMediaTypes(request.header("accept"));
      MimeTypeUtils.sortBySpecificity(types);
      return types;
    } catch (InvalidMediaTypeException malformed) {
      return List.of();
    }
  }

  static boolean isBytes(@Nullable Object element) {
    return element instanceof ByteBuffer
        || element instanceof byte[]
        || element instanceof DataBuffer;
  }
}
