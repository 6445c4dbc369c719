package dev.fastjava.internal.lifecycle;

import dev.fastjava.BodyStream;
import dev.fastjava.internal.exchange.BodyReceiver;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.concurrent.RejectedExecutionException;

/**
 * Collects a body that a preParsing hook has replaced, where blocking is safe. The limit holds for
 * what comes out of the stream and for what went in, so that a small bomb does not become a big
 * body.
 */
final class ReplacedBodyCollector {
  private static final int CHUNK = 8192;

  private ReplacedBodyCollector() {}

  static void collect(RequestCycle cycle, BodyStream body, long limit, BodyReceiver receiver) {
    try {
      cycle.blockingExecutor().execute(() -> read(body, limit, receiver));
    } catch (RejectedExecutionException e) {
      receiver.failed(e);
    }
  }

  private static void read(BodyStream body, long limit, BodyReceiver receiver) {
    byte[] bytes;
    try (InputStream in = body.inputStream()) {
      ByteArrayOutputStream collected = new ByteArrayOutputStream();
      byte[] chunk = new byte[CHUNK];
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        collected.write(chunk, 0, n);
        if (collected.size() > limit || body.receivedEncodedLength() > limit) {
          receiver.tooLarge();
          return;
        }
      }
      bytes = collected.toByteArray();
    } catch (Throwable e) {
      Failures.rethrowFatal(e);
      receiver.failed(e);
      return;
    }
    receiver.received(bytes);
  }
}
