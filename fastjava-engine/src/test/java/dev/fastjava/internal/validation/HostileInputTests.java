package dev.fastjava.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.internal.validation.library.StandardValidators;
import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.SchemaFormat;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Coercion;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.Validator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Schemas and documents that would keep a naive validator busy for years. The time limit is wide:
 * it tells seconds from years, and nothing else depends on it.
 */
class HostileInputTests {
  private static final Duration SECONDS = Duration.ofSeconds(20);

  private static Object json(String text) {
    return JsonMapper.shared().readValue(text.replace('\'', '"'), Object.class);
  }

  private static Validator compile(Object schema, ValidationOptions options) throws Exception {
    return new CompiledValidators()
        .build(Map.of(), options)
        .compile(new RequestSchema(schema, "POST", "/", null));
  }

  private static Validator compile(String schema) throws Exception {
    return compile(json(schema), ValidationOptions.defaults());
  }

  private static ValidationResult inTime(Validator validator, @Nullable Object document) {
    return Assertions.assertTimeoutPreemptively(SECONDS, () -> validator.validate(document));
  }

  private static Validator pattern(String source) throws Exception {
    Map<String, Object> schema = new HashMap<>();
    schema.put("type", "string");
    schema.put("pattern", source);
    return compile(schema, ValidationOptions.defaults());
  }

