package dev.fastjava.conformance.scenario;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.fastjava.Fastjava;
import dev.fastjava.testing.Eventually;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Sends bytes over a connection of its own and reads what comes back. */
final class SocketSender {
  private static final long PATIENCE_MILLIS = 30_000;
  private static final long STAYS_OPEN_MILLIS = 100;
  private static final long ARRIVES_MILLIS = 300;
  private static final int POLL_MILLIS = 2;

  private SocketSender() {}

  /**
   * Runs the parts of a request. What the application pauses for is there while the request goes
   * on, however slow the machine is: its pauses end no sooner than the client is done.
   *
   * @param untilClosed whether the client is done only when its connection is closed
   * @param closeServer starts closing the server
   * @return what came back, as it would be recorded
   */
  static Map<String, @Nullable Object> send(
      Fastjava app, Spec spec, Journal journal, boolean untilClosed, Runnable closeServer)
      throws IOException, InterruptedException {
    List<?> parts = spec.get("raw") instanceof List<?> list ? list : List.of(spec.text("raw"));
    long begun = journal.begun();
    Runnable close =
        () -> {
          // A server closes under what a client has sent: that must have arrived.
          await(() -> journal.begun() > begun);
          closeServer.run();
        };
    boolean closes = Json.stringify(parts).contains("\"closeServer\"");
    if (untilClosed || closes) {
      journal.hold();
    }
    InetSocketAddress address = app.addresses().get(0);
    try (Connection connection = new Connection(address.getPort())) {
      for (Object part : parts) {
        run(part, connection, journal, close);
      }
      if (!untilClosed) {
        // What was written last is read meanwhile, which nobody can see from here.
        if (closes) {
          Eventually.dawdle(ARRIVES_MILLIS);
        }
        journal.release();
      }
      return result(connection, spec);
    } finally {
      journal.release();
    }
  }

  private static void run(
      Object part, Connection connection, Journal journal, Runnable closeServer) {
    if (part instanceof String text) {
      connection.write(text);
      return;
    }
    Spec spec = Spec.of(part);
    if (spec.has("repeat")) {
      List<?> textAndCount = spec.list("repeat");
      int count = ((Number) textAndCount.get(1)).intValue();
      connection.write(((String) textAndCount.get(0)).repeat(count));
    } else if (spec.has("sleep")) {
      Eventually.dawdle(spec.integer("sleep", 0));
    } else if (spec.has("await")) {
      String text = spec.text("await");
      journal.release();
      await(
          () -> new String(connection.received(), ISO_8859_1).contains(text) || connection.closed);
    } else if (spec.flag("closeServer")) {
      closeServer.run();
    } else if (spec.flag("end")) {
      connection.end();
    } else if (spec.flag("destroy")) {
      connection.close();
    } else {
      throw new IllegalStateException("unknown part of a request: " + part);
    }
  }

  private static void await(BooleanSupplier condition) {
    await(PATIENCE_MILLIS, condition);
  }

  private static void await(long millis, BooleanSupplier condition) {
    long end = System.nanoTime() + millis * 1_000_000;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return;
      }
      Eventually.dawdle(POLL_MILLIS);
    }
  }

  private static Map<String, @Nullable Object> result(Connection connection, Spec spec) {
    Spec expected = spec.object("expect");
    List<String> methods = spec.texts("methods");
    if (expected.has("responses")) {
      int count = expected.list("responses").size();
      await(
          () ->
              connection.closed
                  || HttpResponses.parse(connection.received(), methods).complete() >= count);
    }
    if (expected.flag("closed")) {
      await(() -> connection.closed);
    } else {
      // No more may come, and the connection has to stay open.
      await(STAYS_OPEN_MILLIS, () -> connection.closed);
    }
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("responses", HttpResponses.parse(connection.received(), methods).views());
    view.put("closed", connection.closed);
    return view;
  }

  private static final class Connection implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2_000;

    private final Socket socket = new Socket();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private volatile boolean closed;

    Connection(int port) throws IOException {
      socket.setTcpNoDelay(true);
      socket.connect(
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port),
          CONNECT_MILLIS);
      Thread reader = new Thread(this::read, "scenario-client");
      reader.setDaemon(true);
      reader.start();
    }

    private void read() {
      byte[] buffer = new byte[8192];
      try {
        InputStream in = socket.getInputStream();
        int count = in.read(buffer);
        while (count >= 0) {
          synchronized (received) {
            received.write(buffer, 0, count);
          }
          count = in.read(buffer);
        }
      } catch (IOException e) {
        // A broken connection is a closed one.
      }
      closed = true;
    }

    byte[] received() {
      synchronized (received) {
        return received.toByteArray();
      }
    }

    /** Writes what the connection still takes: the server may have closed it. */
    void write(String text) {
      try {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
      } catch (IOException e) {
        // What matters is what came back.
      }
    }

    void end() {
      try {
        socket.shutdownOutput();
      } catch (IOException e) {
        // It is closed already.
      }
    }

    @Override
    public void close() {
      try {
        socket.close();
      } catch (IOException e) {
        // It is closed as far as anybody can tell.
      }
    }
  }
}
