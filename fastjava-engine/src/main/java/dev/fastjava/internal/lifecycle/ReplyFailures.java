package dev.fastjava.internal.lifecycle;

import dev.fastjava.internal.json.JacksonMessages;
import dev.fastjava.internal.serialization.ReplyPlace;
import dev.fastjava.schema.SerializationException;
import dev.fastjava.schema.Utf8Output;

/** What is told of a reply that cannot be written: to its client, and to whoever reads the log. */
final class ReplyFailures {
  private ReplyFailures() {}

  /**
   * Returns the error to reply with.
   *
   * @param error why the value cannot be written
   * @param out what was written of it
   */
  static Exception of(Exception error, Call call, Utf8Output out) {
    if (error instanceof SerializationException known) {
      return placed(known, call, out);
    }
    // The words of Jackson are about classes and settings: for the log, not for clients.
    return JacksonMessages.concerns(error)
        ? placed(
            new SerializationException("The reply cannot be written as JSON", error), call, out)
        : error;
  }

  private static SerializationException placed(
      SerializationException error, Call call, Utf8Output out) {
    String url = call.request.routeOptions().url();
    String route = call.exchange.method() + ' ' + (url == null ? "of no route" : url);
    ReplyPlace.add(error, route + ", status " + call.reply.statusCode(), out);
    return error;
  }
}
