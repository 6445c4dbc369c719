package dev.fastjava.internal.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fastjava.internal.validation.CompiledValidators;
import dev.fastjava.schema.ResponseSchema;
import dev.fastjava.schema.SerializationOptions;
import dev.fastjava.schema.Serializer;
import dev.fastjava.schema.SerializerCompiler;
import dev.fastjava.testing.Seeds;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Properties that hold for every schema and value, tried with random ones. */
@SuppressWarnings({
  "UnusedMethod",
  "EffectivelyPrivate",
  "ArrayRecordComponent"
}) // getters are called by reflection
class SerializationPropertyTests {
  private static final JsonMapper JACKSON = JsonMapper.shared();

  /** One for all schemas, as an application has: it keeps what it checks schemas with. */
  private final SerializerCompiler compiler =
      new CompiledSerializers(new CompiledValidators(), JACKSON)
          .build(Map.of(), SerializationOptions.defaults());

  private Serializer serializer(Object schema) throws Exception {
    return compiler.compile(new ResponseSchema(schema, "GET", "/", "200", null));
  }

  @Test
  void theOutputIsTheValueRestrictedToTheSchema() throws Exception {
    for (int seed = 0; seed < 1500; seed++) {
      RandomReplies random = new RandomReplies(seed);
      Map<String, Object> schema = random.schema(4);
      Serializer serializer = serializer(schema);
      for (int i = 0; i < 3; i++) {
        Object value = random.value(schema);
        JsonNode expected = JACKSON.valueToTree(random.restrict(schema, value));
        assertSame(seed, Written.by(serializer, value), expected);
        assertSame(seed, Written.by(serializer, random.disguise(value)), expected);
      }
    }
  }

  /** Once a schema has met a class often, its objects are written in another way. */
  @Test
  void theOutputStaysTheSameHoweverOftenASchemaIsUsed() throws Exception {
    for (int seed = 5000; seed < 5040; seed++) {
      RandomReplies random = new RandomReplies(seed);
      Map<String, Object> schema = random.schema(4);
      Serializer serializer = serializer(schema);
      Object value = random.value(schema);
      String first = Written.by(serializer, value);
      for (int i = 0; i < 450; i++) {
        assertThat(Written.by(serializer, value)).isEqualTo(first);
      }
      Object other = random.value(schema);
      assertSame(
          seed, Written.by(serializer, other), JACKSON.valueToTree(random.restrict(schema, other)));
    }
  }

  private static void assertSame(int seed, String output, JsonNode expected) {
    JsonNode actual = JACKSON.readTree(output);
    assertThat(expected.equals(SerializationPropertyTests::compare, actual))
        .as("seed %d: %s instead of %s", seed, output, expected)
        .isTrue();
    assertThat(output).doesNotContain(RandomReplies.SECRET);
  }

  private static int compare(JsonNode left, JsonNode right) {
    if (left.isNumber() && right.isNumber()) {
      return Double.compare(left.doubleValue(), right.doubleValue());
    }
    return left.equals(right) ? 0 : 1;
  }

  enum Kind {
    @JsonProperty("small-one")
    SMALL,
    LARGE
  }

  record Place(String city, int zip, String hint) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Person(
      String name,
      int age,
      long visits,
      double score,
      boolean active,
      @Nullable Integer rank,
      @JsonProperty("e-mail") String email,
      @JsonIgnore String ignored,
      Kind kind,
      Place place,
      List<Place> places,
      int[] digits,
      Optional<String> nick,
      Map<String, Place> byName,
      UUID id,
      BigInteger big,
      BigDecimal exact,
      Instant since,
      LocalDate born,
      String password) {}

  /** The same as a bean, with a getter for each, some of them inherited. */
  private static class Base {
    public String getPassword() {
      return RandomReplies.SECRET;
    }

    public @Nullable Place getPlace() {
      return null;
    }
  }

  private static final class Account extends Base {
    public int getNumber() {
      return 17;
    }

    public boolean isOpen() {
      return true;
    }

    @JsonProperty("owner-name")
    public String getOwner() {
      return "Ada";
    }

    @JsonIgnore
    public String getIgnored() {
      return RandomReplies.SECRET;
    }

    @Override
    public Place getPlace() {
      return place(3);
    }
  }

  private static Place place(int seed) {
    return new Place("City " + seed, 1000 + seed, RandomReplies.SECRET);
  }

