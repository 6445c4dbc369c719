package dev.fastjava.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.fastjava.Fastjava;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Values that are sent in another form than the one a type is written in. */
class SentValuesTests {
  private static final JsonMapper PLAIN = JsonMapper.builder().build();

  @NullUnmarked
  record Texts(String text, List<String> texts, Map<String, String> map, CharSequence chars) {}

  @SuppressWarnings("ArrayRecordComponent") // types as applications have them
  @NullUnmarked
  record Values(
      byte small,
      Byte smallToo,
      Duration duration,
      LocalDate date,
      LocalTime time,
      LocalDateTime both,
      YearMonth month,
      Instant instant,
      OffsetDateTime offset,
      Date old,
      byte[] bytes,
      char[] chars,
      char letter,
      Character letterToo,
      UUID id,
      URI uri,
      BigDecimal decimal,
      Double number) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.10",
        "0.1234567890123456789",
        "123456789012345678901234567890.12345678901234567890",
        "123456789012345678901234567890",
        "9007199254740993",
        "1e400",
        "-1e-400",
        "-0",
        "-0.0",
        "1e2",
        "1E+2",
        "5",
        "true"
      })
  void aNumberThatIsSentForATextIsTheTextThatWasSent(String sent) {
    try (BoundAlike bodies = new BoundAlike(PLAIN, Texts.class)) {
      bodies.reads(
          "{\"text\":" + sent + "}",
          "{\"texts\":[" + sent + ",1.50,\"a\"]}",
          "{\"map\":{\"k\":" + sent + "},\"chars\":" + sent + ",\"text\":\"x\"}");
    }
  }

  @Test
  void manySuchNumbersTakeNoTimeEach() {
    try (BoundAlike bodies = new BoundAlike(PLAIN, Texts.class)) {
      bodies.reads("{\"texts\":[" + "1.50,".repeat(30_000) + "2.50]}");
    }
  }

  @Test
  void whatIsSeenOfTheBodyIsTheSameText() {
    try (Fastjava app = Fastjava.create()) {
      app.post(
          "/",
          r -> r.schema(s -> s.body(Texts.class)),
          (request, reply) -> request.body(Map.class).get("text"));
      app.post(
          "/own",
          r ->
              r.schema(
                  s ->
                      s.body(
                          "{\"type\":\"object\",\"properties\":{\"text\":{\"type\":\"string\"}}}")),
          (request, reply) -> request.body(Map.class).get("text"));
      assertThat(post(app, "/").body()).isEqualTo("1.10");
      assertThat(post(app, "/own").body()).as("as the reference converts").isEqualTo("1.1");
    }
  }

  private static dev.fastjava.inject.InjectResponse post(Fastjava app, String url) {
    return app.inject()
        .post(url, "{\"text\":1.10}", r -> r.header("content-type", "application/json"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"small\":200",
        "\"small\":-128,\"smallToo\":255",
        "\"smallToo\":\"200\"",
        "\"duration\":5",
        "\"duration\":1.5",
        "\"date\":18000",
        "\"date\":[2026,1,2]",
        "\"time\":[1,2]",
        "\"both\":[2026,1,2,3,4]",
        "\"month\":[2026,1]",
        "\"instant\":0",
        "\"instant\":1.25",
        "\"instant\":\"\"",
        "\"offset\":1",
        "\"old\":0",
        "\"bytes\":[1,2]",
        "\"bytes\":[1]",
        "\"chars\":[\"a\"]",
        "\"bytes\":\"AQI=\"",
        "\"chars\":[\"a\",\"b\"]",
        "\"letter\":97",
        "\"letter\":\"a\",\"letterToo\":\"b\"",
        "\"letterToo\":5",
        "\"letterToo\":\"\"",
        "\"id\":\"\"",
        "\"uri\":\"\"",
        "\"decimal\":1e400",
        "\"decimal\":-1.5e-400",
        "\"decimal\":19.90"
      })
  void whatJacksonReadsOfAnotherFormIsRead(String property) {
    String letter = property.contains("\"letter\"") ? "" : ",\"letter\":\"x\"";
    String small = property.contains("\"small\"") ? "" : ",\"small\":1";
    try (BoundAlike bodies = new BoundAlike(PLAIN, Values.class)) {
      bodies.reads("{" + property + letter + small + "}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"smallToo\":256",
        "\"smallToo\":-129",
        "\"duration\":true",
        "\"date\":1.5",
        "\"date\":[2026,13,1]",
        "\"date\":{}",
        "\"bytes\":[\"x\"]",
        "\"bytes\":[[1],[2]]",
        "\"chars\":[1,[]]",
        "\"letterToo\":\"ab\"",
        "\"letterToo\":-1",
        "\"id\":5",
        "\"id\":[1]",
        "\"number\":1e400",
        "\"decimal\":true1"
      })
  void whatItDoesNotReadIsRefused(String property) {
    try (BoundAlike bodies = new BoundAlike(PLAIN, Values.class)) {
      bodies.refuses("{" + property + ",\"letter\":\"x\",\"small\":1}");
    }
  }

  /** A class with a creator for texts and one for numbers. */
  @NullUnmarked
  static final class Either {
    String made;

    @JsonCreator
    static Either ofText(String text) {
      return of("s" + text);
    }

    @JsonCreator
    static Either ofNumber(int number) {
      return of("i" + number);
    }

    private static Either of(String made) {
      Either either = new Either();
      either.made = made;
      return either;
    }
  }

  @NullUnmarked
  record HasEither(Either either, long number, Object any) {}

  @ParameterizedTest
  @ValueSource(strings = {"USE_LONG_FOR_INTS", "USE_BIG_INTEGER_FOR_INTS"})
  void aShortNumberIsOneWhateverObjectsAreMadeOf(DeserializationFeature feature) {
    JsonMapper mapper = JsonMapper.builder().enable(feature).build();
    try (BoundAlike bodies = new BoundAlike(mapper, HasEither.class)) {
      bodies.reads("{\"either\":5,\"number\":7,\"any\":8}", "{\"either\":\"x\",\"number\":7}");
    }
  }
}
