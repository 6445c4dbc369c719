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
  private static final byte[] NONE = {};

  private ReplacedBodyCollector() {}

  static void collect(Call call, BodyStream body, long limit, BodyReceiver receiver) {
    try {
      call.blockingExecutor().execute(() -> read(body, limit, receiver));
    } catch (RejectedExecutionException e) {
      receiver.failed(e);
    }
  }

  private static void read(BodyStream body, long limit, BodyReceiver receiver) {
    byte[] bytes;
    boolean tooLarge = false;
    try (InputStream in = body.inputStream()) {
      ByteArrayOutputStream collected = new ByteArrayOutputStream();
      byte[] chunk = new byte[CHUNK];
      int n = in.read(chunk);
      while (n >= 0 && !tooLarge) {
        collected.write(chunk, 0, n);
        tooLarge = collected.size() > limit || body.receivedEncodedLength() > limit;
        n = tooLarge ? -1 : in.read(chunk);
      }
      bytes = collected.toByteArray();
    } catch (Throwable e) {
      Thrown.rethrowFatal(e);
      if (!tooLarge) {
        receiver.failed(e);
        return;
      }
      // That it cannot be closed as well changes nothing.
      bytes = NONE;
    }
    // Outside of the try: what the receiver throws is no failure of the body, told once more.
    if (tooLarge) {
      receiver.tooLarge();
    } else {
      receiver.received(bytes);
    }
  }
}
