package dev.fastjava.law;

import static dev.fastjava.schema.Schemas.any;
import static dev.fastjava.schema.Schemas.anyOf;
import static dev.fastjava.schema.Schemas.array;
import static dev.fastjava.schema.Schemas.nil;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.oneOf;
import static dev.fastjava.schema.Schemas.ref;
import static dev.fastjava.schema.Schemas.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.fastjava.Fastjava;
import dev.fastjava.law.InsideSamples.Choice;
import dev.fastjava.law.InsideSamples.More;
import dev.fastjava.law.InsideSamples.Plain;
import dev.fastjava.law.InsideSamples.Tagged;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.Schemas;
import dev.fastjava.type.TypeRef;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** What stands in the place of a type that is a part of a schema. */
@NullUnmarked
@SuppressWarnings("unused") // Jackson reads the members
class PlacesOfTypesTests {
  private static final JsonMapper PLAIN = JsonMapper.builder().build();

  record Cat(String name) {}

  record Dog(String name, @Nullable String bark) {}

  record Order(String id, @Nullable Integer count) {}

  record Held(@Nullable Object x) {}

  private static String reply(JsonSchema schema, @Nullable Object payload) {
    return reply(PLAIN, schema, payload);
  }

  private static String reply(JsonMapper mapper, JsonSchema schema, @Nullable Object payload) {
    try (Fastjava app = Fastjava.create(o -> o.jsonMapper(mapper))) {
      app.get(
          "/",
          route -> route.schema(s -> s.response(200, schema)),
          (request, reply) -> reply.send(payload));
      return app.inject().get("/").body();
    }
  }

  @Test
  void aNullInThePlaceOfATypeIsNull() {
    JsonSchema inside = object().prop("x", Schemas.of(Order.class));
    assertThat(reply(inside, Collections.singletonMap("x", null))).isEqualTo("{\"x\":null}");
    assertThat(reply(inside, new Held(null))).isEqualTo("{\"x\":null}");
    assertThat(reply(array(Schemas.of(Order.class)), Arrays.asList((Object) null)))
        .isEqualTo("[null]");
    assertThat(reply(Schemas.of(Order.class), null)).isEqualTo("null");
    assertThat(reply(Schemas.of(Order.class), Optional.empty())).isEqualTo("null");
    assertThat(reply(anyOf(Schemas.of(Cat.class), Schemas.of(Dog.class)), null)).isEqualTo("null");
  }

  @Test
  void ofSeveralTypesTheOneIsTakenWhoseClassComesClosest() {
    JsonSchema either = anyOf(Schemas.of(Cat.class), Schemas.of(Dog.class));
    JsonSchema one = oneOf(Schemas.of(Cat.class), Schemas.of(Dog.class));
    String dog = "{\"name\":\"n\",\"bark\":null}";
    assertThat(reply(either, new Dog("n", null))).isEqualTo(dog);
    assertThat(reply(one, new Dog("n", null))).isEqualTo(dog);
    assertThat(reply(one, Optional.of(new Dog("n", null)))).isEqualTo(dog);
    assertThat(reply(array(either), Stream.of(new Cat("n"), new Dog("n", null))))
        .isEqualTo("[{\"name\":\"n\"}," + dog + "]");
    assertThat(reply(object().prop("x", either), new AtomicReference<>(new Held(new Cat("n")))))
        .isEqualTo("{\"x\":{\"name\":\"n\"}}");
    assertThat(reply(anyOf(nil(), Schemas.of(Plain.class)), new More()))
        .isEqualTo("{\"name\":\"n\",\"number\":null}");
    JsonSchema both = anyOf(Schemas.of(Plain.class), Schemas.of(More.class));
    assertThat(reply(both, new More())).contains("hash");
    assertThat(reply(both, new Plain())).isEqualTo("{\"name\":\"n\",\"number\":null}");
  }

  @Test
  void ofSeveralTypesAnythingElseTakesTheFirstWhoseSchemaItSatisfies() {
    JsonSchema either = anyOf(Schemas.of(Order.class), object().prop("name", string()), nil());
    assertThat(reply(either, Map.of("id", "1", "count", 2)))
        .isEqualTo("{\"id\":\"1\",\"count\":2}");
    assertThat(reply(either, new Cat("n"))).isEqualTo("{\"name\":\"n\"}");
  }

  @Test
  void aTypeThatIsReferredToIsOne() {
    JsonSchema schema =
        object().definition("order", Schemas.of(Order.class)).prop("x", ref("#/definitions/order"));
    assertThat(reply(schema, Map.of("x", new Order("1", null))))
        .isEqualTo("{\"x\":{\"id\":\"1\",\"count\":null}}");
  }

