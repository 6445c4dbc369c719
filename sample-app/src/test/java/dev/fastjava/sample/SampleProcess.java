package dev.fastjava.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.core.ConditionFactory;

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

  private void awaitServing() {
    HttpRequest request = HttpRequest.newBuilder(uri("/v1/products/CH-001")).build();
    within()
        .untilAsserted(
            () -> {
              if (!process.isAlive()) {
                // Nothing to wait for: an exception that is no failed assertion ends the wait.
                throw new IllegalStateException("the service has ended:\n" + text());
              }
              assertThat(catchThrowable(() -> send(request)))
                  .as("the service serves; so far it has written:%n%s", text())
                  .isNull();
            });
  }

  private static ConditionFactory within() {
    return await().atMost(Duration.ofSeconds(PATIENCE_SECONDS)).pollInterval(Duration.ofMillis(20));
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  /** Waits for a line of the output and returns it. */
  String awaitLine(Predicate<String> wanted) {
    within()
        .untilAsserted(() -> assertThat(output()).as("the wanted line is there").anyMatch(wanted));
    return output().stream().filter(wanted).findFirst().orElseThrow();
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
    Process killed = process.destroyForcibly();
    within().until(() -> !killed.isAlive());
  }
}
