package dev.fastjava.law;

import static dev.fastjava.law.SentKinds.list;
import static dev.fastjava.law.SentKinds.map;
import static dev.fastjava.law.SentKinds.orNull;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.fastjava.law.SentShape.Named;
import jakarta.validation.constraints.Max;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Types that are read, with what is sent for their properties. */
@NullUnmarked
final class ReadingSamples {
  private ReadingSamples() {}

  enum Level {
    LOW,
    HIGH
  }

  record Line(
      @JsonAlias("article") String sku,
      @JsonAlias({"n", "count"}) int qty,
      BigDecimal unitPrice,
      Boolean gift) {}

  record Numbers(
      int small,
      @JsonAlias("id") long big,
      double real,
      boolean flag,
      @JsonAlias("i") @Max(1000) Integer whole,
      Long wide,
      Double ratio,
      Float single,
      @JsonAlias("cost") BigDecimal unitPrice,
      BigInteger digits) {}

  static final class Settings {
    private String name;
    private int size = 10;
    private List<String> tags = List.of("t");
    private Level level;
    private Integer limit;

    public void setName(String name) {
      this.name = name;
    }

    @JsonAlias("length")
    public void setSize(int size) {
      this.size = size;
    }

    @JsonAlias("labels")
    public void setTags(List<String> tags) {
      this.tags = tags;
    }

    public void setLevel(Level level) {
      this.level = level;
    }

    @JsonAlias("max")
    @JsonProperty(defaultValue = "20")
    public void setLimit(Integer limit) {
      this.limit = limit;
    }

    @Override
    public String toString() {
      return "Settings[" + name + ", " + size + ", " + tags + ", " + level + ", " + limit + "]";
    }
  }

  record Order(
      @JsonAlias("one") Line first,
      @JsonAlias("items") List<Line> allLines,
      Map<String, Line> byName,
      @JsonAlias("stars") Optional<Integer> rating,
      Optional<String> note,
      List<List<Integer>> table,
      Map<Level, BigDecimal> prices) {}

  static final class Any {
    public int number;
    public List<Integer> more = List.of();
    final Map<String, String> rest = new TreeMap<>();

    @JsonAnySetter
    void set(String name, Object value) {
      rest.put(name, value + (value == null ? "" : ":" + value.getClass().getSimpleName()));
    }

    @Override
    public String toString() {
      return "Any[" + number + ", " + more + ", " + rest + "]";
    }
  }

  static final class AnyNumber {
    @JsonAlias("title")
    public String name;

    final Map<String, Integer> rest = new TreeMap<>();

    @JsonAnySetter
    void set(String name, Integer value) {
      rest.put(name, value);
    }

