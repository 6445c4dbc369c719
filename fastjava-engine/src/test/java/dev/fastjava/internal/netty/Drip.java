package dev.fastjava.internal.netty;

import dev.fastjava.testing.Eventually;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** Sends bytes one by one, on a thread that ends when the connection does. */
final class Drip {
  private static final long PAUSE_MILLIS = 10;

  private Drip() {}

  /**
   * Starts to send.
   *
   * @param bytes sent once
   * @param more sent after that, again and again; empty for nothing
   */
  static void start(Socket socket, byte[] bytes, byte[] more) {
    Thread thread =
        new Thread(
            () -> {
              try {
                OutputStream out = socket.getOutputStream();
                send(out, bytes);
                while (more.length > 0) {
                  send(out, more);
                }
              } catch (IOException | InterruptedException e) {
                // The connection has been closed, by the server or by the test.
              }
            },
            "drip");
    thread.setDaemon(true);
    thread.start();
  }

  private static void send(OutputStream out, byte[] bytes)
      throws IOException, InterruptedException {
    for (byte next : bytes) {
      out.write(next);
      out.flush();
      Eventually.dawdle(PAUSE_MILLIS);
    }
  }
}
