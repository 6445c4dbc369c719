package dev.fastjava.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.conformance.scenario.Modes;
import dev.fastjava.testing.Eventually;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClosingTests {

  static Stream<Execution> modes() {
    return Modes.selected().stream();
  }

  @ParameterizedTest
  @MethodSource("modes")
  void whatFollowsTheLastReplyIsDoneWhenTheServerIsClosed(Execution mode) {
    for (int i = 0; i < 100; i++) {
      AtomicInteger responses = new AtomicInteger();
      LogLines lines = new LogLines();
      try (Fastjava app = Fastjava.create(o -> lines.into(o, "info").execution(mode))) {
        app.get("/", (request, reply) -> "answered");
        app.onResponse(
            (request, reply) -> {
              Eventually.dawdle(1);
              responses.incrementAndGet();
            });
        assertThat(app.inject("/").body()).isEqualTo("answered");
      }
      assertThat(responses).hasValue(1);
      assertThat(lines.from(30))
          .extracting(line -> line.path("msg").asString(""))
          .contains("request completed");
    }
  }
}