  private static Person person(Random random) {
    List<Place> places = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      places.add(place(i));
    }
    return new Person(
        "Ada \"" + random.nextInt(),
        random.nextInt(),
        random.nextLong() >> 12, // exact as a double
        random.nextGaussian(),
        random.nextBoolean(),
        random.nextBoolean() ? null : random.nextInt(),
        "ada@example.com",
        RandomReplies.SECRET,
        random.nextBoolean() ? Kind.SMALL : Kind.LARGE,
        place(1),
        places,
        random.ints(random.nextInt(4)).toArray(),
        random.nextBoolean() ? Optional.empty() : Optional.of("ada"),
        Map.of("home", place(2)),
        new UUID(random.nextLong(), random.nextLong()),
        BigInteger.valueOf(random.nextInt()),
        new BigDecimal("12.50"),
        Instant.ofEpochMilli(random.nextInt() * 1000L + 123),
        LocalDate.ofEpochDay(random.nextInt(20_000)),
        RandomReplies.SECRET);
  }

  private static final Map<String, Object> STRING = Map.of("type", "string");
  private static final Map<String, Object> INTEGER = Map.of("type", "integer");

  private static Map<String, Object> placeSchema(Random random) {
    return some(random, Map.of("city", STRING, "zip", INTEGER, "country", STRING));
  }

  private static Map<String, Object> personSchema(Random random) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", STRING);
    all.put("age", INTEGER);
    all.put("visits", INTEGER);
    all.put("score", Map.of("type", "number"));
    all.put("active", Map.of("type", "boolean"));
    all.put("rank", INTEGER);
    all.put("e-mail", STRING);
    all.put("ignored", STRING);
    all.put("kind", STRING);
    all.put("place", placeSchema(random));
    all.put("places", Map.of("type", "array", "items", placeSchema(random)));
    all.put("digits", Map.of("type", "array", "items", INTEGER));
    all.put("nick", STRING);
    all.put("byName", Map.of("type", "object", "additionalProperties", placeSchema(random)));
    all.put("id", STRING);
    all.put("big", INTEGER);
    all.put("exact", Map.of("type", "number"));
    all.put("since", Map.of("type", "string", "format", "date-time"));
    all.put("born", Map.of("type", "string", "format", "date"));
    return some(random, all);
  }

  private static Map<String, Object> some(Random random, Map<String, Object> all) {
    Map<String, Object> properties = new LinkedHashMap<>();
    all.forEach(
        (name, schema) -> {
          if (random.nextInt(3) > 0) {
            properties.put(name, schema);
          }
        });
    return Map.of("type", "object", "properties", properties);
  }

  @Test
  void recordsAndBeansAreWrittenAsJacksonDoesAsFarAsTheSchemaGoes() throws Exception {
    for (int seed = 0; seed < 300; seed++) {
      Random random = Seeds.random(seed);
      Map<String, Object> schema = personSchema(random);
      Serializer serializer = serializer(schema);
      for (int i = 0; i < 3; i++) {
        Person person = person(random);
        JsonNode expected = restrict(schema, JACKSON.valueToTree(person));
        assertSame(seed, Written.by(serializer, person), expected);
        assertSame(seed, Written.by(serializer, presentIn(person)), expected);
      }
      Map<String, Object> ofAccount =
          some(
              random,
              Map.of(
                  "number", INTEGER,
                  "open", Map.of("type", "boolean"),
                  "owner-name", STRING,
                  "owner", STRING,
                  "ignored", STRING,
                  "place", placeSchema(random)));
      Account account = new Account();
      assertSame(
          seed,
          Written.by(serializer(ofAccount), account),
          restrict(ofAccount, JACKSON.valueToTree(account)));
    }
  }

  /** Jackson's tree without nulls: in a tree or a map, a null is a value to be converted. */
  private static JsonNode presentIn(Object bean) {
    ObjectNode tree = JACKSON.valueToTree(bean);
    tree.properties().removeIf(property -> property.getValue().isNull());
    return tree;
  }

  /** As above, on Jackson's trees; a null without a place in the schema is left out. */
  private static JsonNode restrict(Map<?, ?> schema, JsonNode value) {
    if (value.isArray()) {
      List<JsonNode> items = new ArrayList<>();
      value.forEach(item -> items.add(restrict((Map<?, ?>) schema.get("items"), item)));
      return JACKSON.valueToTree(items);
    }
    if (!value.isObject()) {
      return value;
    }
    Map<String, JsonNode> kept = new LinkedHashMap<>();
    Map<?, ?> properties =
        schema.get("properties") instanceof Map<?, ?> declared ? declared : Map.of();
    value
        .properties()
        .forEach(
            property -> {
              Object child =
                  properties.containsKey(property.getKey())
                      ? properties.get(property.getKey())
                      : schema.get("additionalProperties");
              if (child instanceof Map<?, ?> declared && !property.getValue().isNull()) {
                kept.put(property.getKey(), restrict(declared, property.getValue()));
              }
            });
    return JACKSON.valueToTree(kept);
  }
}
