package dev.fastjava.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.error.HttpError;
import dev.fastjava.http.Headers;
import dev.fastjava.inject.InjectResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An error whose own members fail is an error all the same: for the client and in the log. */
@Timeout(60)
class BrokenErrorTests {
  private static class Broken extends RuntimeException implements HttpError {
    private static final long serialVersionUID = 1L;

    Broken() {
      super("broken");
    }

    @Override
    public int statusCode() {
      return 0;
    }
  }

  private static final class BrokenStatus extends Broken {
    private static final long serialVersionUID = 1L;

    @Override
    public int statusCode() {
      throw new IllegalStateException("no status");
    }
  }

  private static final class NoHeaders extends Broken {
    private static final long serialVersionUID = 1L;

    @Override
    @SuppressWarnings("NullAway") // what a careless application does
    public Headers headers() {
      return null;
    }
  }

  private static final class NoProperties extends Broken {
    private static final long serialVersionUID = 1L;

    @Override
    @SuppressWarnings("NullAway") // what a careless application does
    public Map<String, Object> properties() {
      return null;
    }
  }

  private static final class BrokenCode extends Broken {
    private static final long serialVersionUID = 1L;

    @Override
    public String code() {
      throw new IllegalStateException("no code");
    }
  }

  private static final class BrokenMessage extends Broken {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message");
    }
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        Arguments.of(new BrokenStatus(), "broken"),
        Arguments.of(new NoHeaders(), "broken"),
        Arguments.of(new NoProperties(), "broken"),
        Arguments.of(new BrokenCode(), "broken"),
        Arguments.of(new BrokenMessage(), "Internal Server Error"));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void itIsSentAs500AndLogged(Throwable error, String message) {
    LogLines log = new LogLines();
    try (Fastjava app = Fastjava.create(o -> log.into(o, "info"))) {
      app.get(
          "/",
          (request, reply) -> {
            throw (RuntimeException) error;
          });
      InjectResponse response = app.inject().get("/");
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.body())
          .isEqualTo(
              "{\"statusCode\":500,\"error\":\"Internal Server Error\",\"message\":\""
                  + message
                  + "\"}");
    }
    assertThat(log.from(50))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line.path("err").path("type").asString())
                    .isEqualTo(error.getClass().getSimpleName()));
  }
}
