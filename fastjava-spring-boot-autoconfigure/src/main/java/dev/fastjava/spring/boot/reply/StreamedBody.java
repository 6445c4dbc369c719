package dev.fastjava.spring.boot.reply;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A body that is written piece by piece, as the client takes it. A handler returns one:
 *
 * <pre>{@code
 * RouteDefinition.get("/report")
 *     .handler((request, reply) -> {
 *       reply.type("text/csv");
 *       return (StreamedBody) out -> report.writeTo(out);
 *     });
 * }</pre>
 *
 * <p>Runs once, on a thread of its own that may block. An error before the first bytes becomes an
 * error reply; a later one breaks the connection off, as the head has gone.
 */
@FunctionalInterface
public interface StreamedBody {
  /**
   * Writes the body.
   *
   * @param out takes the bytes; blocks while the client is slow, throws when it is gone
   * @throws IOException when the body cannot be written
   */
  void writeTo(OutputStream out) throws IOException;
}
