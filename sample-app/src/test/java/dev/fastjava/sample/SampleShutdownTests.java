package dev.fastjava.sample;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** How the process ends, and how it says that it cannot start. */
class SampleShutdownTests {
  private static final String ORDER =
      "{\"customer\":\"Alan Turing\",\"lines\":[{\"sku\":\"CH-001\",\"quantity\":1}]}";

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there, no process can be asked to end")
  void aRequestUnderWayIsAnsweredBeforeTheProcessEnds() throws Exception {
    try (SampleProcess sample = SampleProcess.serving();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), sample.port())) {
      socket.setSoTimeout(60_000);
      OutputStream out = socket.getOutputStream();
      String head =
          """
          POST /v1/orders HTTP/1.1\r
          host: localhost\r
          x-api-key: demo-key\r
          content-type: application/json\r
          content-length: %d\r
          \r
          """
              .formatted(ORDER.length());
      out.write((head + ORDER.substring(0, 10)).getBytes(US_ASCII));
      out.flush();
      sample.awaitLine(line -> line.contains("incoming request") && line.contains("POST"));
      sample.terminate();
      sample.awaitLine(line -> line.contains("Commencing graceful shutdown"));
      out.write(ORDER.substring(10).getBytes(US_ASCII));
      out.flush();
      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);

      assertThat(answer).startsWith("HTTP/1.1 201 ").contains("\"customer\":\"Alan Turing\"");
      assertThat(sample.awaitEnd()).anyMatch(line -> line.contains("Graceful shutdown complete"));
      assertThat(sample.exitCode()).as("ended by SIGTERM").isEqualTo(128 + 15);
    }
  }

  @Test
  void aPortInUseIsExplained() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        SampleProcess sample = SampleProcess.started(taken.getLocalPort())) {
      assertThat(sample.awaitEnd())
          .containsSubsequence(
              "APPLICATION FAILED TO START",
              "Description:",
              "Web server failed to start. Port " + sample.port() + " was already in use.",
              "Action:")
          .noneMatch(line -> line.startsWith("\tat "));
      assertThat(sample.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void aWrongPropertyIsExplained() throws Exception {
    try (SampleProcess sample =
        SampleProcess.started(SampleProcess.freePort(), "--fastjava.execution=sometimes")) {
      assertThat(String.join("\n", sample.awaitEnd()))
          .contains("APPLICATION FAILED TO START")
          .contains("Property: fastjava.execution")
          .contains("Value: \"sometimes\"")
          .contains("The following values are valid:");
      assertThat(sample.exitCode()).isEqualTo(1);
    }
  }
}