    @Override
    public String toString() {
      return "AnyNumber[" + name + ", " + rest + "]";
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Circle.class, name = "circle"),
    @JsonSubTypes.Type(value = Square.class, name = "square")
  })
  sealed interface Shape permits Circle, Square {}

  record Circle(@JsonAlias("r") int radius, @JsonProperty(defaultValue = "7") Integer edge)
      implements Shape {}

  record Square(@JsonAlias("s") Long side, String name) implements Shape {}

  record Drawing(
      @JsonAlias("main") Shape shape,
      List<Shape> others,
      Map<String, Shape> byName,
      Circle round) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
  @JsonSubTypes(@JsonSubTypes.Type(value = Card.class, name = "card"))
  sealed interface Payment permits Card {}

  record Card(String number, int months) implements Payment {}

  record Bill(@JsonAlias("pay") Payment payment, List<Payment> others, int total) {}

  record Times(
      @JsonAlias("day") LocalDate dueDate,
      Duration span,
      Instant at,
      UUID uuid,
      Character letter) {}

  private static final SentShape LINE =
      SentShape.of(
          Line.class,
          new Named("sku", orNull(SentKinds.TEXT), "article"),
          new Named("qty", SentKinds.INT, "n", "count"),
          new Named("unitPrice", orNull(SentKinds.DECIMAL)),
          new Named("gift", orNull(SentKinds.BOOLEAN)));

  private static final SentShape NUMBERS =
      SentShape.of(
          Numbers.class,
          new Named("small", SentKinds.INT),
          new Named("big", SentKinds.LONG, "id"),
          new Named("real", SentKinds.DOUBLE),
          new Named("flag", SentKinds.BOOLEAN),
          new Named("whole", orNull(SentKinds.UP_TO_1000), "i"),
          new Named("wide", orNull(SentKinds.LONG)),
          new Named("ratio", orNull(SentKinds.DOUBLE)),
          new Named("single", orNull(SentKinds.FLOAT)),
          new Named("unitPrice", orNull(SentKinds.DECIMAL), "cost"),
          new Named("digits", orNull(SentKinds.DIGITS)));

  private static final SentShape SETTINGS =
      SentShape.of(
          Settings.class,
          new Named("name", orNull(SentKinds.TEXT)),
          new Named("size", SentKinds.INT, "length"),
          new Named("tags", orNull(list(orNull(SentKinds.TEXT))), "labels"),
          new Named("level", orNull(SentKinds.LEVEL)),
          new Named("limit", orNull(SentKinds.INT), "max").orElse("20"));

  private static final SentShape CIRCLE =
      SentShape.of(
          Circle.class,
          new Named("radius", SentKinds.INT, "r"),
          new Named("edge", orNull(SentKinds.INT)).orElse("7"));

  private static final SentShape SQUARE =
      SentShape.of(
          Square.class,
          new Named("side", orNull(SentKinds.LONG), "s"),
          new Named("name", orNull(SentKinds.TEXT)));

  private static final SentKind SHAPE =
      SentKinds.tagged("kind", "circle", CIRCLE, "square", SQUARE);

  /** Types for bodies. */
  static List<SentShape> bodies() {
    return List.of(
        LINE,
        NUMBERS,
        SETTINGS,
        SentShape.of(
            Order.class,
            new Named("first", orNull(LINE), "one"),
            new Named("allLines", orNull(list(orNull(LINE))), "items"),
            new Named("byName", orNull(map(orNull(LINE), "a", "b c", "qty"))),
            new Named("rating", orNull(SentKinds.INT), "stars"),
            new Named("note", orNull(SentKinds.TEXT)),
            new Named("table", orNull(list(orNull(list(orNull(SentKinds.INT)))))),
            new Named("prices", orNull(map(orNull(SentKinds.DECIMAL), "LOW", "HIGH")))),
        SentShape.of(
                Any.class,
                new Named("number", SentKinds.INT),
                new Named("more", orNull(list(orNull(SentKinds.INT)))))
            .with(SentKinds.ANYTHING),
        SentShape.of(AnyNumber.class, new Named("name", orNull(SentKinds.TEXT), "title"))
            .with(SentKinds.LEFT_INT),
        SentShape.of(
            Drawing.class,
            new Named("shape", orNull(SHAPE), "main"),
            new Named("others", orNull(list(orNull(SHAPE)))),
            new Named("byName", orNull(map(orNull(SHAPE), "a", "kind"))),
            new Named(
                "round", orNull(SentKinds.tagged("kind", "circle", CIRCLE, "circle", CIRCLE)))),
        SentShape.of(
            Bill.class,
            new Named("payment", orNull(SentKinds.CARD), "pay"),
            new Named("others", orNull(list(orNull(SentKinds.CARD)))),
            new Named("total", SentKinds.INT)),
        SentShape.of(
            Times.class,
            new Named("dueDate", orNull(SentKinds.DATE), "day"),
            new Named("span", orNull(SentKinds.SPAN)),
            new Named("at", orNull(SentKinds.INSTANT)),
            new Named("uuid", orNull(SentKinds.ID)),
            new Named("letter", orNull(SentKinds.LETTER))));
  }

  /** Types for queries, parameters and headers. */
  static List<SentShape> texts() {
    return List.of(LINE, NUMBERS, SETTINGS);
  }
}
