package dev.fastjava.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import java.io.ByteArrayOutputStream;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** A logger tells what all of its lines carry. */
class BindingsTests {
  private static Logger logger(LogFormat format) {
    return Logger.create(
        o ->
            o.format(format).stream(new ByteArrayOutputStream())
                .synchronous(true)
                .serializer("user", user -> "user " + user)
                .redact("secret", "deep.secret"));
  }

  @ParameterizedTest
  @EnumSource(LogFormat.class)
  void theyAreThoseOfTheLineAfterSerializersAndRedaction(LogFormat format) {
    Logger parent = logger(format).child(Map.of("module", "jobs", "user", 7));
    Logger child =
        parent.child(Map.of("secret", "x", "deep", Map.of("secret", "y", "open", List.of(1))));
    assertThat(parent.bindings()).isEqualTo(Map.of("module", "jobs", "user", "user 7"));
    assertThat(child.bindings())
        .containsEntry("module", "jobs")
        .containsEntry("secret", "[Redacted]")
        .containsEntry("deep", Map.of("secret", "[Redacted]", "open", List.of(1)));
    child.bindings().clear();
    assertThat(child.bindings()).hasSize(4);
  }

  @Test
  void thoseOfTheProcessAreNotAmongThem() {
    assertThat(logger(LogFormat.JSON).bindings()).isEmpty();
    Logger own =
        Logger.create(o -> o.stream(new ByteArrayOutputStream()).base(Map.of("app", "shop")));
    assertThat(own.bindings()).isEqualTo(Map.of("app", "shop"));
    assertThat(own.child(Map.of("app", "other")).bindings()).isEqualTo(Map.of("app", "other"));
  }

  @Test
  void everyKindOfLoggerAnswers() {
    Logger slf4j = Logger.slf4j(LoggerFactory.getLogger("bindings")).child(Map.of("a", 1));
    assertThat(slf4j.child(Map.of("b", 2)).bindings()).isEqualTo(Map.of("a", 1, "b", 2));
    assertThat(Logger.silent().child(Map.of("a", 1)).bindings()).isEmpty();
    try (Fastjava app =
        Fastjava.create(o -> o.loggerOptions(l -> l.stream(new ByteArrayOutputStream())))) {
      app.get("/", (request, reply) -> request.log().bindings());
      assertThat(app.inject("/").body()).isEqualTo("{\"reqId\":\"req-1\"}");
    }
  }

  @Test
  void aMapThatFailsIsToldInItsPlace() {
    Map<String, Object> broken =
        new AbstractMap<>() {
          @Override
          public Set<Map.Entry<String, Object>> entrySet() {
            throw new IllegalStateException("no entries");
          }
        };
    assertThat(logger(LogFormat.JSON).child(broken).bindings().toString()).contains("fields lost");
  }
}
