package dev.fastjava;

import dev.fastjava.mark.ForImplementation;
import org.jspecify.annotations.Nullable;

/**
 * Serializes the payloads of a context in place of schemas and Jackson.
 *
 * <p>Reference: Server, setReplySerializer.
 */
@ForImplementation
public interface ReplySerializer {
  /**
   * Makes a text or bytes of a payload.
   *
   * @param payload the payload
   * @param statusCode the status code of the reply
   * @return a {@code String} or {@code byte[]}
   * @throws Exception when the payload cannot be serialized; handled like an error of a hook
   */
  Object serialize(@Nullable Object payload, int statusCode) throws Exception;
}