  /** Regular in the mathematical sense: time in proportion to the length, no limit. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "^(a+)+$",
        "^(a|a)*$",
        "^(a|aa)+$",
        "^([a-z]+)*$",
        "^(.*a){12}$",
        "^((a*)*)*$",
        "^(a?){30}a{30}$",
        "(x+x+)+y",
        "^(([a-z])+.)+[A-Z]([a-z])+$",
        "^\\s+|\\s+$",
        "^(?:a+)+b?$"
      })
  void catastrophicPatternsAnswerInLinearTime(String source) throws Exception {
    assertThat(inTime(pattern(source), "a".repeat(200_000) + '!').errors())
        .singleElement()
        .satisfies(error -> assertThat(error.params()).doesNotContainKey("limit"));
  }

  /** One such string is harmless; a body may hold tens of thousands of them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'array','items':{'type':'string','pattern':'^(?!(a+)+$)'}}",
        "{'type':'array','items':{'type':'string','format':'slow'}}",
        "{'type':'array','items':{'anyOf':[{'type':'string','pattern':'^(?!(a+)+$)'}]}}",
        "{'$schema':'https://json-schema.org/draft/2020-12/schema','type':'array',"
            + "'items':{'type':'string','pattern':'^(?!(a+)+$)'}}",
        "{'$schema':'https://json-schema.org/draft/2019-09/schema','type':'array',"
            + "'items':{'type':'string','format':'slow'}}"
      })
  void stepsCountForAllStringsTogether(String schema) throws Exception {
    ValidationOptions options =
        ValidationOptions.defaults()
            .with(o -> o.format("slow", SchemaFormat.pattern("^(?!(a+)+$)", "")));
    Validator validator =
        new StandardValidators()
            .build(Map.of(), options)
            .compile(new RequestSchema(json(schema), "POST", "/", null));
    List<@Nullable Object> strings = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      strings.add("aaaaaaaaaaaaa!" + i);
    }
    assertThat(validator.validate(strings).isValid()).isTrue();
    for (int i = 0; i < 50_000; i++) {
      strings.add("aaaaaaaaaaaaaaaa!" + i);
    }
    assertThat(inTime(validator, strings).isValid()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'object','patternProperties':{'^(?!(a+)+$)':{'type':'number'}}}",
        "{'type':'object','additionalProperties':false,'patternProperties':{'^(?!(a+)+$)':{'type':'number'}}}",
        "{'type':'object','propertyNames':{'pattern':'^(?!(a+)+$)'}}"
      })
  void stepsCountForAllNamesTogether(String schema) throws Exception {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < 50_000; i++) {
      object.put("aaaaaaaaaaaaaaaa!" + i, 1);
    }
    assertThat(inTime(compile(schema), object).errors())
        .singleElement()
        .satisfies(error -> assertThat(error.params()).containsEntry("limit", 1_000_000L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'array','items':{'type':'string','pattern':'^(?!(a+)+$)'}}",
        "{'type':'array','items':{'$ref':'#/definitions/t'},"
            + "'definitions':{'t':{'type':'string','pattern':'^(?!(a+)+$)'}}}",
        "{'type':'array','items':{'type':'object','propertyNames':{'pattern':'^(?!(a+)+$)'}}}"
      })
  void whatOneValidationSpendsIsNotMissingInTheNext(String schema) throws Exception {
    Validator validator = compile(schema);
    boolean names = schema.contains("propertyNames");
    String hostile = "a".repeat(16) + '!';
    List<Object> many = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      many.add(names ? Map.of(hostile + i, 1) : hostile + i);
    }
    String harmless = "a".repeat(12) + '!';
    for (int round = 0; round < 200; round++) {
      assertThat(validator.validate(List.of(names ? Map.of(harmless, 1) : harmless)).isValid())
          .isTrue();
    }
    assertThat(inTime(validator, many).isValid()).isFalse();
    assertThat(validator.validate(List.of(names ? Map.of(harmless, 1) : harmless)).isValid())
        .isTrue();
  }

  /** Looking ahead is usual where passwords are described. */
  @Test
  void manyHarmlessStringsAreValid() throws Exception {
    Validator validator =
        compile(
            "{'type':'array','items':{'type':'string',"
                + "'pattern':'^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9]).{8,}$'}}");
    List<@Nullable Object> strings = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      strings.add("Secret" + i + "passWord");
    }
    assertThat(inTime(validator, strings).isValid()).isTrue();
  }

  /** What needs going back and forth is given up after a number of steps, and counts as invalid. */
  @ParameterizedTest
  @ValueSource(
      strings = {"^(a+)+\\1\\1!$", "^(?=(a+)+!).*$", "(?<=^(a+)+)b", "^(a*)*\\bx$", "(a+)+(?!a)b"})
  void backtrackingPatternsAreGivenUp(String source) throws Exception {
    ValidationResult result = inTime(pattern(source), "a".repeat(50_000));
    assertThat(result.isValid()).isFalse();
    assertThat(result.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.keyword()).isEqualTo("pattern");
              assertThat(error.params()).containsEntry("limit", 1_000_000L);
              assertThat(error.message()).endsWith("in 1000000 steps");
            });
  }

  @Test
  void theLimitOfStepsCanBeSet() throws Exception {
    Object schema = json("{'type':'string','pattern':'^(a+)+\\\\1!$'}");
    ValidationOptions few = ValidationOptions.of(v -> v.maxRegexSteps(100));
    assertThat(compile(schema, few).validate("aaaaaaaaaaaaaaaa").errors().get(0).params())
        .containsEntry("limit", 100L);
    assertThat(compile(schema, few).validate("aa!").isValid()).isTrue();
  }

  @Test
  void patternPropertiesAreBoundedToo() throws Exception {
    Map<String, Object> document = new LinkedHashMap<>();
    for (int i = 0; i < 2_000; i++) {
      document.put("a".repeat(200) + i, i);
    }
    assertThat(
            inTime(
                    compile("{'type':'object','patternProperties':{'^(a+)+$':{'type':'integer'}}}"),
                    document)
                .isValid())
        .isTrue();
  }

  @Test
  void longStringsAndFormatsTakeLinearTime() throws Exception {
    for (String format :
        List.of(
            "email",
            "uri",
            "uri-template",
            "hostname",
            "ipv6",
            "date-time",
            "json-pointer",
            "uuid",
            "duration",
            "byte",
            "url",
            "uri-reference",
            "relative-json-pointer")) {
      Validator validator = compile("{'type':'string','format':'" + format + "'}");
      for (String unit : List.of("a", "a.", "a@", "{a}", "::", "/~0", "%41", "-")) {
        inTime(validator, unit.repeat(100_000) + '!');
      }
    }
  }

  @Test
  void manyItemsAreComparedByHash() throws Exception {
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      items.add(new LinkedHashMap<>(Map.of("a", i, "b", List.of(i, "x"))));
    }
    Validator validator = compile("{'type':'array','uniqueItems':true}");
    assertThat(inTime(validator, items).isValid()).isTrue();
    items.add(new LinkedHashMap<>(Map.of("b", List.of(7, "x"), "a", 7)));
    assertThat(inTime(validator, items).errors().get(0).params()).containsEntry("i", 60_000);
  }

  /** Texts of the same hash, as an attacker would choose them. */
  @Test
  void itemsOfTheSameHashAreComparedInTime() throws Exception {
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < 1 << 13; i++) {
      StringBuilder text = new StringBuilder();
      for (int bit = 0; bit < 13; bit++) {
        text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      items.add(text.toString());
    }
    assertThat(inTime(compile("{'type':'array','uniqueItems':true}"), items).isValid()).isTrue();
    List<Object> nested = new ArrayList<>();
    items.forEach(text -> nested.add(List.of(text)));
    assertThat(inTime(compile("{'type':'array','uniqueItems':true}"), nested).isValid()).isTrue();
  }

  /** Whole numbers that are one double, of which there are as many as anybody wants. */
  @Test
  void itemsOfTheSameDoubleAreComparedInTime() throws Exception {
    Validator validator = compile("{'type':'array','uniqueItems':true}");
    java.math.BigInteger great = java.math.BigInteger.TEN.pow(30);
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      items.add(great.add(java.math.BigInteger.valueOf(i)));
    }
    assertThat(inTime(validator, items).isValid()).isTrue();
    items.set(0, new java.math.BigDecimal("1000000000000000000000000000007.00"));
    assertThat(inTime(validator, items).errors().get(0).params()).containsEntry("j", 0);
    items.set(0, 1e15);
    items.set(9, new java.math.BigDecimal("1E+15"));
    assertThat(inTime(validator, items).errors().get(0).params()).containsEntry("i", 9);
  }

  /** The library itself compares by the hash codes of its nodes. */
  @ParameterizedTest
  @ValueSource(strings = {"%s", "[%s]", "{'a':[%s]}"})
  void itemsOfTheSameHashAreComparedInTimeByTheLibraryToo(String item) throws Exception {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < 1 << 13; i++) {
      StringBuilder same = new StringBuilder("'");
      for (int bit = 0; bit < 13; bit++) {
        same.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      text.append(item.formatted(same.append('\''))).append(',');
    }
    Object items = json(text.append("0]").toString());
    for (String dialect : List.of("2019-09", "2020-12")) {
      Object schema =
          json(
              "{'$schema':'https://json-schema.org/draft/"
                  + dialect
                  + "/schema','type':'array','uniqueItems':true}");
      Validator validator =
          new StandardValidators()
              .build(Map.of(), ValidationOptions.defaults())
              .compile(new RequestSchema(schema, "POST", "/", null));
      assertThat(inTime(validator, items).isValid()).isTrue();
      assertThat(inTime(validator, List.of(1, "a", 1.0)).errors().get(0).message())
          .isEqualTo("must NOT have duplicate items (items ## 0 and 2 are identical)");
    }
  }

  private static Object nested(int levels, Object innermost) {
    Object document = innermost;
    for (int i = 0; i < levels; i++) {
      document = new ArrayList<>(List.of(document));
    }
    return document;
  }

  @Test
  void deepDocumentsEndAtALimit() throws Exception {
    Validator validator =
        compile(
            "{'$id':'x','definitions':{'list':{'type':'array','items':{'$ref':'#/definitions/list'}}},"
                + "'$ref':'#/definitions/list'}");
    assertThat(inTime(validator, nested(400, List.of())).isValid()).isTrue();
    ValidationResult deep = inTime(validator, nested(5_000, List.of()));
    assertThat(deep.errors().get(0).message()).isEqualTo("must NOT nest more than 500 levels");
  }

  /** What fits a large stack need not fit that of the thread which validates. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://json-schema.org/draft-07/schema#",
        "https://json-schema.org/draft/2020-12/schema"
      })
  void threadsWithSmallStacksAnswerToo(String dialect) throws Exception {
    Object schema =
        json("{'$id':'x','$schema':'" + dialect + "','type':'array','items':{'$ref':'#'}}");
    Validator validator =
        new StandardValidators()
            .build(Map.of(), ValidationOptions.defaults())
            .compile(new RequestSchema(schema, "POST", "/", null));
    for (Object innermost : List.of(List.of(), "1")) {
      Object document = nested(480, innermost);
      FutureTask<ValidationResult> result = new FutureTask<>(() -> validator.validate(document));
      Thread thread = new Thread(null, result, "small", 160_000);
      thread.start();
      assertThat(result.get(20, TimeUnit.SECONDS).errors().get(0).message())
          .isEqualTo("must NOT need so many levels or steps");
    }
  }

  /** Without care each level of alternatives would look twice at all levels below. */
  @ParameterizedTest
  @ValueSource(strings = {"anyOf", "oneOf"})
  void recursiveAlternativesDoNotMultiply(String keyword) throws Exception {
    String schema =
        "{'$id':'x','definitions':{'node':{'"
            + keyword
            + "':[{'type':'array','items':{'$ref':'#/definitions/node'}},{'type':'string'}]}},"
            + "'$ref':'#/definitions/node'}";
    for (Coercion coercion : Coercion.values()) {
      Validator validator = compile(json(schema), ValidationOptions.of(v -> v.coercion(coercion)));
      assertThat(inTime(validator, nested(200, new HashMap<>())).isValid()).isFalse();
      // A text that may become an array of itself does so until the limit is reached.
      boolean endless = coercion == Coercion.ARRAY;
      assertThat(inTime(validator, nested(200, "x")).isValid()).isEqualTo(!endless);
    }
  }

  @Test
  void nestedAlternativesDoNotMultiply() throws Exception {
    Map<String, Object> schema = new LinkedHashMap<>(Map.of("type", "integer", "minimum", 1));
    for (int i = 0; i < 40; i++) {
      Map<String, Object> inner = Map.of("type", "object", "properties", Map.of("a", schema));
      schema = Map.of("oneOf", List.of(inner, Map.of("type", "object", "required", List.of("z"))));
    }
    Object document = 0;
    for (int i = 0; i < 40; i++) {
      document = new LinkedHashMap<>(Map.of("a", document));
    }
    assertThat(inTime(compile(schema, ValidationOptions.defaults()), document).isValid()).isFalse();
  }

  @Test
  void manyAlternativesAreTriedOnce() throws Exception {
    List<Object> alternatives = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      alternatives.add(
          Map.of(
              "type",
              "object",
              "properties",
              Map.of("kind", Map.of("const", "k" + i), "n", Map.of("type", "integer")),
              "required",
              List.of("kind")));
    }
    Validator validator =
        compile(
            Map.of("type", "array", "items", Map.of("oneOf", alternatives)),
            ValidationOptions.defaults());
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      items.add(new LinkedHashMap<>(Map.of("kind", "k" + (1_999 - i), "n", i)));
    }
    assertThat(inTime(validator, items).isValid()).isTrue();
  }

  @Test
  void hugeNumbersAreComparedWithoutExpandingThem() throws Exception {
    Validator validator =
        compile("{'type':'number','multipleOf':0.01,'minimum':1,'maximum':1e300}");
    inTime(validator, new java.math.BigDecimal("1e999999999"));
    inTime(validator, new java.math.BigDecimal("1e-999999999"));
    inTime(validator, new java.math.BigInteger("9".repeat(5_000)));
    List<Object> items =
        new ArrayList<>(
            List.of(
                new java.math.BigDecimal("1e999999999"), new java.math.BigDecimal("1e999999998")));
    for (int i = 0; i < 20; i++) {
      items.add(i);
    }
    assertThat(inTime(compile("{'type':'array','uniqueItems':true}"), items).isValid()).isTrue();
    assertThat(inTime(compile("{'const':1}"), items.get(0)).isValid()).isFalse();
  }
}
