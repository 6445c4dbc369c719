package dev.fastjava.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.testing.Eventually;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A server in a virtual machine of its own with little memory, which ends when that is not enough.
 * Its main class prints one line when it serves, and ends when its standard input does.
 */
final class SmallHeapServer {
  private final Process process;
  private final String firstLine;

  private SmallHeapServer(Process process, String firstLine) {
    this.process = process;
    this.firstLine = firstLine;
  }

  /** Starts a server with a heap of so many megabytes and 32 MB beside it. */
  static SmallHeapServer start(Class<?> main, int heap, String... arguments) throws IOException {
    // It lives for seconds: the compiler that starts quickly costs least.
    return start(main, heap, 32, List.of("-XX:TieredStopAtLevel=1"), arguments);
  }

  /** Starts a server with a heap of so many megabytes and so many beside it. */
  static SmallHeapServer start(Class<?> main, int heap, int direct, String... arguments)
      throws IOException {
    return start(main, heap, direct, List.of(), arguments);
  }

  private static SmallHeapServer start(
      Class<?> main, int heap, int direct, List<String> flags, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heap + "m");
    command.add("-XX:MaxDirectMemorySize=" + direct + "m");
    command.add("-XX:+ExitOnOutOfMemoryError");
    // What fits into the heap fits for certain: this collector moves large arrays together.
    command.add("-XX:+UseSerialGC");
    command.addAll(flags);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String line =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
    assertThat(line).as("what the server prints when it serves").isNotNull();
    return new SmallHeapServer(process, line);
  }

  /** What the server printed. */
  String firstLine() {
    return firstLine;
  }

  /** For main classes: returns when the test is done with the server. */
  static void awaitEnd() throws IOException {
    byte[] rest = System.in.readAllBytes();
    assertThat(rest).as("what tests tell the server").isEmpty();
  }

  /** Ends the server. */
  void stop() throws IOException {
    process.getOutputStream().close();
    Eventually.end(process);
  }
}