  @Test
  void theCheckOfRepliesRefusesNothingThatTheMapperWritesOfATypeAndTheRestAsBefore() {
    JsonSchema inside =
        object().prop("x", Schemas.of(Numbers.class)).prop("y", Schemas.of(Choice.class));
    Numbers none = new Numbers(null, Double.NaN, null);
    List<String> checked = new ArrayList<>();
    try (Fastjava app = Fastjava.create(o -> o.serialization(s -> s.validateResponses(true)))) {
      Object[][] routes = {
        {Schemas.of(Numbers.class), none},
        {Schemas.of(Numbers.class), Optional.of(none)},
        {Schemas.of(Numbers.class), Optional.empty()},
        {inside, Collections.singletonMap("x", null)},
        {inside, Map.of("y", new Tagged("x", null))},
        {array(Schemas.of(Double.class)), Arrays.asList(Double.NaN, null, 1.5)},
        {Schemas.of(Numbers.class), Map.of("real", "text")},
        {object().prop("real", string()), Map.of("real", 5)},
      };
      for (int i = 0; i < routes.length; i++) {
        Object[] each = routes[i];
        app.get(
            "/" + i,
            route -> route.schema(s -> s.response(200, (JsonSchema) each[0])),
            (request, reply) -> each[1]);
      }
      for (int i = 0; i < routes.length; i++) {
        checked.add(app.inject().get("/" + i).body().replaceAll(".*\"message\":", ""));
      }
    }
    assertThat(checked)
        .containsExactly(
            "{\"big\":null,\"real\":\"NaN\",\"text\":null}",
            "{\"big\":null,\"real\":\"NaN\",\"text\":null}",
            "null",
            "{\"x\":null}",
            "{\"y\":{\"t\":\"tagged\",\"x\":\"x\",\"nothing\":null}}",
            "[\"NaN\",null,1.5]",
            "\"The reply breaks its schema: response/real must be number\"}",
            "\"The reply breaks its schema: response/real must be string\"}");
  }

  static final class Hiding {
    @JsonIgnoreProperties("hash")
    public More one = new More();

    @JsonIncludeProperties("name")
    public Object two = new More();

    @JsonIgnoreProperties("hash")
    public List<More> list = List.of(new More());

    @JsonIgnoreProperties("hash")
    public Optional<More> optional = Optional.of(new More());
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  record Kind(Object one) {}

  @Test
  void whatTheObjectAroundHidesOfAnInstanceStaysHidden() {
    JsonSchema more = Schemas.of(More.class);
    JsonSchema schema =
        object()
            .prop("one", more)
            .prop("two", more)
            .prop("list", Schemas.of(new TypeRef<List<More>>() {}.type()))
            .prop("optional", more);
    String shown = "{\"name\":\"n\",\"number\":null}";
    assertThat(reply(schema, new Hiding()))
        .isEqualTo(
            "{\"one\":"
                + shown
                + ",\"two\":{\"name\":\"n\"},\"list\":["
                + shown
                + "],"
                + "\"optional\":"
                + shown
                + "}");
    assertThat(reply(object().prop("one", schema), new Kind(new Hiding()))).doesNotContain("hash");
    assertThat(reply(object().prop("one", Schemas.of(Plain.class)), new Kind(new More())))
        .as("what a subclass has besides")
        .isEqualTo("{\"one\":" + shown + "}");
  }

  @Test
  void noClassOfTheFrameworkIsInAReplyOfAMapperThatNamesClasses() {
    JsonMapper naming =
        JsonMapper.builder()
            .activateDefaultTyping(
                BasicPolymorphicTypeValidator.builder().allowIfBaseType(Object.class).build(),
                DefaultTyping.NON_FINAL)
            .build();
    List<String> replies = new ArrayList<>();
    for (Object payload :
        List.of(
            new Kind(Map.of("a", List.of(new Plain()))),
            new Kind(new Tagged("x", null)),
            Map.entry("one", List.of(new Tagged("x", null))))) {
      for (JsonSchema schema :
          List.of(
              any(),
              object().additionalProperties(true),
              object().prop("one", any()),
              object().prop("one", array(any())),
              object().prop("one", Schemas.of(Object.class)),
              object().prop("one", Schemas.of(Choice.class)))) {
        replies.add(reply(naming, schema, payload));
      }
    }
    assertThat(replies).hasSize(18).noneMatch(each -> each.contains("dev.fastjava.internal"));
  }

  record Numbers(@Nullable BigInteger big, double real, @Nullable String text) {}

  record Node(String name, @Nullable Node next) {}

  @Test
  void aPartOfATypeIsWhatTheMapperWritesOfItsProperties() {
    Numbers numbers = new Numbers(new BigInteger("123456789012345678901234567890"), 1e21, null);
    assertThat(reply(Schemas.of(Numbers.class).without("text"), numbers))
        .isEqualTo("{\"big\":123456789012345678901234567890,\"real\":1.0E21}");
    assertThat(reply(array(Schemas.of(Numbers.class).only("text")), List.of(numbers)))
        .isEqualTo("[{\"text\":null}]");
    assertThat(reply(Schemas.of(Numbers.class).only("real"), new Numbers(null, Double.NaN, null)))
        .isEqualTo("{\"real\":\"NaN\"}");
    assertThat(reply(Schemas.of(Tagged.class).only("x"), new Tagged("x", null)))
        .isEqualTo("{\"x\":\"x\"}");
    assertThat(reply(Schemas.of(Node.class).without("name"), new Node("a", new Node("b", null))))
        .isEqualTo("{\"next\":{\"name\":\"b\",\"next\":null}}");
  }

  @Test
  void aPartOfATypeWithoutPropertiesOfItsOwnIsRefusedAtBoot() {
    assertThatThrownBy(() -> reply(Schemas.of(Choice.class).only("x"), null))
        .hasMessageContaining("has no properties of its own to choose from")
        .hasMessageContaining(Choice.class.getName());
  }
}
