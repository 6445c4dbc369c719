package dev.fastjava.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fastjava.Fastjava;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.ValidationOptions.RemoveAdditional;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties without a getter are in the schema of their type as all others are. */
class OnlyReadPropertiesTests {
  @NullUnmarked
  static final class Login {
    @Size(max = 3)
    private String password;

    private Integer tries;
    private String text;

    public void setPassword(String password) {
      this.password = password;
    }

    @JsonProperty(defaultValue = "20")
    public void setTries(Integer tries) {
      this.tries = tries;
    }

    /** Of another type than the field. */
    public void setText(int number) {
      this.text = "#" + number;
    }

    @Override
    public String toString() {
      return password + ' ' + tries + ' ' + text;
    }
  }

  @NullUnmarked
  static final class Made {
    @Size(max = 3)
    private final String password;

    @JsonCreator
    Made(@JsonProperty("password") String password) {
      this.password = password;
    }

    @Override
    public String toString() {
      return password;
    }
  }

  private static String post(
      RemoveAdditional removal, Class<?> type, JsonSchema schema, String body) {
    try (Fastjava app = Fastjava.create(o -> o.validation(v -> v.removeAdditional(removal)))) {
      app.post(
          "/",
          r -> r.schema(s -> s.body(schema)),
          (request, reply) -> String.valueOf(request.body(type, Object.class)));
      return app.inject().post("/", body, r -> r.header("content-type", "application/json")).body();
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Login.class, Made.class})
  void theirConstraintsHoldWithoutAValidator(Class<?> type) {
    assertThat(post(RemoveAdditional.ON, type, Schemas.of(type), "{\"password\":\"secret\"}"))
        .contains("body/password must NOT have more than 3 characters");
  }

  @Test
  void theyHaveDefaultsAndAreConvertedAndNotRemoved() {
    for (RemoveAdditional removal : List.of(RemoveAdditional.ON, RemoveAdditional.ALL)) {
      JsonSchema whole = Schemas.of(Login.class);
      assertThat(post(removal, Login.class, whole, "{\"password\":\"abc\",\"text\":5}"))
          .isEqualTo("abc 20 #5");
      assertThat(post(removal, Login.class, whole, "{\"password\":12,\"tries\":\"5\"}"))
          .isEqualTo("12 5 null");
    }
  }

  @Test
  void partsNameThem() {
    JsonSchema part = Schemas.of(Login.class).without("tries", "text");
    assertThat(
            post(
                RemoveAdditional.OFF,
                Login.class,
                part,
                "{\"password\":\"abc\",\"tries\":5,\"text\":5}"))
        .isEqualTo("abc null null");
  }
}
