package dev.fastjava;

import org.jspecify.annotations.Nullable;

/**
 * A step for onSend that may look at the payload and need not turn it into a text: for hooks that
 * set headers, or work on bytes. A {@link PayloadHook} gets the text of a reply that was serialized
 * to bytes; this one leaves the bytes as they are.
 *
 * <pre>{@code
 * BodyHook sized = (request, reply, body) -> {
 *   reply.header("x-size", body.size());
 *   return body;
 * };
 * app.onSend(sized);
 * }</pre>
 *
 * <p>Reference: Hooks, onSend.
 */
@FunctionalInterface
@SuppressWarnings(
    "FunctionalInterfaceMethodChanged") // the same step, with another view of the payload
public interface BodyHook extends PayloadHook {
  /**
   * Runs the step.
   *
   * @param request the request
   * @param reply the reply
   * @param body the payload so far
   * @return the payload from now on: the body itself to leave it as it is, or what a {@link
   *     PayloadHook} returns; null for an empty body
   * @throws Exception fails the step
   */
  @Nullable Object runOn(Request request, Reply reply, ReplyBody body) throws Exception;

  @Override
  default @Nullable Object run(Request request, Reply reply, @Nullable Object payload)
      throws Exception {
    Object value = runOn(request, reply, ReplyBody.of(payload));
    return value instanceof ReplyBody body ? body.payload() : value;
  }
}
