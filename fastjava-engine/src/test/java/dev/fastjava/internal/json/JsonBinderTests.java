package dev.fastjava.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fastjava.error.ValidationException;
import dev.fastjava.schema.HttpPart;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class JsonBinderTests {
  enum Color {
    RED,
    GREEN
  }

  record Item(String name, int count, double price, Color color) {
    Item {
      if (count < 0) {
        throw new IllegalArgumentException("count must not be negative");
      }
    }
  }

  record Order(
      long id, boolean paid, List<Item> items, Map<String, Integer> stock, Instant at, UUID key) {}

  /** A bean as older code has them. */
  public static class Person {
    private String name = "nobody";

    public String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }
  }

  private final JsonReader reader = new JsonReader();
  private final JsonBinder binder = new JsonBinder();

  private <T> T bind(String json, Class<T> type) {
    return type.cast(binder.bind(HttpPart.BODY, reader.read(json), type));
  }

  @Test
  void recordsAreBound() {
    Order order =
        bind(
            "{\"id\":12345678901,\"paid\":true,\"items\":[{\"name\":\"pen\",\"count\":2,\"price\":1,"
                + "\"color\":\"GREEN\"}],\"stock\":{\"a\":1},\"at\":\"2026-11-20T20:10:00Z\","
                + "\"key\":\"11111111-2222-3333-4444-555555555555\",\"unknown\":1}",
            Order.class);

    assertThat(order.id()).isEqualTo(12345678901L);
    assertThat(order.items()).containsExactly(new Item("pen", 2, 1.0, Color.GREEN));
    assertThat(order.stock()).containsEntry("a", 1);
    assertThat(order.at()).isEqualTo(Instant.parse("2026-11-20T20:10:00Z"));
  }

  @Test
  void beansAreBound() {
    assertThat(bind("{\"name\":\"Ada\"}", Person.class).getName()).isEqualTo("Ada");
    assertThat(bind("{}", Person.class).getName()).isEqualTo("nobody");
  }

  @Test
  void genericTypesAreBound() {
    Type type = new TypeReference<List<Map<String, Long>>>() {}.getType();

    assertThat(binder.bind(HttpPart.BODY, List.of(Map.of("a", 1)), type))
        .isEqualTo(List.of(Map.of("a", 1L)));
  }

  @Test
  void whatFitsAlreadyStaysTheSameObject() {
    Map<String, Object> value = Map.of("a", 1);

    assertThat(binder.bind(HttpPart.BODY, value, Map.class)).isSameAs(value);
    assertThat(binder.bind(HttpPart.BODY, "text", String.class)).isEqualTo("text");
    assertThatThrownBy(() -> binder.bind(HttpPart.BODY, null, Order.class))
        .hasMessage("body must not be null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'id':'x'}                        | body/id must be integer",
        "{'id':{}}                         | body/id must be integer",
        "{'paid':'maybe'}                  | body/paid must be boolean",
        "{'items':{}}                      | body/items must be array",
        "{'items':[1]}                     | body/items/0 must be object",
        "{'items':[{'count':1,'price':1},{'count':'many'}]} | body/items/1/count must be integer",
        "{'id':1}                          | body must have required property 'paid'",
        "{'id':1,'paid':null}              | body/paid must be boolean",
        "{'items':[{}]}                    | body/items/0 must have required property 'count'",
        "{'items':[{'price':[]}]}          | body/items/0/price must be number",
        "{'items':[{'name':{}}]}           | body/items/0/name must be string",
        "{'stock':{'a/b':'x'}}             | body/stock/a~1b must be integer",
        "{'at':'yesterday'}                | body/at must match format \"date-time\"",
        "{'key':'short'}                   | body/key must match format \"uuid\"",
        "[]                                | body must be object",
        "7                                 | body must be object",
      })
  void errorsTellWhereTheBadValueIsAndWhatIsWanted(String json, String message) {
    ValidationException error =
        catchThrowableOfType(
            ValidationException.class, () -> bind(json.replace('\'', '"'), Order.class));

    assertThat(error).hasMessage(message);
    assertThat(error.statusCode()).isEqualTo(400);
    assertThat(error.code()).isEqualTo("FST_ERR_VALIDATION");
  }

  @Test
  void unknownConstantsAreTold() {
    assertThatThrownBy(() -> bind("{\"items\":[{\"color\":\"BLUE\"}]}", Order.class))
        .hasMessage("body/items/0/color must be equal to one of the allowed values: RED, GREEN");
  }

  @Test
  void whatAConstructorObjectsToIsTold() {
    assertThatThrownBy(() -> bind("{\"items\":[{\"count\":-1,\"price\":0}]}", Order.class))
        .hasMessage("body/items/0 is not valid: count must not be negative");
  }

  @Test
  void aPropertyThatTheMapperRefusesIsToldAsUnknown() {
    JsonBinder strict =
        new JsonBinder(
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build(),
            null);
    assertThatThrownBy(
            () ->
                strict.bind(
                    HttpPart.BODY,
                    reader.read("{\"friends\":[{\"name\":\"a\",\"x/y\":1}]}"),
                    Group.class))
        .hasMessage("body/friends/0/x~1y is not a known property")
        .isInstanceOfSatisfying(
            ValidationException.class,
            e ->
                assertThat(e.validation().get(0).params())
                    .isEqualTo(Map.of("additionalProperty", "x/y")));
  }

  record Group(List<Person> friends) {}
}
