package dev.fastjava.internal.types;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Types as applications have them. */
@SuppressWarnings("ArrayRecordComponent") // applications have such, too
final class Samples {
  private Samples() {}

  enum Size3 {
    SMALL,
    @JsonProperty("mid")
    MEDIUM,
    LARGE
  }

  enum Level {
    LOW(1),
    HIGH(2);

    private final int number;

    Level(int number) {
      this.number = number;
    }

    @JsonValue
    int number() {
      return number;
    }
  }

  record Scalars(
      String text,
      char letter,
      boolean flag,
      byte small,
      short middle,
      int whole,
      long large,
      float fraction,
      double exact,
      BigDecimal price,
      UUID id,
      byte[] bytes,
      Size3 size,
      Level level) {}

  record Times(
      Instant instant,
      OffsetDateTime offset,
      ZonedDateTime zoned,
      LocalDate date,
      LocalDateTime local,
      LocalTime time,
      Duration duration,
      Year year) {}

  record Optionals(
      Optional<String> text, OptionalInt number, @Nullable String name, String needed) {}

  record Collections(
      List<String> list,
      Set<Integer> set,
      Map<String, Line> map,
      String[] array,
      List<@Nullable String> holes,
      List<List<Integer>> nested) {}

  record Line(String sku, int qty) {}

  record TwoLines(Line first, Line second, @Nullable Line third) {}

  record Tree(String name, List<Tree> children, @Nullable Tree twin) {}

  record Page<T>(List<T> items, int total) {}

  record Pages(Page<Line> lines, Page<String> words) {}

  record Constrained(
      @NotBlank @Size(max = 20) String name,
      @Email String mail,
      @Min(1) @Max(9) int count,
      @Positive long id,
      @DecimalMin(value = "0.5", inclusive = false) BigDecimal price,
      @Pattern(regexp = "[A-Z]{2}") String country,
      @Pattern(regexp = "a++") String onlyJava,
      @NotEmpty @Size(max = 3) List<@Size(min = 2) String> tags) {}

  record Annotated(
      @JsonProperty("first_name") String firstName,
      @JsonIgnore @Nullable String secret,
      @JsonProperty(defaultValue = "7") int limit,
      @JsonPropertyDescription("What it is about") String subject,
      @JsonUnwrapped Line line,
      Money amount) {}

  record Money(@JsonValue String text) {}

  static class Bean {
    private String name = "";
    private int count;
    private @Nullable String note;
    private final List<String> log = new ArrayList<>();
    private transient int internal;

    public @NotNull String getName() {
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

    public @Nullable String getNote() {
      return note;
    }

    public void setNote(@Nullable String note) {
      this.note = note;
    }

    public int getDouble() {
      return count * 2;
    }

    int touch() {
      log.add(name);
      return ++internal;
    }
  }

  @NullUnmarked
  static class LooseBean {
    public String text;
    public int number;

    @JsonProperty(required = true)
    public String needed;
  }

  @NullMarked
  static class StrictBean {
    public String text = "";
    public int number;
    public @Nullable String note;
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  sealed interface Shape permits Circle, Rectangle, Group {}

  @JsonTypeName("circle")
  record Circle(double radius) implements Shape {}

  @JsonTypeName("rectangle")
  record Rectangle(double width, double height) implements Shape {}

  @JsonTypeName("group")
  record Group(List<Shape> members) implements Shape {}

  record Drawing(Shape main, List<Shape> others, @Nullable Circle spot) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Cat.class, name = "cat"),
    @JsonSubTypes.Type(value = Dog.class, name = "dog")
  })
  interface Animal {}

  record Cat(int lives) implements Animal {}

  record Dog(boolean barks) implements Animal {}

  sealed interface Untagged permits Left, Right {}

  record Left(int left) implements Untagged {}

  record Right(String right) implements Untagged {}
}
