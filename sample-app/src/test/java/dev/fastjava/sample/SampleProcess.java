package dev.fastjava.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The service in a process of its own, as users start it: what it writes is what it writes alone,
 * and it can be asked to end as an operating system does.
 */
public final class SampleProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> output = Collections.synchronizedList(new ArrayList<>());
  private final Process process;
  private final Thread reader;
  private final int port;

  private SampleProcess(Process process, int port) {
    this.process = process;
    this.port = port;
    this.reader = new Thread(this::read, "sample-output");
    this.reader.setDaemon(true);
    this.reader.start();
  }

  /** Starts the service and waits until it answers. */
  public static SampleProcess serving(String... arguments) throws Exception {
    SampleProcess sample = started(freePort(), arguments);
    try {
      sample.awaitServing();
      return sample;
    } catch (Throwable failure) {
      sample.close();
      throw failure;
    }
  }

  /** Starts the service on a port and waits for nothing. */
  static SampleProcess started(int port, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // It runs for seconds: compiling well would take longer than it saves.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(SampleApplication.class.getName());
    command.add("--server.address=127.0.0.1");
    command.add("--server.port=" + port);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_"));
    return new SampleProcess(builder.start(), port);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      lines.lines().forEach(output::add);
    } catch (IOException | UncheckedIOException ended) {
      output.add("(output broken off: " + ended + ")");
    }
  }

  private void awaitServing() throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      try {
        send(HttpRequest.newBuilder(uri("/v1/products/CH-001")).build());
        return;
      } catch (IOException notYet) {
        if (!process.isAlive() || System.nanoTime() > until) {
          throw new IllegalStateException("the service does not serve:\n" + text(), notYet);
        }
        Thread.sleep(50);
      }
    }
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  /** Waits for a line of the output and returns it. */
  String awaitLine(Predicate<String> wanted) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < until) {
      for (String line : output()) {
        if (wanted.test(line)) {
          return line;
        }
      }
      Thread.sleep(20);
    }
    throw new IllegalStateException("the line was not written:\n" + text());
  }

  List<String> output() {
    synchronized (output) {
      return List.copyOf(output);
    }
  }

  private String text() {
    return String.join("\n", output());
  }

  /** Asks the process to end, as {@code kill} does. */
  void terminate() {
    // Not the method of the process: that closes the output as well.
    boolean unused = process.toHandle().destroy();
  }

  /** Waits for the end and returns all that was written. */
  List<String> awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the process does not end:\n" + text());
    }
    reader.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    return output();
  }

  int exitCode() {
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
