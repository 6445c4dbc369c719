package dev.fastjava.law;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.fastjava.type.TypeRef;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonPOJOBuilder;

/** Records and beans as applications have them, their creators and generic ones. */
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
final class BeanSamples {
  private BeanSamples() {}

  record Line(String sku, int qty) {}

  record Order(
      String id,
      List<Line> lines,
      LocalDate due,
      Optional<String> note,
      Map<String, BigDecimal> prices) {}

  record Page<T>(List<T> items, int total, T first) {}

  record Either<L, R>(L left, R right) {}

  record Compact(String name, int count) {
    Compact {
      name = name == null ? "none" : name.strip();
      if (count < 0) {
        throw new IllegalArgumentException("negative");
      }
    }
  }

  /** As annotation processors make them. */
  static class LombokLike {
    private String name;
    private Integer age;
    private boolean active;

    public LombokLike() {}

    public LombokLike(String name, Integer age, boolean active) {
      this.name = name;
      this.age = age;
      this.active = active;
    }

    public String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }

    public Integer getAge() {
      return age;
    }

    public void setAge(Integer age) {
      this.age = age;
    }

    public boolean isActive() {
      return active;
    }

    public void setActive(boolean active) {
      this.active = active;
    }
  }

  /** As data classes are to Java. */
  static final class KotlinLike {
    private final String name;
    private final @Nullable Integer age;

    @JsonCreator
    KotlinLike(@JsonProperty("name") String name, @JsonProperty("age") @Nullable Integer age) {
      this.name = Objects.requireNonNullElse(name, "default");
      this.age = age;
    }

    public String getName() {
      return name;
    }

    public @Nullable Integer getAge() {
      return age;
    }
  }

  static class PrivateFields {
    private String hidden = "h";
    private int shown = 1;

    public int getShown() {
      return shown;
    }
  }

  @JsonAutoDetect(
      fieldVisibility = JsonAutoDetect.Visibility.ANY,
      getterVisibility = JsonAutoDetect.Visibility.NONE)
  static class FieldsOnly {
    private String text = "t";
    private List<Integer> numbers = List.of(1);

    public String getComputed() {
      return "not written";
    }
  }

  interface Viewed {
    String getName();

    default int getLength() {
      return getName().length();
    }
  }

  record NamedThing(String name) implements Viewed {
    @Override
    public String getName() {
      return name;
    }
  }

  static class Base {
    public int base = 1;
  }

  static class Derived extends Base {
    public int derived = 2;
  }

  record HoldsBase(
      Base one,
      List<Base> many,
      Object any,
      Number number,
      CharSequence text,
      Comparable<?> some) {}

  @JsonDeserialize(builder = Built.Builder.class)
  static class Built {
    public final String name;

    Built(String name) {
      this.name = name;
    }

    @JsonPOJOBuilder(withPrefix = "")
    static class Builder {
      private String name;

      public Builder name(String value) {
        name = value;
        return this;
      }

      public Built build() {
        return new Built(name + "!");
      }
    }
  }

  static class FromText {
    private final String text;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    FromText(String text) {
      this.text = text;
    }

    @JsonValue
    String text() {
      return text;
    }
  }

  static class FromList {
    private final List<Integer> numbers;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    FromList(List<Integer> numbers) {
      this.numbers = numbers;
    }

    public int getSum() {
      return numbers.stream().mapToInt(Integer::intValue).sum();
    }
  }

  static class FromMap {
    private final Map<String, Object> all;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    FromMap(Map<String, Object> all) {
      this.all = all;
    }

    public int getSize() {
      return all.size();
    }
  }

  static class TextOrObject {
    public String a = "a";

    public TextOrObject() {}

    public TextOrObject(String text) {
      a = text;
    }
  }

  static class Factory {
    private final int n;

    private Factory(int n) {
      this.n = n;
    }

    @JsonCreator
    static Factory of(@JsonProperty("number") int number) {
      return new Factory(number);
    }

    @JsonProperty("number")
    int number() {
      return n;
    }
  }

  record Holders(
      AtomicInteger count,
      AtomicReference<String> reference,
      Optional<Optional<String>> nested,
      Iterable<Integer> iterable,
      Collection<String> collection,
      Deque<Integer> deque,
      SortedSet<String> sorted,
      SortedMap<String, Integer> map,
      char[] letters,
      byte[] bytes,
      int[][] grid,
      Optional<List<String>> maybe,
      List<Optional<String>> maybes) {}

  static class OnlyIterator {
    public Iterator<Integer> getNumbers() {
      return List.of(1, 2).iterator();
    }
  }

  record Forms(
      Duration duration,
      URI uri,
      Year year,
      Month month,
      Locale locale,
      LocalDate day,
      Instant instant,
      OffsetTime time) {}

  record Numbers(
      int i,
      long l,
      short s,
      byte b,
      float f,
      double d,
      Integer bi,
      Long bl,
      Double bd,
      BigDecimal big,
      Boolean flag,
      char c) {}

  static class Empty {}

  @NullMarked
  record Marked(String name, @Nullable String nick, List<String> tags) {}

  static class GenericBean<T extends Comparable<T>> {
    public T low;
    public T high;
    public List<T> all;

    static <T extends Comparable<T>> GenericBean<T> of(T low, T high) {
      GenericBean<T> bean = new GenericBean<>();
      bean.low = low;
      bean.high = high;
      bean.all = Arrays.asList(low, high);
      return bean;
    }
  }

  static List<Sample> all() {
    Line line = new Line("s", 1);
    Order order =
        new Order(
            "1",
            List.of(line),
            LocalDate.of(2026, 1, 2),
            Optional.of("n"),
            Map.of("p", new BigDecimal("1.50")));
    Derived derived = new Derived();
    Map<String, Integer> sorted = new TreeMap<>(Map.of("a", 1));
    return List.of(
        Sample.of(Line.class, line, new Line(null, 0)),
        Sample.of(
            Order.class,
            order,
            new Order(null, null, null, null, null),
            new Order("", List.of(), null, Optional.empty(), Map.of())),
        Sample.of(
            new TypeRef<Page<Line>>() {}.type(),
            new Page<>(List.of(line), 1, line),
            new Page<Line>(null, 0, null)),
        Sample.of(
            new TypeRef<List<Page<Order>>>() {}.type(),
            List.of(new Page<>(List.of(order), 1, order))),
        Sample.of(new TypeRef<Page<Integer>>() {}.type(), new Page<>(Arrays.asList(1, null), 1, 2)),
        Sample.of(
            new TypeRef<Either<String, List<Line>>>() {}.type(),
            new Either<>("l", List.of(line)),
            new Either<>(null, null)),
        Sample.of(new TypeRef<Map<String, List<Line>>>() {}.type(), Map.of("k", List.of(line))),
        Sample.of(new TypeRef<Set<Line>>() {}.type(), Set.of(line)),
        Sample.of(new TypeRef<List<List<Integer>>>() {}.type(), List.of(List.of(1), List.of())),
        Sample.of(new TypeRef<Optional<Line>>() {}.type(), Optional.of(line)),
        Sample.of(new TypeRef<Map<Integer, Line>>() {}.type(), Map.of(1, line)),
        Sample.of(
            new TypeRef<GenericBean<YearMonth>>() {}.type(),
            GenericBean.of(YearMonth.of(1, 1), YearMonth.of(2026, 5))),
        Sample.of(Compact.class, new Compact(" n ", 1), new Compact(null, 0)),
        Sample.of(
            LombokLike.class, new LombokLike("n", 1, true), new LombokLike(null, null, false)),
        Sample.of(KotlinLike.class, new KotlinLike("n", null), new KotlinLike("n", 5)),
        Sample.of(PrivateFields.class, new PrivateFields()),
        Sample.of(FieldsOnly.class, new FieldsOnly()),
        Sample.of(Viewed.class, new NamedThing("thing")),
        Sample.of(Base.class, new Base(), derived),
        Sample.of(new TypeRef<List<Base>>() {}.type(), List.of(derived, new Base())),
        Sample.of(new TypeRef<Map<String, Base>>() {}.type(), Map.of("k", derived)),
        Sample.of(Base[].class, (Object) new Base[] {derived}),
        Sample.of(new TypeRef<List<Viewed>>() {}.type(), List.of(new NamedThing("x"))),
        Sample.of(
            HoldsBase.class,
            new HoldsBase(derived, List.of(derived), line, 1.5, new StringBuilder("b"), "c"),
            new HoldsBase(null, null, null, null, null, null)),
        Sample.of(Built.class, new Built("b")),
        Sample.of(FromText.class, new FromText("t")),
        Sample.of(FromList.class, new FromList(List.of(1, 2))),
        Sample.of(FromMap.class, new FromMap(Map.of("a", 1))),
        Sample.of(TextOrObject.class, new TextOrObject("x")),
        Sample.of(Factory.class, Factory.of(3)),
        Sample.of(
            Holders.class,
            new Holders(
                new AtomicInteger(1),
                new AtomicReference<>("r"),
                Optional.of(Optional.of("x")),
                List.of(1),
                List.of("c"),
                new ArrayDeque<>(List.of(1)),
                new TreeSet<>(Set.of("s")),
                new TreeMap<>(sorted),
                "abc".toCharArray(),
                new byte[] {1, 2},
                new int[][] {{1}, {}},
                Optional.of(List.of("m")),
                List.of(Optional.of("a"), Optional.empty())),
            new Holders(
                null,
                new AtomicReference<>(),
                Optional.of(Optional.empty()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Optional.empty(),
                null)),
        Sample.of(OnlyIterator.class, new OnlyIterator()),
        Sample.of(
            Forms.class,
            new Forms(
                Duration.ofMillis(1),
                URI.create("a/b"),
                Year.of(5),
                Month.MAY,
                Locale.US,
                LocalDate.MAX,
                Instant.parse("+12345-01-01T00:00:00Z"),
                OffsetTime.of(1, 2, 0, 0, ZoneOffset.UTC)),
            new Forms(null, null, null, null, null, null, null, null)),
        Sample.of(
            Numbers.class,
            new Numbers(1, 2, (short) 3, (byte) 4, 5f, 6.5, null, null, null, null, null, 'c'),
            new Numbers(
                0,
                Long.MIN_VALUE,
                (short) 0,
                (byte) 0,
                1e10f,
                1e300,
                1,
                2L,
                3.0,
                new BigDecimal("1E+9"),
                true,
                '"')),
        Sample.of(Empty.class, new Empty()),
        Sample.of(Marked.class, new Marked("n", null, List.of())),
        Sample.of(LinkedHashMap.class, new LinkedHashMap<>(Map.of("k", List.of(1, "x")))));
  }
}
