package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import dev.fastjava.error.HttpError;
import dev.fastjava.error.HttpException;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.jakarta.JakartaConstraints;
import dev.fastjava.schema.Schemas;
import dev.fastjava.testing.EnglishValidators;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the application's own code throws while a body is bound is its answer, if it has a status.
 */
@NullUnmarked
@SuppressWarnings("UnusedVariable") // read by reflection
class ThrownWhileBindingTests {
  static class Body {
    public int plain;

    public void setSetter(int value) {
      throw new HttpException(409, "setter", e -> e.code("OWN").header("x-own", "yes"));
    }

    public void setMade(Made made) {}

    public void setAll(List<Made> all) {}

    public void setByName(Map<String, Made> all) {}

    public void setByKey(Map<Key, Integer> all) {}

    public void setByCreated(Map<Created, Integer> all) {}

    public void setCreated(Created created) {}

    public void setRead(ReadByOwn read) {}

    public void setInside(int value) throws IOException {
      throw new IOException("secret", new HttpException(409, "inside", e -> e.code("OWN")));
    }

    public void setChecked(int value) throws Exception {
      throw new Conflict();
    }

    public void setArgument(int value) {
      throw new Wrong();
    }

    public void setState(int value) {
      throw new IllegalStateException("secret");
    }

    public void setNoStatus(int value) {
      throw new HttpException(0, "secret");
    }

    @JsonAnySetter
    public void any(String name, Object value) {
      throw new HttpException(409, "any " + name, e -> e.code("OWN"));
    }
  }

  record Made(int value) {
    Made {
      if (value < 0) {
        throw new HttpException(409, "constructor", e -> e.code("OWN"));
      }
    }
  }

  public static final class Key {
    public Key(String text) {
      if (text.equals("a")) {
        throw new HttpException(409, "constructor of a key", e -> e.code("OWN"));
      }
    }
  }

  static final class Created {
    @JsonCreator
    static Created of(String text) {
      if (text.equals("a")) {
        throw new HttpException(409, "creator", e -> e.code("OWN"));
      }
      return new Created();
    }
  }

  @JsonDeserialize(using = OwnDeserializer.class)
  static final class ReadByOwn {}

  static final class OwnDeserializer extends ValueDeserializer<ReadByOwn> {
    @Override
    public ReadByOwn deserialize(JsonParser parser, DeserializationContext context) {
      throw new HttpException(409, "deserializer", e -> e.code("OWN"));
    }
  }

  /** A checked exception with a status. */
  static final class Conflict extends Exception implements HttpError {
    private static final long serialVersionUID = 1L;

    Conflict() {
      super("checked");
    }

    @Override
    public int statusCode() {
      return 409;
    }

    @Override
    public String code() {
      return "OWN";
    }
  }

  /** One that is also what Jackson takes for a wrong value. */
  static final class Wrong extends IllegalArgumentException implements HttpError {
    private static final long serialVersionUID = 1L;

    Wrong() {
      super("argument");
    }

    @Override
    public int statusCode() {
      return 409;
    }

    @Override
    public String code() {
      return "OWN";
    }
  }

  private static final Handler BINDS =
      (request, reply) -> {
        request.body(Body.class);
        return "bound";
      };

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{'setter':1} | setter",
        "{'made':{'value':-1}} | constructor",
        "{'all':[{'value':1},{'value':-1}]} | constructor",
        "{'byName':{'a':{'value':-1}}} | constructor",
        "{'created':'a'} | creator",
        "{'byKey':{'b':1,'a':2}} | constructor of a key",
        "{'byCreated':{'a':1}} | creator",
        "{'read':1} | deserializer",
        "{'inside':1} | inside",
        "{'checked':1} | checked",
        "{'argument':1} | argument",
        "{'unknown':1} | any unknown"
      })
  void anErrorWithAStatusKeepsItsStatusCodeAndMessage(String body, String message) {
    JsonMapper unwrapped =
        JsonMapper.builder().disable(DeserializationFeature.WRAP_EXCEPTIONS).build();
    for (JsonMapper mapper : List.of(JsonMapper.builder().build(), unwrapped)) {
      try (ValidatorFactory factory = EnglishValidators.factory();
          Fastjava app =
              Fastjava.create(
                  o ->
                      o.jsonMapper(mapper)
                          .beanConstraints(JakartaConstraints.of(factory.getValidator())))) {
        app.post("/", BINDS);
        app.post("/typed", r -> r.schema(s -> s.body(Body.class)), BINDS);
        app.post("/checked", r -> r.schema(s -> s.body(Checked.class)), BINDS);
        app.post(
            "/within",
            r -> r.schema(s -> s.body(Schemas.object().prop("in", Schemas.of(Checked.class)))),
            BINDS);
        String checked = "{'body':" + body + ",'name':'a'}";
        for (InjectResponse response :
            List.of(
                post(app, "/", body),
                post(app, "/typed", body),
                post(app, "/checked", checked),
                post(app, "/within", "{'in':" + checked + "}"))) {
          if (mapper == unwrapped && message.equals("inside")) {
            continue; // an exception of the application's own, as it is
          }
          assertThat(response.statusCode()).isEqualTo(409);
          assertThat(response.json())
              .isEqualTo(
                  Map.of(
                      "statusCode", 409, "code", "OWN", "error", "Conflict", "message", message));
        }
      }
    }
  }

  record Checked(Body body, @NotBlank String name) {}

  @Test
  void itsHeadersAreSent() {
    try (Fastjava app = Fastjava.create()) {
      app.post("/", BINDS);
      assertThat(post(app, "/", "{'setter':1}").header("x-own")).isEqualTo("yes");
    }
  }

  @Test
  void handlersCatchItAsItself() {
    try (Fastjava app = Fastjava.create()) {
      app.post(
          "/",
          (request, reply) -> {
            try {
              return request.body(Body.class);
            } catch (HttpException e) {
              return "caught " + e.getMessage();
            }
          });
      assertThat(post(app, "/", "{'setter':1}").body()).isEqualTo("caught setter");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'state':1}", "{'noStatus':1}"})
  void othersAreAValueThatIsNotValid(String body) {
    try (Fastjava app = Fastjava.create()) {
      app.post("/", BINDS);
      app.post("/typed", r -> r.schema(s -> s.body(Body.class)), BINDS);
      for (String url : List.of("/", "/typed")) {
        InjectResponse response = post(app, url, body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("is not valid").doesNotContain("secret");
      }
    }
  }

  private static InjectResponse post(Fastjava app, String url, String body) {
    return app.inject()
        .post(url, body.replace('\'', '"'), r -> r.header("content-type", "application/json"));
  }
}
