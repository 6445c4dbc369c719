package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.FastjavaException;
import dev.fastjava.testing.Eventually;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ErrorCodeTests {
  /** Code, status and message of each error of the reference, as it reports them itself. */
  private static List<String[]> recorded() throws IOException {
    try (InputStream in = ErrorCodeTests.class.getResourceAsStream("error-codes.tsv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", -1))
          .toList();
    }
  }

  @Test
  void codesStatusesAndMessagesAreThoseOfTheReference() throws IOException {
    assertThat(recorded())
        .isNotEmpty()
        .allSatisfy(
            row -> {
              ErrorCode code = ErrorCode.valueOf(row[0]);
              assertThat(code.statusCode()).as(row[0]).isEqualTo(Integer.parseInt(row[1]));
              assertThat(code.message()).as(row[0]).isEqualTo(row[2]);
            });
  }

  @Test
  void thereIsNoCodeThatTheReferenceDoesNotHave() throws IOException {
    assertThat(Arrays.stream(ErrorCode.values()).map(Enum::name))
        .containsExactlyInAnyOrderElementsOf(recorded().stream().map(row -> row[0]).toList());
  }

  @Test
  @SuppressWarnings("NullAway") // what a caller without null checks may pass
  void missingHookNameAndTrailerHaveTheirCodes() {
    try (Fastjava app = Fastjava.create()) {
      assertThatThrownBy(() -> app.addHook(null, (Hook) (request, reply) -> {}))
          .isInstanceOfSatisfying(
              FastjavaException.class,
              e -> assertThat(e.code()).isEqualTo("FST_ERR_HOOK_INVALID_TYPE"));
      app.get("/", (request, reply) -> reply.trailer("x", (Trailer) null).send("x"));
      assertThat(app.inject("/").body()).contains("FST_ERR_BAD_TRAILER_VALUE");
    }
  }

  @Test
  void portOutOfRangeIsRefusedBeforeBooting() {
    try (Fastjava app = Fastjava.create()) {
      assertThatThrownBy(() -> Eventually.join(app.listen(o -> o.port(70_000))))
          .hasMessageContaining("Invalid listen options: 'Invalid port 70000'");
    }
  }
}
