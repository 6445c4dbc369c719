package dev.fastjava.law;

import static dev.fastjava.schema.Schemas.any;
import static dev.fastjava.schema.Schemas.array;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.error.HttpException;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.Schemas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.StdConverter;

/** What clients read when code of the application throws while a reply is written. */
@NullUnmarked
@SuppressWarnings("unused") // Jackson reads the members
class ThrownWhileWritingTests {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String WORDS = "SECRET of com.acme.Db";

  static class Getter {
    public String getA() {
      throw new IllegalStateException(WORDS);
    }
  }

  record Accessor(String a) {
    @Override
    public String a() {
      throw new UnsupportedOperationException(WORDS);
    }
  }

  static class Throwing extends ValueSerializer<String> {
    @Override
    public void serialize(String value, JsonGenerator out, SerializationContext context) {
      throw new IllegalArgumentException(WORDS);
    }
  }

  record Serialized(@JsonSerialize(using = Throwing.class) String a) {}

  static class Refusing extends StdConverter<String, String> {
    @Override
    public String convert(String value) {
      throw new NullPointerException(WORDS);
    }
  }

  record Converted(@JsonSerialize(converter = Refusing.class) String a) {}

  static class Itself {
    public @Nullable Itself a = this;
  }

  static class Other {
    public @Nullable Object a;
  }

  static class Answering {
    public String getA() {
      throw new HttpException(409, "taken");
    }
  }

  private static Object circle() {
    Other one = new Other();
    Other two = new Other();
    one.a = two;
    two.a = one;
    return one;
  }

  /** What is read with every kind of schema, for the value and in a map and a list. */
  private static Set<String> replies(Object value) {
    Set<String> replies = new LinkedHashSet<>();
    JsonSchema type = Schemas.of(value.getClass());
    List<@Nullable JsonSchema> schemas =
        Arrays.asList(
            null,
            any(),
            object().additionalProperties(true),
            object().prop("a", string()),
            object().prop("a", any()),
            type,
            Schemas.of(value.getClass()).only("a"));
    for (boolean checked : List.of(false, true)) {
      try (Fastjava app =
          Fastjava.create(
              o -> o.serialization(s -> s.validateResponses(checked).warnDropped(checked)))) {
        List<Object> payloads = new ArrayList<>();
        for (JsonSchema schema : schemas) {
          add(app, payloads, schema, value);
        }
        add(app, payloads, object().prop("x", type), Map.of("x", value));
        add(app, payloads, array(type), List.of(value));
        add(app, payloads, null, Map.of("x", value));
        for (int i = 0; i < payloads.size(); i++) {
          InjectResponse response = app.inject().get("/" + i);
          replies.add(response.statusCode() + " " + message(response.body()));
        }
      }
    }
    return replies;
  }

  private static String message(String body) {
    return JSON.readTree(body).path("message").asString();
  }

  private static void add(
      Fastjava app, List<Object> payloads, @Nullable JsonSchema schema, Object payload) {
    app.get(
        "/" + payloads.size(),
        route -> {
          if (schema != null) {
            route.schema(s -> s.response(200, schema));
          }
        },
        (request, reply) -> payload);
    payloads.add(payload);
  }

  @Test
  void clientsReadNoWordOfItWhateverTheSchemaIs() {
    for (Object value :
        List.of(new Getter(), new Accessor("x"), new Serialized("x"), new Converted("x"))) {
      assertThat(replies(value))
          .as(value.getClass().getSimpleName())
          .containsExactly("500 The reply cannot be written as JSON");
    }
  }

  @Test
  void whatContainsItselfIsToldAlikeWhateverTheSchemaIs() {
    for (Object value : List.of(new Itself(), circle())) {
      assertThat(replies(value))
          .as(value.getClass().getSimpleName())
          .isSubsetOf("500 The value is nested too deeply, or contains itself", "200 ")
          .contains("500 The value is nested too deeply, or contains itself");
    }
  }

  @Test
  void anErrorWithAStatusIsAnAnswer() {
    assertThat(replies(new Answering())).containsExactly("409 taken");
  }
}
