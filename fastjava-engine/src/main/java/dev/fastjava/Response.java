package dev.fastjava;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole reply as one value: what a handler may return, or send, instead of setting the parts on
 * the {@link Reply}. Immutable.
 *
 * <p>Reference: Reply, send, Response.
 *
 * @param status the status code, 100 to 599
 * @param headers header names with a text or a list of texts
 * @param body a text, bytes, stream, publisher, path or null; objects are not serialized
 */
public record Response(int status, Map<String, Object> headers, @Nullable Object body) {
  /**
   * Copies the headers.
   *
   * @param status the status code, 100 to 599
   * @param headers header names with a text or a list of texts
   * @param body a text, bytes, stream, publisher, path or null; objects are not serialized
   */
  public Response {
    headers = Map.copyOf(headers);
  }

  /**
   * Makes a reply with a status and a body.
   *
   * @param status the status code
   * @param body the body, or null
   * @return the reply
   */
  public static Response of(int status, @Nullable Object body) {
    return new Response(status, Map.of(), body);
  }

  /**
   * Adds a header.
   *
   * @param name its name
   * @param value a text or a list of texts
   * @return a copy
   */
  public Response withHeader(String name, Object value) {
    Map<String, Object> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Response(status, all, body);
  }
}
