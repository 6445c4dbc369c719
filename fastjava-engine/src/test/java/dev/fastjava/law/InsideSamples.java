package dev.fastjava.law;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.fastjava.type.TypeRef;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Types that stand inside of schemas, one of each kind, with values. */
@NullUnmarked
@SuppressWarnings("unused") // Jackson reads the members
final class InsideSamples {
  private InsideSamples() {}

  static class Plain {
    public String name = "n";
    public @Nullable Integer number;
  }

  static class More extends Plain {
    public String hash = "HIDDEN";
  }

  interface Named {
    String getName();
  }

  record NamedToo(String hash) implements Named {
    @Override
    public String getName() {
      return "n";
    }
  }

  enum Color {
    RED
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
  @JsonSubTypes(@JsonSubTypes.Type(value = Tagged.class, name = "tagged"))
  interface Choice {}

  record Tagged(String x, @Nullable Integer nothing) implements Choice {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
  @JsonSubTypes(@JsonSubTypes.Type(value = Inner.class, name = "inner"))
  interface Wrapped {}

  record Inner(BigDecimal decimal) implements Wrapped {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_ARRAY)
  @JsonSubTypes(@JsonSubTypes.Type(value = Item.class, name = "item"))
  interface Listed {}

  record Item(double number) implements Listed {}

  record Spread(@JsonUnwrapped(prefix = "p_") Plain plain, @Nullable String last) {}

  record Values(
      Optional<Integer> empty,
      List<Optional<Integer>> list,
      Number number,
      double real,
      BigDecimal decimal,
      @JsonFormat(pattern = "yyyy") LocalDate year,
      @JsonInclude(JsonInclude.Include.NON_NULL) String absent) {}

  record Page<T>(List<T> items, @Nullable T first) {}

  private static final BigInteger LONG = new BigInteger("123456789012345678901234567890");

  private static Values values(double real) {
    return new Values(
        Optional.empty(),
        List.of(Optional.empty(), Optional.of(1)),
        LONG,
        real,
        new BigDecimal("1.10"),
        LocalDate.EPOCH,
        null);
  }

  static List<Sample> all() {
    Tagged tagged = new Tagged("x", null);
    return List.of(
        Sample.of(Plain.class, new Plain(), new More()),
        Sample.of(Named.class, new NamedToo("HIDDEN")),
        Sample.of(Choice.class, tagged),
        Sample.of(Tagged.class, tagged),
        Sample.of(Wrapped.class, new Inner(new BigDecimal("1.10"))),
        Sample.of(Listed.class, new Item(Double.NaN)),
        Sample.of(Spread.class, new Spread(new Plain(), null)),
        Sample.of(Values.class, values(1e21), values(Double.NaN)),
        Sample.of(new TypeRef<Page<Tagged>>() {}.type(), new Page<>(List.of(tagged), null)),
        Sample.of(new TypeRef<Page<Choice>>() {}.type(), new Page<Choice>(List.of(tagged), tagged)),
        Sample.of(new TypeRef<List<Choice>>() {}.type(), List.of(tagged)),
        Sample.of(new TypeRef<List<List<Choice>>>() {}.type(), List.of(List.of(tagged))),
        Sample.of(new TypeRef<List<Plain>>() {}.type(), Arrays.asList(new Plain(), null)),
        Sample.of(new TypeRef<Set<Values>>() {}.type(), Set.of(values(1.5))),
        Sample.of(new TypeRef<Map<Color, Plain>>() {}.type(), Map.of(Color.RED, new Plain())),
        Sample.of(
            new TypeRef<Map<Color, Choice>>() {}.type(),
            new EnumMap<Color, Choice>(Map.of(Color.RED, tagged))),
        Sample.of(Choice[].class, (Object) new Choice[] {tagged, null}),
        Sample.of(new TypeRef<Optional<Choice>>() {}.type(), Optional.of(tagged)),
        Sample.of(new TypeRef<Optional<BigInteger>>() {}.type(), Optional.of(LONG)),
        Sample.of(BigDecimal.class, new BigDecimal("1.10"), new BigDecimal("1E+3")),
        Sample.of(BigInteger.class, LONG),
        Sample.of(Number.class, LONG, 1.10f, Double.NaN),
        Sample.of(Double.class, 1e21, 100.0, Double.NaN, Double.NEGATIVE_INFINITY),
        Sample.of(Color.class, Color.RED),
        Sample.of(String.class, "text"),
        Sample.of(LocalDate.class, LocalDate.EPOCH));
  }
}
