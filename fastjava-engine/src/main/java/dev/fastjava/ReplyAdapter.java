package dev.fastjava;

import dev.fastjava.error.HttpException;
import dev.fastjava.mark.ForImplementation;
import org.jspecify.annotations.Nullable;

/**
 * Lets a server write payloads and errors of another framework: wrappers around a body, types of
 * reactive libraries, exceptions with a status of their own. There is one for a server, set by
 * {@code replyAdapter} of the options. Thread-safe; called on the thread of the request. One that
 * throws is logged: for {@link #payload} that error is the reply, for {@link #describe} and {@link
 * #message} clients read status 500 and nothing of the error, for {@link #body} the body is the
 * server's.
 *
 * <p>Reference: Reply, send; Errors.
 */
@ForImplementation
public interface ReplyAdapter {
  /**
   * Replaces a payload that was sent or returned, before any hook sees it. What takes its place may
   * be a stage or an error, and is adapted itself if it is another object.
   *
   * @param payload what was sent; no stage, no error, not null
   * @param request the request
   * @param reply its status and headers may be set
   * @return the payload to go on with; null for an empty body
   * @throws Exception becomes the reply
   */
  default @Nullable Object payload(Object payload, Request request, Reply reply) throws Exception {
    return payload;
  }

  /**
   * Tells status, code, headers and message of an error that does not tell them by itself.
   *
   * @param error what was thrown
   * @return an error with the same meaning; null to take the error as it is
   */
  default @Nullable HttpException describe(Throwable error) {
    return null;
  }

  /**
   * Chooses the message clients read in place of the error's own, which goes to the log in any
   * case.
   *
   * @param error what was thrown
   * @param request the request
   * @param reply has the status
   * @return the message; null for that of the error
   */
  default @Nullable String message(Throwable error, Request request, Reply reply) {
    return null;
  }

  /**
   * Makes the body of an error reply. Not asked when a response schema holds for the status.
   *
   * @param error what was thrown
   * @param request the request
   * @param reply has the status; the content type may be set
   * @return what is written as JSON; null for the body the server makes
   */
  default @Nullable Object body(Throwable error, Request request, Reply reply) {
    return null;
  }
}
