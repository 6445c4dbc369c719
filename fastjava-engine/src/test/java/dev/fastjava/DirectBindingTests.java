package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.option.Poisoning;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Coercion;
import dev.fastjava.testing.Seeds;
import dev.fastjava.type.TypeRef;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A body that goes straight from its bytes to a type is answered as one whose plain values somebody
 * has looked at: the same value, or the same error.
 */
@NullUnmarked
@SuppressWarnings({"UnusedVariable", "ArrayRecordComponent"}) // read by reflection
class DirectBindingTests {
  enum Level {
    LOW,
    HIGH
  }

  record Address(String street, @JsonProperty(required = true) String city, Level level) {}

  record Item(String sku, int qty, double price, Boolean gift) {}

  record Order(
      long id,
      String email,
      Address shipping,
      List<Item> items,
      BigDecimal total,
      Optional<String> note,
      boolean paid) {}

  record Tree(String name, List<Tree> children, @Nullable Tree favourite) {}

  record Maps(Map<String, Integer> counts, Map<String, Item> items, Map<String, Object> any) {}

  record Open(Object anything, int[] numbers, Set<Level> levels, List<List<String>> lists) {}

  @JsonIgnoreProperties(ignoreUnknown = false)
  record Closed(int a, Integer b) {}

  static class Bean {
    private String name = "unset";
    private int count;
    public List<String> tags = List.of("t");

    public String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }

    public int getCount() {
      return count;
    }

