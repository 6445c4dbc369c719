package dev.fastjava.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a body that a preParsing hook has put in the place of the received one. */
class ReplacedBodyTests {
  @ParameterizedTest
  @EnumSource(
      value = Execution.class,
      names = {"WORKER", "EVENT_LOOP"})
  void bodyThatIsTooLargeAndCannotBeClosedIsToldOnce(Execution mode) {
    LogLines lines = new LogLines();
    try (Fastjava app = Fastjava.create(o -> lines.into(o, "warn").execution(mode).bodyLimit(8))) {
      app.preParsing(
          (request, reply, body) ->
              new ByteArrayInputStream(new byte[100]) {
                @Override
                public void close() throws IOException {
                  throw new IOException("cannot be closed");
                }
              });
      app.post("/", (request, reply) -> "x");
      InjectResponse response =
          app.inject()
              .send(new InjectRequest().method("POST").url("/").payload(java.util.Map.of()));
      assertThat(response.statusCode()).isEqualTo(413);
    }
    assertThat(lines.warnings()).isEmpty();
  }
}
