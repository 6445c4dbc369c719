package dev.fastjava.law;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fastjava.type.TypeRef;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Bodies that Jackson reads, other than those it writes. */
@SuppressWarnings({
  "UnusedVariable",
  "UnusedMethod",
  "EffectivelyPrivate",
  "ArrayRecordComponent",
  "StringSplitter",
  "JavaUtilDate",
  "NullOptional",
  "UnnecessaryStringBuilder",
  "FloatingPointLiteralPrecision"
}) // types as applications have them, read by reflection
@NullUnmarked
final class BodySamples {
  private BodySamples() {}

  enum Level {
    @JsonAlias({"small", "s"})
    LOW,
    HIGH
  }

  enum Created {
    ONE;

    @JsonCreator
    static Created of(String text) {
      return ONE;
    }
  }

  enum Defaulted {
    @JsonEnumDefaultValue
    UNKNOWN,
    KNOWN
  }

  @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES)
  enum AnyCase {
    RED
  }

  @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
  record AnyCaseNames(String firstName, int shoeSize) {}

  record HasLevels(Level level, List<Level> levels, Map<Level, Integer> scores) {}

  record TwoWays(String text) {
    @JsonCreator
    static TwoWays of(@JsonProperty("content") String content) {
      return new TwoWays(content);
    }
  }

  record HasAnyCase(
      @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES) Level level) {}

  record HasList(
      @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          List<BeanSamples.Line> lines) {}

  record Nulls(
      String text,
      Integer number,
      Boolean flag,
      List<String> list,
      BeanSamples.Line line,
      Optional<String> maybe) {}

  /** The bodies of each type. */
  static Map<Type, List<String>> all() {
    Map<Type, List<String>> all = new LinkedHashMap<>();
    all.put(Level.class, List.of("\"LOW\"", "\"small\"", "\"s\"", "\"HIGH\"", "\"none\""));
    all.put(
        HasLevels.class,
        List.of("{\"level\":\"s\",\"levels\":[\"small\",null],\"scores\":{\"LOW\":1}}"));
    all.put(Created.class, List.of("\"ONE\"", "\"whatever\""));
    all.put(Defaulted.class, List.of("\"KNOWN\""));
    all.put(AnyCase.class, List.of("\"red\"", "\"RED\""));
    all.put(HasAnyCase.class, List.of("{\"level\":\"low\"}", "{\"level\":\"Small\"}"));
    all.put(
        AnyCaseNames.class,
        List.of("{\"FIRSTNAME\":\"a\",\"shoesize\":5}", "{\"firstName\":\"a\",\"shoeSize\":5}"));
    all.put(TwoWays.class, List.of("{\"content\":\"c\"}", "{\"content\":null}"));
    all.put(HasList.class, List.of("{\"lines\":{\"sku\":\"s\",\"qty\":1}}", "{\"lines\":[]}"));
    all.put(
        Nulls.class,
        List.of(
            "{\"text\":null,\"number\":null,\"flag\":null,\"list\":null,\"line\":null,\"maybe\":null}",
            "{\"text\":\"\",\"number\":0,\"flag\":false,\"list\":[],\"line\":{\"sku\":null,\"qty\":0},\"maybe\":\"\"}",
            "{\"text\":\"a\",\"number\":1,\"flag\":true,\"list\":[null,\"\"],\"line\":{\"sku\":\"\",\"qty\":\"7\"},\"maybe\":\"m\",\"unknown\":{\"x\":1}}"));
    all.put(
        BeanSamples.Line.class,
        List.of(
            "{\"sku\":\"s\",\"qty\":1}",
            "{\"sku\":\"s\",\"qty\":\"1\"}",
            "{\"sku\":5,\"qty\":1}",
            "{\"qty\":1,\"sku\":true}",
            "{\"sku\":\"s\",\"qty\":1,\"more\":[1]}",
            "[]",
            "{}",
            "\"x\""));
    all.put(
        BeanSamples.LombokLike.class,
        List.of(
            "{}",
            "{\"name\":null}",
            "{\"age\":\"5\",\"active\":\"true\"}",
            "{\"age\":null,\"other\":1}"));
    all.put(
        BeanSamples.KotlinLike.class,
        List.of("{\"name\":\"n\"}", "{}", "{\"name\":null,\"age\":null}"));
    all.put(
        BeanSamples.Compact.class,
        List.of("{\"name\":\" a \",\"count\":2}", "{\"name\":\"a\",\"count\":-1}"));
    all.put(BeanSamples.Built.class, List.of("{\"name\":\"b\"}", "{}"));
    all.put(BeanSamples.FromText.class, List.of("\"text\"", "\"\""));
    all.put(BeanSamples.FromList.class, List.of("[1,2,3]", "[]", "[\"4\"]"));
    all.put(BeanSamples.FromMap.class, List.of("{}", "{\"a\":1,\"b\":{\"c\":[]}}"));
    all.put(BeanSamples.TextOrObject.class, List.of("\"text\"", "{\"a\":\"b\"}", "{}"));
    all.put(BeanSamples.Factory.class, List.of("{\"number\":7}", "{\"number\":\"7\"}"));
    all.put(
        AnnotatedSamples.Aliased.class,
        List.of(
            "{\"mail\":\"a\",\"n\":1}", "{\"e-mail\":\"a\",\"n\":1}", "{\"email\":\"a\",\"n\":1}"));
    all.put(
        AnnotatedSamples.Credentials.class,
        List.of(
            "{\"user\":\"a\",\"password\":\"b\",\"id\":9}",
            "{\"user\":\"a\"}",
            "{\"id\":\"no number\"}"));
    all.put(
        AnnotatedSamples.Prefixed.class,
        List.of(
            "{\"name\":\"n\",\"home_street\":\"s\",\"work_city_w\":\"c\"}", "{\"name\":\"n\"}"));
    all.put(AnnotatedSamples.Bag.class, List.of("{\"name\":\"n\",\"x\":1,\"y\":[true]}", "{}"));
    all.put(AnnotatedSamples.NonNull.class, List.of("{}", "{\"a\":null,\"d\":\"x\"}"));
    all.put(
        AnnotatedSamples.IgnoresOne.class,
        List.of("{\"open\":\"o\",\"secret\":5}", "{\"open\":\"o\",\"other\":5}"));
    all.put(ConvertedSamples.Money.class, List.of("\"EUR 5\""));
    all.put(ConvertedSamples.Pair.class, List.of("[1,2]"));
    all.put(AnnotatedSamples.Kebab.class, List.of("{\"first-name\":\"a\",\"shoe-size\":\"38\"}"));
    all.put(AnnotatedSamples.Renamed.class, List.of("{\"howMany\":5}", "{}"));
    all.put(
        TaggedSamples.Shape.class,
        List.of(
            "{\"radius\":1,\"kind\":\"circle\",\"note\":null}",
            "{\"kind\":\"square\",\"side\":\"4\"}",
            "{\"kind\":\"none\"}"));
    all.put(TaggedSamples.Deduced.class, List.of("{\"gears\":3}", "{\"doors\":4,\"plate\":\"p\"}"));
    all.put(TaggedSamples.Wrapped.class, List.of("{\"cat\":{\"lives\":9}}"));
    all.put(TaggedSamples.InArray.class, List.of("[\"dog\",{\"barks\":true}]"));
    all.put(
        TaggedSamples.Defaulted.class,
        List.of(
            "{\"f\":\"x\"}", "{\"t\":\"unheard of\",\"f\":\"x\"}", "{\"t\":\"known\",\"k\":1}"));
    all.put(TaggedSamples.External.class, List.of("{\"what\":\"dog\",\"value\":{\"barks\":true}}"));
    all.put(
        Instant.class,
        List.of(
            "\"2026-01-02T03:04:05Z\"",
            "\"2026-01-02T03:04:05+01:00\"",
            "\"+12345-01-02T03:04:05Z\"",
            "1700000000",
            "\"1700000000\"",
            "\"never\""));
    all.put(
        OffsetDateTime.class,
        List.of("\"2026-01-02T03:04:05+01:00\"", "\"2026-01-02T03:04+01:00\""));
    all.put(
        ZonedDateTime.class,
        List.of("\"2026-01-02T03:04:05+01:00[Europe/Paris]\"", "\"2026-01-02T03:04:05Z\""));
    all.put(
        Date.class,
        List.of("\"2026-01-02\"", "\"2026-01-02T03:04:05.678+0000\"", "\"2026-01-02T03:04:05Z\""));
    all.put(
        LocalDate.class,
        List.of("\"2026-01-02\"", "\"-0001-01-02\"", "\"+12345-01-02\"", "\"2.1.2026\""));
    all.put(OffsetTime.class, List.of("\"01:02Z\"", "\"01:02:03+02:00\""));
    all.put(Duration.class, List.of("\"PT1.5S\"", "\"-PT3M\"", "\"P2D\"", "\"PT0.000000001S\""));
    all.put(URI.class, List.of("\"a/b?c\"", "\"https://x.example/\"", "\"#f\""));
    all.put(
        UUID.class,
        List.of("\"00000000-0000-0001-0000-000000000002\"", "\"AAAAAAAAAAEAAAAAAAAAAg==\""));
    all.put(byte[].class, List.of("\"AQID\"", "\"AQ==\"", "\"\""));
    all.put(new TypeRef<List<Integer>>() {}.type(), List.of("[1,\"2\",null]", "[]"));
    all.put(
        new TypeRef<Map<String, Integer>>() {}.type(),
        List.of("{\"a\":1,\"b\":\"2\",\"c\":null}", "{}"));
    all.put(
        new TypeRef<Map<String, BeanSamples.Line>>() {}.type(),
        List.of("{\"a\":{\"sku\":\"s\",\"qty\":0},\"b\":null}"));
    all.put(new TypeRef<Set<Integer>>() {}.type(), List.of("[1,1,2]", "[null]"));
    all.put(
        new TypeRef<List<Map<String, List<Integer>>>>() {}.type(),
        List.of("[{\"a\":[1,null],\"b\":null},null]"));
    all.put(new TypeRef<List<BigDecimal>>() {}.type(), List.of("[1.25,\"2.5\",0]"));
    all.put(
        new TypeRef<BeanSamples.Page<BeanSamples.Line>>() {}.type(),
        List.of("{\"items\":[{\"sku\":\"s\",\"qty\":1},null],\"total\":0,\"first\":null}"));
    return all;
  }
}
