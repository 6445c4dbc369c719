package dev.fastjava.law;

import static dev.fastjava.schema.Schemas.object;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.fastjava.Fastjava;
import dev.fastjava.error.FastjavaException;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.Schemas;
import dev.fastjava.type.TypeRef;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Boot stops where Jackson has nothing that could read the type of a part, whatever is sent. */
@NullUnmarked
@SuppressWarnings("unused") // Jackson reads the members
class UnreadableTypesTests {
  record ByCharset(String name, Map<Charset, Integer> sizes) {}

  static final class TwoSetters {
    public void setValue(Integer value) {}

    public void setValue(List<String> value) {}
  }

  interface Named {
    String getName();
  }

  record Holder(Named named, int x) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  interface Tagged {}

  private static final List<Type> UNREADABLE =
      List.of(
          new TypeRef<Map<Charset, Integer>>() {}.type(),
          new TypeRef<List<ByCharset>>() {}.type(),
          ByCharset.class,
          TwoSetters.class);

  private static void boot(JsonMapper mapper, String part, JsonSchema schema) {
    try (Fastjava app = Fastjava.create(o -> o.jsonMapper(mapper))) {
      app.post(
          "/orders/:name",
          r ->
              r.schema(
                  s -> {
                    switch (part) {
                      case "body" -> s.body(schema);
                      case "content" -> s.body(types -> types.content("application/json", schema));
                      case "querystring" -> s.querystring(schema);
                      case "params" -> s.params(schema);
                      default -> s.headers(schema);
                    }
                  }),
          (request, reply) -> "ok");
      app.inject().get("/");
    }
  }

  @Test
  void aTypeThatNothingCanBeReadAsStopsTheBootWithRouteAndType() {
    JsonMapper mapper = JsonMapper.builder().build();
    for (Type type : UNREADABLE) {
      for (String part : List.of("body", "content", "querystring", "params", "headers")) {
        assertThatThrownBy(() -> boot(mapper, part, Schemas.of(type)))
            .as("%s of %s", part, type)
            .hasMessageContaining("validation schema for POST: /orders/:name")
            .hasMessageContaining(type.getTypeName())
            .extracting(error -> ((FastjavaException) error).code())
            .isEqualTo("FST_ERR_SCH_VALIDATION_BUILD");
      }
    }
  }

  @Test
  void aTypeThatSomethingCanBeReadAsIsNone() {
    JsonMapper mapper = JsonMapper.builder().build();
    for (Type type :
        List.of(
            Holder.class,
            Named.class,
            Tagged.class,
            new TypeRef<List<Named>>() {}.type(),
            new TypeRef<Map<Integer, Named>>() {}.type())) {
      boot(mapper, "body", Schemas.of(type));
    }
  }

  @Test
  void whatAModuleBringsForATypeCounts() {
    KeyDeserializer charsets =
        new KeyDeserializer() {
          @Override
          public Object deserializeKey(String key, DeserializationContext context) {
            return Charset.forName(key);
          }
        };
    boot(
        JsonMapper.builder()
            .addModule(new SimpleModule().addKeyDeserializer(Charset.class, charsets))
            .build(),
        "body",
        Schemas.of(ByCharset.class));
  }

  @Test
  void whatIsNotBoundAsAWholeMayBeOfAnyType() {
    boot(JsonMapper.builder().build(), "body", object().prop("in", Schemas.of(ByCharset.class)));
  }
}
