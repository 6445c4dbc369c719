package dev.fastjava.law;

import static dev.fastjava.schema.Schemas.any;
import static dev.fastjava.schema.Schemas.array;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFilter;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.fastjava.Fastjava;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.Schemas;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.std.SimpleBeanPropertyFilter;
import tools.jackson.databind.ser.std.SimpleFilterProvider;

/**
 * What Jackson hides of maps and lists, and what modules assign to properties, never leaves,
 * whatever the schema.
 */
@SuppressWarnings("serial") // maps and lists of a test
class HiddenContainersTests {
  static class Stars extends ValueSerializer<Object> {
    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
      out.writeString("***");
    }
  }

  static class Base extends LinkedHashMap<String, String> {
    Base() {
      put("secret", "SEC");
      put("n", "n");
    }
  }

  @JsonIgnoreProperties("secret")
  static class Ignoring extends Base {}

  @JsonIncludeProperties("n")
  static class Including extends Base {}

  @JsonSerialize(using = Stars.class)
  static class Using extends Base {}

  @JsonSerialize(contentUsing = Stars.class)
  static class ContentUsing extends Base {}

  @JsonFilter("hiding")
  static class Filtered extends Base {}

  static class Mixed extends Base {}

  static class OfModule extends Base {}

  static class Valued extends Base {
    @JsonValue
    public String text() {
      return "v";
    }
  }

  static class Texts extends ArrayList<String> {
    Texts() {
      add("SEC");
    }
  }

  @JsonSerialize(using = Stars.class)
  static class UsingList extends Texts {}

  @JsonSerialize(contentUsing = Stars.class)
  static class ContentUsingList extends Texts {}

  static class ListOfModule extends Texts {}

  @JsonIgnoreProperties("secret")
  interface Hiding {}

  record Holder(@Nullable Object x) {}

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(Mixed.class, Hiding.class)
          .addModule(
              new SimpleModule()
                  .addSerializer(OfModule.class, new Stars())
                  .addSerializer(ListOfModule.class, new Stars()))
          .filterProvider(
              new SimpleFilterProvider()
                  .addFilter("hiding", SimpleBeanPropertyFilter.serializeAllExcept("secret")))
          .build();

  static List<Object> values() {
    return List.of(
        new Ignoring(),
        new Including(),
        new Using(),
        new ContentUsing(),
        new Filtered(),
        new Mixed(),
        new OfModule(),
        new Valued(),
        new UsingList(),
        new ContentUsingList(),
        new ListOfModule());
  }

  @ParameterizedTest
  @MethodSource("values")
  void whatTheClassOfAMapOrListHidesNeverLeaves(Object value) {
    boolean map = value instanceof Map;
    JsonSchema named =
        map ? object().prop("n", string()).prop("secret", string()) : array(string());
    JsonSchema open = map ? object().additionalProperties(true) : array(any());
    for (JsonSchema schema : List.of(Schemas.of(value.getClass()), any(), named, open)) {
      hides(MAPPER, value, schema);
      hides(MAPPER, Map.of("x", value), object().prop("x", schema));
      hides(MAPPER, List.of(value), array(schema));
      hides(MAPPER, new Holder(value), object().prop("x", schema));
    }
    for (Object each : List.of(value, Map.of("x", value), List.of(value), new Holder(value))) {
      String written = hides(MAPPER, each, null);
      assertThat(written).isEqualTo(MAPPER.writeValueAsString(each));
    }
    assertThat(hides(MAPPER, value, Schemas.of(value.getClass())))
        .isEqualTo(MAPPER.writeValueAsString(value));
  }

  static List<JsonMapper> mappers() {
    return List.of(
        JsonMapper.builder().addMixIn(Map.class, Hiding.class).build(),
        JsonMapper.builder()
            .withConfigOverride(
                Map.class,
                o -> o.setIgnorals(JsonIgnoreProperties.Value.forIgnoredProperties("secret")))
            .build(),
        JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(Map.class, new Stars()))
            .build());
  }

  @ParameterizedTest
  @MethodSource("mappers")
  void whatAMapperHidesOfAllMapsNeverLeaves(JsonMapper mapper) {
    Map<String, String> value = new LinkedHashMap<>(Map.of("secret", "SEC", "n", "n"));
    List<@Nullable JsonSchema> schemas = new ArrayList<>();
    schemas.add(null);
    schemas.add(any());
    schemas.add(object().prop("secret", string()));
    schemas.add(object().additionalProperties(true));
    List<String> bodies = new ArrayList<>();
    for (JsonSchema schema : schemas) {
      JsonSchema outer = schema == null ? null : object().prop("x", schema);
      bodies.add(hides(mapper, value, schema));
      bodies.add(hides(mapper, Map.of("x", value), outer));
      bodies.add(hides(mapper, new Holder(value), outer));
    }
    assertThat(bodies).hasSize(12).noneMatch(body -> body.contains("SEC"));
  }

  record Login(String name, @Nullable String secret) {}

  @Test
  void whatAModuleAssignsToAPropertyWritesIt() {
    JsonMapper mapper =
        JsonMapper.builder()
            .addModule(
                new SimpleModule()
                    .setSerializerModifier(
                        new ValueSerializerModifier() {
                          private static final long serialVersionUID = 1L;

                          @Override
                          public List<BeanPropertyWriter> changeProperties(
                              SerializationConfig config,
                              BeanDescription.Supplier described,
                              List<BeanPropertyWriter> properties) {
                            for (BeanPropertyWriter each : properties) {
                              if (each.getName().equals("secret")) {
                                each.assignSerializer(new Stars());
                                each.assignNullSerializer(new Stars());
                              }
                            }
                            return properties;
                          }
                        }))
            .build();
    List<@Nullable JsonSchema> schemas = new ArrayList<>();
    schemas.add(null);
    schemas.add(any());
    schemas.add(Schemas.of(Login.class));
    schemas.add(object().prop("name", string()).prop("secret", string()));
    schemas.add(object().additionalProperties(true));
    List<String> bodies = new ArrayList<>();
    for (JsonSchema schema : schemas) {
      bodies.add(hides(mapper, new Login("a", "SEC"), schema));
      bodies.add(hides(mapper, new Login("a", null), schema));
    }
    assertThat(bodies).hasSize(10).containsOnly("{\"name\":\"a\",\"secret\":\"***\"}");
  }

  private static String hides(JsonMapper mapper, Object value, @Nullable JsonSchema schema) {
    try (Fastjava app = Fastjava.create(o -> o.jsonMapper(mapper))) {
      app.get(
          "/",
          r -> {
            if (schema != null) {
              r.schema(s -> s.response(200, schema));
            }
          },
          (request, reply) -> reply.type("application/json").send(value));
      InjectResponse response = app.inject("/");
      assertThat(response.body()).as("%s with %s", value.getClass(), schema).doesNotContain("SEC");
      return response.body();
    }
  }
}
