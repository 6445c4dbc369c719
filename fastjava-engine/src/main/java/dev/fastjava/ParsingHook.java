package dev.fastjava;

import org.jspecify.annotations.Nullable;

/**
 * A preParsing step in plain style: returns the body to parse, the given one or a {@link
 * java.io.InputStream} or {@link BodyStream} in its place.
 *
 * <p>Reference: Hooks, preParsing.
 */
@FunctionalInterface
public interface ParsingHook {
  /**
   * Runs the step.
   *
   * @param request the request
   * @param reply the reply
   * @param payload the payload so far
   * @return the payload from now on; null for an empty body
   * @throws Exception fails the step
   */
  @Nullable Object run(Request request, Reply reply, BodyStream payload) throws Exception;
}
