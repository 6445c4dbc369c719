package dev.fastjava.law;

import static dev.fastjava.schema.Schemas.anyOf;
import static dev.fastjava.schema.Schemas.array;
import static dev.fastjava.schema.Schemas.nil;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.ref;
import static dev.fastjava.schema.Schemas.string;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.fastjava.Fastjava;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.TypeSchema;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.Year;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * With {@code validateResponses}, types inside of schemas that somebody wrote: nothing that the
 * mapper writes of them is refused, and what is around them is checked as ever.
 */
@NullUnmarked
class CheckedPlacesTests {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule("own").addSerializer(Integer.class, new Configuration.Tenfold()))
          .build();

  record Raw(@JsonRawValue String json) {}

  record Node(String name, List<Node> next) {}

  record Dates(Year year, Month month) {}

  record Held(OptionalInt in) {}

  record Once(Iterator<Integer> items) {}

  record Around(Year year, Optional<Month> month) {}

  private InjectResponse reply(JsonSchema schema, @Nullable Object value) {
    try (Fastjava other =
        Fastjava.create(o -> o.jsonMapper(MAPPER).serialization(s -> s.validateResponses(true)))) {
      other.addSchema(Schemas.of(Around.class).id("around"));
      other.get("/", r -> r.schema(s -> s.response(200, schema)), (request, reply) -> value);
      return other.inject().get("/");
    }
  }

  private void sends(JsonSchema schema, Object value) {
    InjectResponse response = reply(schema, value);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(MAPPER.writeValueAsString(value));
  }

  @Test
  void nothingThatTheMapperWritesOfATypeIsRefusedInsideOfASchema() {
    for (Object value :
        List.of(
            Year.of(2026),
            Month.MAY,
            DayOfWeek.MONDAY,
            OptionalInt.of(3),
            7,
            Double.NaN,
            new Node("a", Arrays.asList(new Node("b", List.of()), null)),
            new Raw("[1,{\"a\":2}]"),
            new Around(Year.of(2026), Optional.of(Month.MAY)))) {
      TypeSchema<?> of = Schemas.of(value.getClass());
      sends(object().prop("in", of), Map.of("in", value));
      sends(object().additionalProperties(of), Map.of("in", value));
      sends(object().patternProperty("^i", of), Map.of("in", value));
      sends(object().prop("in", object().prop("in", of)), Map.of("in", Map.of("in", value)));
      sends(array(of), Arrays.asList(value, null, value));
      sends(object().prop("in", array(of)), Map.of("in", new Object[] {value}));
      sends(object().prop("in", of.nullable()), Map.of("in", Optional.of(value)));
    }
  }

  @Test
  void aSharedTypeIsCheckedAsItIsWritten() {
    Around around = new Around(Year.of(2026), Optional.of(Month.MAY));
    sends(object().prop("in", ref("around#")), Map.of("in", around));
    sends(object().prop("in", anyOf(ref("around#"), nil())), Map.of("in", around));
  }

  @Test
  void propertiesOfABeanMayHaveTheSchemasOfTheirTypes() {
    Node node = new Node("b", List.of());
    sends(
        object().prop("name", string()).prop("next", array(Schemas.of(Node.class))),
        new Node("a", Arrays.asList(node, null)));
  }

  /** The mapper wrote them as numbers, which it would write in its own way once more. */
  @Test
  void whatTheMapperWroteOfAPropertyIsNotWrittenAgain() {
    sends(
        object().prop("year", Schemas.of(Year.class)).prop("month", Schemas.of(Month.class)),
        new Dates(Year.of(2026), Month.MAY));
    sends(object().prop("in", Schemas.of(OptionalInt.class)), new Held(OptionalInt.of(4)));
  }

  @Test
  void whatCanBeReadButOnceIsReadOnce() {
    JsonSchema schema = object().prop("in", Schemas.of(Once.class));
    InjectResponse response = reply(schema, Map.of("in", new Once(List.of(1, 2).iterator())));
    assertThat(response.body()).isEqualTo("{\"in\":{\"items\":[\"10\",\"20\"]}}");
  }

  @Test
  void aRawValueThatIsNoJsonIsLeftToTheApplication() {
    InjectResponse response =
        reply(object().prop("in", Schemas.of(Raw.class)), Map.of("in", new Raw("{a:1}")));
    assertThat(response.body()).isEqualTo("{\"in\":{\"json\":{a:1}}}");
  }

  @Test
  void whatIsAroundATypeIsCheckedAsEver() {
    JsonSchema schema =
        object()
            .prop("#0", string().maxLength(2))
            .prop("in", Schemas.of(Year.class))
            .prop("text", string().maxLength(2));
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("#0", "#0");
    value.put("in", Year.of(2026));
    value.put("text", "##");
    sends(schema, value);
    value.put("text", "\ud83d\ude00#\"");
    assertThat(reply(schema, value).body())
        .contains("response/text must NOT have more than 2 characters");
  }

  @Test
  void aMapInThePlaceOfATypeIsCheckedBySchema() {
    JsonSchema schema = object().prop("in", Schemas.of(Node.class));
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", "a");
    node.put("next", "none");
    assertThat(reply(schema, Map.of("in", node)).body()).contains("response/in/next must be array");
  }
}