    public void setCount(int count) {
      this.count = count;
    }
  }

  private static final List<Type> TYPES =
      List.of(
          Order.class,
          Tree.class,
          Maps.class,
          Open.class,
          Closed.class,
          Bean.class,
          new TypeRef<List<Item>>() {}.type(),
          new TypeRef<Map<String, Address>>() {}.type());

  /** What bodies are made of: right for some property, wrong, or hostile everywhere. */
  private static final List<String> SCALARS =
      List.of(
          "0",
          "1",
          "-0",
          "7",
          "2147483648",
          "1.5",
          "1.0",
          "19.90",
          "1e3",
          "1e400",
          "-3",
          "123456789012345678901234567890",
          "true",
          "false",
          "null",
          "\"\"",
          "\"x\"",
          "\"1\"",
          "\"1.10\"",
          "\"true\"",
          "\"LOW\"",
          "\"low\"",
          "\"null\"",
          "\"\\ud800\"",
          "\"\u00e9\"");

  private static final List<String> NAMES =
      List.of(
          "id",
          "email",
          "shipping",
          "items",
          "total",
          "note",
          "paid",
          "street",
          "city",
          "level",
          "sku",
          "qty",
          "price",
          "gift",
          "name",
          "children",
          "favourite",
          "counts",
          "any",
          "anything",
          "numbers",
          "levels",
          "lists",
          "a",
          "b",
          "count",
          "tags",
          "other",
          "__proto__",
          "constructor",
          "prototype",
          "\\ud800",
          "a/b",
          "");

  private static final Map<String, String> RIGHT =
      Map.ofEntries(
          Map.entry(
              "Order",
              "{\"id\":1,\"email\":\"e\",\"shipping\":@Address,\"items\":[@Item,@Item],\"total\":19.90,\"note\":\"n\",\"paid\":true}"),
          Map.entry("Address", "{\"street\":\"s\",\"city\":\"c\",\"level\":\"LOW\"}"),
          Map.entry("Item", "{\"sku\":\"s\",\"qty\":1,\"price\":5.25,\"gift\":null}"),
          Map.entry(
              "Tree",
              "{\"name\":\"r\",\"children\":[{\"name\":\"c\",\"children\":[],\"favourite\":null}],\"favourite\":{\"name\":\"f\",\"children\":null,\"favourite\":null}}"),
          Map.entry(
              "Maps",
              "{\"counts\":{\"x\":1,\"y\":2},\"items\":{\"i\":@Item},\"any\":{\"z\":[1,{\"q\":1.10}]}}"),
          Map.entry(
              "Open",
              "{\"anything\":{\"x\":[1.50]},\"numbers\":[1,2],\"levels\":[\"LOW\",\"HIGH\"],\"lists\":[[\"a\"],[]]}"),
          Map.entry("Closed", "{\"a\":1,\"b\":2}"),
          Map.entry("Bean", "{\"name\":\"n\",\"count\":3,\"tags\":[\"u\"]}"),
          Map.entry("List", "[@Item,@Item]"),
          Map.entry("Map", "{\"x\":@Address,\"y\":@Address}"));

  private final Random random = Seeds.random(12);
  private @Nullable Object bound;

  enum Setting {
    DEFAULT,
    STRICT,
    LIMITED,
    LENIENT,
    NO_COERCION
  }

  private Fastjava app(Setting setting, boolean direct) {
    JsonMapper.Builder mapper = JsonMapper.builder();
    if (setting == Setting.STRICT) {
      mapper
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    } else if (setting == Setting.LENIENT) {
      mapper
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    } else if (setting == Setting.LIMITED) {
      mapper =
          JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(4)
                          .maxNumberLength(12)
                          .maxNameLength(8)
                          .build())
                  .build());
    }
    JsonMapper built = mapper.build();
    Fastjava app =
        Fastjava.create(
            o -> {
              o.jsonMapper(built);
              if (setting == Setting.LENIENT) {
                o.onProtoPoisoning(Poisoning.REMOVE).onConstructorPoisoning(Poisoning.REMOVE);
              } else if (setting == Setting.NO_COERCION) {
                o.validation(ValidationOptions.defaults().with(v -> v.coercion(Coercion.OFF)));
              }
            });
    if (!direct) {
      // Whoever asks for the plain values makes them count.
      app.decorateRequest("looked", false);
      app.preValidation((request, reply) -> request.setDecorator("looked", request.body() == null));
    }
    for (int i = 0; i < TYPES.size(); i++) {
      Type type = TYPES.get(i);
      app.post(
          "/" + i,
          route -> route.schema(s -> s.body(Schemas.of(type))),
          (request, reply) -> {
            bound = request.body(type, Object.class);
            return built.writeValueAsString(bound) + '|' + built.writeValueAsString(request.body());
          });
    }
    return app;
  }

  private String answer(Fastjava app, int type, String json) {
    bound = null;
    InjectResponse response =
        app.inject().post("/" + type, json, r -> r.header("content-type", "application/json"));
    String kept = bound instanceof Record ? bound.toString().replaceAll("I@\\w+", "") : "";
    return response.statusCode() + " " + response.body() + " " + kept;
  }

  @ParameterizedTest
  @EnumSource
  void everyBodyIsAnsweredAlikeOnBothWays(Setting setting) {
    int answered = 0;
    int valid = 0;
    try (Fastjava direct = app(setting, true);
        Fastjava plain = app(setting, false)) {
      for (int type = 0; type < TYPES.size(); type++) {
        String right = right(TYPES.get(type));
        for (int i = 0; i < 250; i++) {
          String json = i == 0 ? right : changed(right, i % 4);
          String expected = answer(plain, type, json);
          assertThat(answer(direct, type, json)).as(json).isEqualTo(expected);
          answered++;
          valid += expected.startsWith("200") ? 1 : 0;
        }
      }
    }
    assertThat(answered).isEqualTo(2000);
    // Neither all are refused nor all taken.
    assertThat(valid).isBetween(100, 1900);
  }

  private static String right(Type type) {
    String name = type.getTypeName().replaceAll("<.*", "").replaceAll(".*[.$]", "");
    String json = RIGHT.getOrDefault(name, "");
    for (String inner : List.of("Address", "Item")) {
      json = json.replace("@" + inner, RIGHT.getOrDefault(inner, ""));
    }
    assertThat(json).isNotEmpty();
    return json;
  }

  /** Changes a body in some places: a value, a name, a property more, one less, one twice. */
  private String changed(String json, int changes) {
    String changed = json;
    for (int i = 0; i <= changes; i++) {
      List<Integer> starts = new ArrayList<>();
      List<Integer> ends = new ArrayList<>();
      scalars(changed, starts, ends);
      int which = random.nextInt(starts.size());
      int from = starts.get(which);
      int to = ends.get(which);
      String value = value(2);
      changed =
          switch (random.nextInt(8)) {
            case 0, 1, 2 -> changed.substring(0, from) + value + changed.substring(to);
            case 3 -> changed.replaceFirst("\\{", "{\"" + name() + "\":" + escaped(value) + ",");
            case 4 -> changed.replaceFirst("\\}", ",\"" + name() + "\":" + escaped(value) + "}");
            case 5 -> twice(changed, value);
            case 6 -> changed.substring(0, random.nextInt(20) == 0 ? from : changed.length());
            default -> random.nextInt(10) == 0 ? changed + value : "\ufeff \n" + changed;
          };
      if (changed.startsWith("\ufeff \n\ufeff")) {
        changed = changed.substring(3);
      }
    }
    return changed;
  }

  /** A property once more, of the same name and with another value. */
  private String twice(String json, String value) {
    List<MatchResult> properties =
        Pattern.compile("\"(\\w+)\":(\"[^\"]*\"|[-+.\\w]+)").matcher(json).results().toList();
    if (properties.isEmpty()) {
      return json;
    }
    MatchResult one = properties.get(random.nextInt(properties.size()));
    String again = random.nextBoolean() ? one.group(2) : value;
    return json.substring(0, one.end())
        + ",\""
        + one.group(1)
        + "\":"
        + again
        + json.substring(one.end());
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\");
  }

  private String name() {
    return escaped(NAMES.get(random.nextInt(NAMES.size())));
  }

  private String value(int depth) {
    return switch (random.nextInt(depth == 0 ? 6 : 9)) {
      case 6 -> "[" + value(depth - 1) + "]";
      case 7 -> "[" + value(depth - 1) + "," + value(depth - 1) + "]";
      case 8 -> "{\"" + NAMES.get(random.nextInt(NAMES.size())) + "\":" + value(depth - 1) + "}";
      default -> SCALARS.get(random.nextInt(SCALARS.size()));
    };
  }

  /** The places of texts and numbers that are values. */
  private static void scalars(String json, List<Integer> starts, List<Integer> ends) {
    Matcher matcher =
        Pattern.compile("[:\\[,]\\s*(\"[^\"]*\"(?!:)|[-+.\\w]+|\\{\\}|\\[\\])").matcher(json);
    while (matcher.find()) {
      starts.add(matcher.start(1));
      ends.add(matcher.end(1));
    }
    if (starts.isEmpty()) {
      starts.add(0);
      ends.add(json.length());
    }
  }

  @Test
  void ofTwoPropertiesOfOneNameTheLastCounts() {
    try (Fastjava direct = app(Setting.DEFAULT, true);
        Fastjava plain = app(Setting.DEFAULT, false)) {
      int type = TYPES.indexOf(Closed.class);
      for (String json :
          List.of(
              "{\"a\":1,\"b\":2,\"a\":3}",
              "{\"a\":1,\"a\":3,\"b\":2}",
              "{\"b\":null,\"a\":1,\"b\":2,\"b\":5,\"a\":4}")) {
        String expected = answer(plain, type, json);
        assertThat(expected).startsWith("200");
        assertThat(answer(direct, type, json)).as(json).isEqualTo(expected);
      }
    }
  }

  @Test
  void whoeverAsksGetsThePlainValuesAndMayChangeThem() {
    try (Fastjava app = Fastjava.create()) {
      app.post(
          "/",
          route ->
              route
                  .schema(s -> s.body(Closed.class))
                  .preHandler(
                      (request, reply) -> {
                        @SuppressWarnings("unchecked") // made by the parser
                        Map<String, Object> body = (Map<String, Object>) request.body();
                        body.put("a", (int) body.get("a") + 1);
                      }),
          (request, reply) -> request.body(Closed.class) + " " + request.body());
      assertThat(
              app.inject()
                  .post("/", "{\"a\":1,\"b\":5}", r -> r.header("content-type", "application/json"))
                  .body())
          .isEqualTo("Closed[a=2, b=5] {a=2, b=5}");
    }
  }
}
