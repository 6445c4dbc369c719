package dev.fastjava.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.testing.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("FutureReturnValueIgnored") // the framework looks after returned stages
class FlightRecorderTests {
  @Test
  void nothingIsMadeWhileNothingRecords() {
    assertThat(FlightRecorder.recordsRequests()).isFalse();
    assertThat(FlightRecorder.recordsHandlers()).isFalse();
  }

  @Test
  void recordingHasRequestsAndHandlers(@TempDir Path directory) throws Exception {
    CountDownLatch over = new CountDownLatch(4);
    Path file = directory.resolve("requests.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("dev.fastjava.Request");
      recording.enable("dev.fastjava.Handler");
      recording.start();
      serve(over);
      recording.stop();
      recording.dump(file);
    }
    List<RecordedEvent> events = RecordingFile.readAllEvents(file);
    Files.delete(file);

    RecordedEvent plain = event(events, "dev.fastjava.Request", "/plain/:id");
    assertThat(plain.getString("method")).isEqualTo("GET");
    assertThat(plain.getString("url")).isEqualTo("/plain/7");
    assertThat(plain.getInt("status")).isEqualTo(200);
    assertThat(plain.getString("failure")).isEmpty();
    assertThat(plain.getDuration()).isPositive();
    assertThat(event(events, "dev.fastjava.Request", "").getInt("status")).isEqualTo(404);

    assertThat(event(events, "dev.fastjava.Handler", "/plain/:id").getBoolean("asynchronous"))
        .isFalse();
    RecordedEvent stage = event(events, "dev.fastjava.Handler", "/stage");
    assertThat(stage.getBoolean("asynchronous")).isTrue();
    assertThat(stage.getString("error")).isEmpty();
    RecordedEvent failed = event(events, "dev.fastjava.Handler", "/fails");
    assertThat(failed.getString("error")).contains("wanted");
    assertThat(failed.getString("requestId"))
        .isEqualTo(event(events, "dev.fastjava.Request", "/fails").getString("requestId"));
  }

  private static RecordedEvent event(List<RecordedEvent> events, String name, String route) {
    List<RecordedEvent> found =
        events.stream()
            .filter(each -> each.getEventType().getName().equals(name))
            .filter(each -> each.getString("route").equals(route))
            .toList();
    assertThat(found).as("%s of %s", name, route).hasSize(1);
    return found.get(0);
  }

  private static void serve(CountDownLatch over) throws InterruptedException {
    try (Fastjava app = Fastjava.create()) {
      app.onResponse((request, reply) -> over.countDown());
      app.get("/plain/:id", (request, reply) -> "x");
      app.get("/stage", (request, reply) -> CompletableFuture.supplyAsync(() -> "x"));
      app.get(
          "/fails",
          (request, reply) -> {
            throw new IllegalStateException("wanted");
          });
      app.inject("/plain/7");
      app.inject("/stage");
      app.inject("/fails");
      app.inject("/nowhere");
      Eventually.await(over);
    }
  }
}
