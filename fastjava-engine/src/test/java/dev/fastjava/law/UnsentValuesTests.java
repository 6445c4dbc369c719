package dev.fastjava.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonMerge;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.fastjava.Fastjava;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.testing.Eventually;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is bound without being sent: values of new objects, and defaults. */
class UnsentValuesTests {
  private static final JsonMapper PLAIN = JsonMapper.builder().build();
  private static final JsonMapper ZEROS =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  @NullUnmarked
  static final class Preset {
    @Min(1)
    public int count;
  }

  @NullUnmarked
  static final class PresetTags {
    @Size(min = 1)
    public List<String> tags = new ArrayList<>();
  }

  @NullUnmarked
  static final class PresetText {
    @Pattern(regexp = "[a-z]+")
    public String text = "1";
  }

  @NullUnmarked
  static final class PresetDecimal {
    @NotNull
    @DecimalMin("0.5")
    public BigDecimal decimal = BigDecimal.ZERO;
  }

  @NullUnmarked
  static final class Fine {
    @NotNull
    @Min(1)
    public Integer count = 1;

    @Size(min = 1)
    public String text;
  }

  @NullUnmarked
  static final class Emptied {
    @JsonSetter(nulls = Nulls.AS_EMPTY)
    @Size(min = 1)
    public String text;
  }

  @NullUnmarked
  record Zero(@Positive int count) {}

  @NullUnmarked
  static final class Merged {
    @JsonMerge
    @Size(max = 2)
    public List<String> tags = new ArrayList<>(List.of("preset"));
  }

  @NullUnmarked
  record Keyed(@Size(min = 2) Map<Integer, String> map) {}

  @NullUnmarked
  static final class Skipping {
    @JsonSetter(contentNulls = Nulls.SKIP)
    @Size(min = 2)
    public List<String> list;
  }

  private static InjectResponse post(JsonMapper mapper, Class<?> type, String body) {
    try (Fastjava app = Fastjava.create(o -> o.jsonMapper(mapper))) {
      app.post("/", r -> r.schema(s -> s.body(type)), (request, reply) -> "" + request.body(type));
      return app.inject().post("/", body, r -> r.header("content-type", "application/json"));
    }
  }

  @Test
  void whatBreaksAConstraintUnsentHasToBeSentWhereKeywordsAloneCheck() {
    for (Class<?> type :
        List.of(Preset.class, PresetTags.class, PresetText.class, PresetDecimal.class)) {
      InjectResponse response = post(PLAIN, type, "{}");
      assertThat(response.statusCode()).as(type.getName()).isEqualTo(400);
      assertThat(response.body()).contains("must have required property");
    }
    assertThat(post(PLAIN, Preset.class, "{\"count\":1}").statusCode()).isEqualTo(200);
    assertThat(post(PLAIN, Fine.class, "{}").statusCode()).isEqualTo(200);
    assertThat(post(ZEROS, Zero.class, "{}").body()).contains("must have required property");
    assertThat(post(ZEROS, Zero.class, "{\"count\":null}").body()).contains("count must be");
    assertThat(post(ZEROS, Zero.class, "{\"count\":1}").body()).isEqualTo("Zero[count=1]");
    assertThat(post(PLAIN, Emptied.class, "{\"text\":null}").statusCode()).isEqualTo(400);
    assertThat(post(PLAIN, Emptied.class, "{\"text\":\"a\"}").statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsNotBoundAsItIsSentIsForAValidator() {
    for (Class<?> type : List.of(Merged.class, Keyed.class, Skipping.class)) {
      try (Fastjava app = Fastjava.create()) {
        app.post("/", r -> r.schema(s -> s.body(type)), (request, reply) -> "");
        assertThatThrownBy(() -> Eventually.join(app.ready()))
            .hasStackTraceContaining("Size of body/");
      }
    }
  }

  @NullUnmarked
  record Defaults(
      @JsonProperty(defaultValue = "20") int number,
      @JsonProperty(defaultValue = "19.90") BigDecimal price,
      @JsonProperty(defaultValue = "ON") State state,
      @JsonProperty(defaultValue = "2026-01-02") LocalDate day,
      @JsonProperty(defaultValue = "[1,2]") List<Integer> all,
      @JsonProperty(defaultValue = "5") String text) {}

  enum State {
    ON,
    @JsonProperty("off")
    OFF
  }

  @Test
  void defaultsAreReadAsTheirTypes() {
    assertThat(post(PLAIN, Defaults.class, "{}").body())
        .isEqualTo(
            "Defaults[number=20, price=19.90, state=ON, day=2026-01-02, all=[1, 2], text=5]");
  }

  @NullUnmarked
  record BadNumber(@JsonProperty(defaultValue = "abc") int bad) {}

  @NullUnmarked
  record BadFraction(@JsonProperty(defaultValue = "1.5") int bad) {}

  @NullUnmarked
  record BadConstant(@JsonProperty(defaultValue = "PURPLE") State bad) {}

  @NullUnmarked
  record JavaName(@JsonProperty(defaultValue = "OFF") State bad) {}

  @NullUnmarked
  record BadFlag(@JsonProperty(defaultValue = "yes") boolean bad) {}

  @NullUnmarked
  record BadDay(@JsonProperty(defaultValue = "tomorrow") LocalDate bad) {}

  @ParameterizedTest
  @ValueSource(
      classes = {
        BadNumber.class,
        BadFraction.class,
        BadConstant.class,
        JavaName.class,
        BadFlag.class,
        BadDay.class
      })
  void aDefaultThatIsNoneOfItsTypeStopsTheBoot(Class<?> type) {
    for (boolean query : new boolean[] {false, true}) {
      try (Fastjava app = Fastjava.create()) {
        app.post(
            "/",
            r ->
                r.schema(
                    s -> {
                      if (query) {
                        s.querystring(type);
                      } else {
                        s.body(type);
                      }
                    }),
            (request, reply) -> "");
        assertThatThrownBy(() -> Eventually.join(app.ready()))
            .hasStackTraceContaining("default value")
            .hasStackTraceContaining("'bad' of " + type.getName());
      }
    }
  }
}
