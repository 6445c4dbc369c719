package dev.fastjava.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonMerge;
import dev.fastjava.Fastjava;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.jakarta.JakartaConstraints;
import dev.fastjava.testing.EnglishValidators;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** A schema sees what was sent; constraints that it says hold of what is bound, too. */
class ConstraintsOnBoundValuesTests {
  private static final JsonMapper PLAIN = JsonMapper.builder().build();
  private static final JsonMapper ANY_CASE =
      JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES).build();

  record Aliased(@JsonAlias("b") @Max(10) Integer a) {}

  record Stripped(@NotEmpty @Size(max = 3) String name) {
    Stripped {
      name = name.strip();
    }
  }

  @NullUnmarked
  static final class Counted {
    @Min(1)
    public int count;
  }

  static final class Merged {
    @JsonMerge
    @Size(max = 2)
    public List<String> tags = new ArrayList<>(List.of("preset"));
  }

  private static InjectResponse post(JsonMapper mapper, Class<?> type, String body) {
    try (ValidatorFactory factory = EnglishValidators.factory();
        Fastjava app =
            Fastjava.create(
                o ->
                    o.jsonMapper(mapper)
                        .beanConstraints(JakartaConstraints.of(factory.getValidator())))) {
      app.post(
          "/",
          r -> r.schema(s -> s.body(type)),
          (request, reply) -> request.body(type) == null ? "none" : "bound");
      return app.inject(
          r -> r.method("POST").url("/").header("content-type", "application/json").payload(body));
    }
  }

  private static void assertRefused(JsonMapper mapper, Class<?> type, String body, String word) {
    InjectResponse response = post(mapper, type, body);
    assertThat(response.statusCode()).as(body).isEqualTo(400);
    assertThat(response.body()).contains("FST_ERR_VALIDATION", word);
  }

  @Test
  void aValueUnderAnotherNameIsChecked() {
    assertRefused(PLAIN, Aliased.class, "{\"b\":500}", "body/b must be");
    assertThat(post(PLAIN, Aliased.class, "{\"b\":5}").body()).isEqualTo("bound");
  }

  @Test
  void aNameInOtherLettersIsChecked() {
    assertRefused(ANY_CASE, Aliased.class, "{\"A\":500}", "body/A must be");
    assertThat(post(ANY_CASE, Aliased.class, "{\"A\":5}").body()).isEqualTo("bound");
  }

  @Test
  void whatIsMissingIsCheckedWithWhatANewObjectHas() {
    assertRefused(PLAIN, Counted.class, "{}", "body/count must be");
    assertThat(post(PLAIN, Counted.class, "{\"count\":1}").body()).isEqualTo("bound");
  }

  @Test
  void whatAConstructorMakesOfAValueIsChecked() {
    assertRefused(PLAIN, Stripped.class, "{\"name\":\"   \"}", "body/name must not be empty");
    assertThat(post(PLAIN, Stripped.class, "{\"name\":\"a  \"}").body()).isEqualTo("bound");
  }

  @Test
  void whatIsMergedIsCheckedAsAWhole() {
    assertRefused(PLAIN, Merged.class, "{\"tags\":[\"a\",\"b\"]}", "body/tags size must be");
    assertThat(post(PLAIN, Merged.class, "{\"tags\":[\"a\"]}").body()).isEqualTo("bound");
  }
}
