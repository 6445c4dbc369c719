package dev.fastjava.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.BodyParser;
import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.option.HttpOptions;
import dev.fastjava.testing.Eventually;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long a thread waits for a body: for the next bytes, and for all of them together. */
class BodyPatienceTests {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  @Test
  void bothLimitsAreOnByDefault() {
    assertThat(HttpOptions.defaults().bodyTimeout()).isEqualTo(Duration.ofMinutes(1));
    assertThat(HttpOptions.defaults().bodyTotalTimeout()).isEqualTo(Duration.ofMinutes(5));
  }

  /** 64 KB within each minute were enough for ever. */
  @Test
  void whoSendsJustEnoughForEachGapIsOutOfTimeInTheEnd() {
    BodyPatience.Left left = new BodyPatience(60_000, 300_000).new Left();
    int minutes = 0;
    while (left.nanos() > 0 && minutes < 100) {
      left.waited(59 * SECOND);
      left.received(65_536);
      minutes++;
    }
    assertThat(minutes).isEqualTo(6);
  }

  @Test
  void whatComesFastMayGoOn() {
    BodyPatience.Left left = new BodyPatience(60_000, 300_000).new Left();
    for (int hours = 0; hours < 100; hours++) {
      left.waited(SECOND * 3_600 / 100);
      left.received(100 * 1_000_000);
      assertThat(left.nanos()).isEqualTo(60 * SECOND);
    }
  }

  @Test
  void gapsAreLimitedAsBefore() {
    BodyPatience.Left left = new BodyPatience(60_000, 0).new Left();
    left.waited(50 * SECOND);
    assertThat(left.nanos()).isEqualTo(10 * SECOND);
    left.received(65_536);
    assertThat(left.nanos()).isBetween(59 * SECOND, 60 * SECOND);
    left.waited(61 * SECOND);
    assertThat(left.nanos()).isNegative();
  }

  @Test
  void eachLimitCanBeOff() {
    assertThat(new BodyPatience(0, 0).new Left().nanos()).isEqualTo(Long.MAX_VALUE);
    assertThat(new BodyPatience(0, 2_000).new Left().nanos()).isEqualTo(2 * SECOND);
  }

  @ParameterizedTest
  @EnumSource(
      value = Execution.class,
      names = {"BLOCKING", "WORKER"})
  void bodyThatTricklesInIsAnsweredWith408(Execution mode) throws Exception {
    try (Fastjava app =
        Fastjava.create(
            o -> o.execution(mode).http(h -> h.bodyTotalTimeout(Duration.ofMillis(300))))) {
      app.addContentTypeParser(
          "application/x-upload",
          BodyParser.stream(
              (request, stream) -> {
                try (InputStream in = stream.inputStream()) {
                  return in.transferTo(OutputStream.nullOutputStream());
                }
              }));
      app.post("/", (request, reply) -> "got " + request.body());
      Eventually.join(app.listen(o -> o.host("127.0.0.1").port(0)));
      try (RawClient client = new RawClient(app.addresses().get(0))) {
        client.send(
            String.join(
                "\r\n",
                "POST / HTTP/1.1",
                "host: h",
                "content-type: application/x-upload",
                "content-length: 100000000",
                "",
                ""));
        AtomicBoolean answered = new AtomicBoolean();
        Thread trickle = new Thread(() -> trickle(client, answered));
        trickle.start();
        assertThat(client.read().status()).isEqualTo(408);
        answered.set(true);
        Eventually.join(trickle);
      }
    }
  }

  /** Sends some bytes again and again, each time long before bodyTimeout. */
  private static void trickle(RawClient client, AtomicBoolean answered) {
    try {
      for (int i = 0; i < 3_000 && !answered.get(); i++) {
        client.send(new byte[10]);
        Eventually.dawdle(10);
      }
    } catch (SocketException e) {
      // Closed by the server: what was to happen.
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
