package dev.fastjava.law;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.util.StdConverter;

/** Types whose values are converted on their way. */
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
final class ConvertedSamples {
  private ConvertedSamples() {}

  static class Upper extends StdConverter<String, String> {
    @Override
    public String convert(String value) {
      return value.toUpperCase(java.util.Locale.ROOT);
    }
  }

  static class ToNumber extends StdConverter<String, Integer> {
    @Override
    public Integer convert(String value) {
      return value.length();
    }
  }

  static class FromNumber extends StdConverter<Integer, String> {
    @Override
    public String convert(Integer value) {
      return "x".repeat(value);
    }
  }

  static class Cents extends ValueSerializer<BigDecimal> {
    @Override
    public void serialize(BigDecimal value, JsonGenerator out, SerializationContext context) {
      out.writeString(value.movePointRight(2).toPlainString() + "ct");
    }
  }

  static class FromCents extends ValueDeserializer<BigDecimal> {
    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
      return new BigDecimal(parser.getString().replace("ct", "")).movePointLeft(2);
    }
  }

  record Converted(
      @JsonSerialize(converter = Upper.class) String upper,
      @JsonSerialize(converter = ToNumber.class) @JsonDeserialize(converter = FromNumber.class)
          String length,
      @JsonSerialize(using = Cents.class) @JsonDeserialize(using = FromCents.class)
          BigDecimal price,
      @JsonSerialize(contentUsing = Cents.class) @JsonDeserialize(contentUsing = FromCents.class)
          List<BigDecimal> prices,
      @JsonSerialize(contentConverter = ToNumber.class)
          @JsonDeserialize(contentConverter = FromNumber.class)
          Map<String, String> lengths) {}

  @JsonSerialize(using = MoneyWriter.class)
  @JsonDeserialize(using = MoneyReader.class)
  record Money(String currency, long cents) {}

  static class MoneyWriter extends ValueSerializer<Money> {
    @Override
    public void serialize(Money value, JsonGenerator out, SerializationContext context) {
      out.writeString(value.currency() + " " + value.cents());
    }
  }

  static class MoneyReader extends ValueDeserializer<Money> {
    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) {
      String[] parts = parser.getString().split(" ");
      return new Money(parts[0], Long.parseLong(parts[1]));
    }
  }

  @JsonSerialize(converter = PairWriter.class)
  @JsonDeserialize(converter = PairReader.class)
  record Pair(int left, int right) {}

  static class PairWriter extends StdConverter<Pair, List<Integer>> {
    @Override
    public List<Integer> convert(Pair pair) {
      return List.of(pair.left(), pair.right());
    }
  }

  static class PairReader extends StdConverter<List<Integer>, Pair> {
    @Override
    public Pair convert(List<Integer> pair) {
      return new Pair(pair.get(0), pair.get(1));
    }
  }

  static List<Sample> all() {
    return List.of(
        Sample.of(
            Converted.class,
            new Converted(
                "up",
                "four",
                new BigDecimal("1.25"),
                List.of(new BigDecimal("2.00")),
                Map.of("k", "vv")),
            new Converted(null, null, null, null, null)),
        Sample.of(Money.class, new Money("EUR", 5), null),
        Sample.of(Pair.class, new Pair(1, 2), null));
  }
}
