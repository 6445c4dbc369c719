package dev.fastjava.law;

import static dev.fastjava.schema.Schemas.any;
import static dev.fastjava.schema.Schemas.anyOf;
import static dev.fastjava.schema.Schemas.array;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.fastjava.Fastjava;
import dev.fastjava.schema.JsonSchema;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.module.SimpleModule;

/** What can be iterated over is not its items where Jackson was told something else. */
class HiddenIterablesTests {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new SimpleModule().addSerializer(ByModule.class, new Stars<>()))
          .build();

  private abstract static class Secrets implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("secret").iterator();
    }
  }

  static final class AsText extends Secrets {
    @JsonValue
    String text() {
      return "shown";
    }
  }

  static final class AsList extends Secrets {
    @JsonValue
    List<String> list() {
      return List.of("shown");
    }
  }

  @JsonSerialize(using = Stars.class)
  static final class ByAnnotation extends Secrets {}

  static final class ByModule extends Secrets {}

  static final class ByItself extends Secrets implements JacksonSerializable {
    @Override
    public void serialize(JsonGenerator out, SerializationContext context) {
      out.writeString("***");
    }

    @Override
    public void serializeWithType(
        JsonGenerator out, SerializationContext context, TypeSerializer type) {
      serialize(out, context);
    }
  }

  static final class Stars<T> extends ValueSerializer<T> {
    @Override
    public void serialize(T value, JsonGenerator out, SerializationContext context) {
      out.writeString("***");
    }
  }

  record Box(Object x) {}

  private static final Map<String, Object> VALUES =
      Map.of(
          "text", new AsText(),
          "list", new AsList(),
          "annotation", new ByAnnotation(),
          "module", new ByModule(),
          "itself", new ByItself());

  private static String reply(JsonSchema schema, Object payload) {
    try (Fastjava app = Fastjava.create(o -> o.jsonMapper(MAPPER))) {
      app.get("/", r -> r.schema(s -> s.response(200, schema)), (request, reply) -> payload);
      return app.inject("/").body();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "list", "annotation", "module", "itself"})
  void theirItemsNeverLeave(String way) {
    Object value = VALUES.get(way);
    List<JsonSchema> schemas =
        List.of(
            array(string()),
            array(any()),
            array(object().additionalProperties(true)),
            anyOf(array(string()), string()));
    for (JsonSchema schema : schemas) {
      assertThat(reply(schema, value)).isNotEmpty().doesNotContain("secret");
      for (Object holder : List.of(new Box(value), Map.of("x", value))) {
        assertThat(reply(object().prop("x", schema), holder)).isNotEmpty().doesNotContain("secret");
      }
    }
    assertThat(reply(any(), value)).isEqualTo(MAPPER.writeValueAsString(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "y"})
  void whatIsWrittenInTheirPlaceFollowsTheSchema(String name) {
    assertThat(reply(array(string()), new AsList())).isEqualTo("[\"shown\"]");
    assertThat(reply(object().prop(name, array(string())), Map.of(name, new AsList())))
        .isEqualTo("{\"" + name + "\":[\"shown\"]}");
  }

  /** Nothing is said of these: their items are what Jackson writes. */
  static final class Plain implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("a", "b").iterator();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void plainOnesAreTheirItems(boolean texts) {
    assertThat(reply(array(texts ? string() : any()), new Plain())).isEqualTo("[\"a\",\"b\"]");
  }
}
