package dev.fastjava.law;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonBackReference;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonGetter;
import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import com.fasterxml.jackson.annotation.JsonIdentityReference;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIgnoreType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonManagedReference;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.ObjectIdGenerators;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.annotation.JsonSerialize;

/** Types with annotations about themselves and about the values behind their properties. */
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
final class AnnotatedSamples {
  private AnnotatedSamples() {}

  record User(String name, String hash) {}

  record IgnoredInside(String title, @JsonIgnoreProperties("hash") User author) {}

  record IgnoredInList(@JsonIgnoreProperties("hash") List<User> authors) {}

  record IgnoredInArray(@JsonIgnoreProperties("hash") User[] authors) {}

  record IgnoredInMap(@JsonIgnoreProperties("hash") Map<String, User> authors) {}

  record IgnoredInOptional(@JsonIgnoreProperties("hash") Optional<User> author) {}

  record IncludedInside(@JsonIncludeProperties("name") User author) {}

  record MapKeysIgnored(@JsonIgnoreProperties("b") Map<String, Integer> numbers) {}

  record ContentNonNull(
      @JsonInclude(content = JsonInclude.Include.NON_NULL) Map<String, String> map) {}

  record Dated(
      @JsonFormat(pattern = "dd.MM.yyyy") LocalDate day,
      Integer age,
      Boolean vip,
      String nick,
      Double ratio,
      Long big,
      List<String> tags,
      Map<String, String> map,
      User user) {}

  record Shaped(
      @JsonFormat(shape = JsonFormat.Shape.STRING) int number,
      @JsonFormat(shape = JsonFormat.Shape.NUMBER) Instant instant,
      @JsonFormat(shape = JsonFormat.Shape.ARRAY) LocalDate date,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal price,
      @JsonFormat(pattern = "yyyy/MM/dd HH:mm") LocalDateTime when,
      @JsonFormat(shape = JsonFormat.Shape.NUMBER) Color color,
      @JsonFormat(shape = JsonFormat.Shape.NUMBER) boolean flag,
      @JsonFormat(shape = JsonFormat.Shape.STRING) Date old,
      @JsonFormat(shape = JsonFormat.Shape.NUMBER) Duration duration) {}

  enum Color {
    RED,
    GREEN
  }

  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  @JsonPropertyOrder({"x", "y"})
  record Point(int x, int y) {}

  record ArrayShaped(@JsonFormat(shape = JsonFormat.Shape.ARRAY) User user) {}

  @JsonFormat(shape = JsonFormat.Shape.OBJECT)
  static class Basket extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    public String getOwner() {
      return "me";
    }
  }

  record SingleUnwrapped(
      @JsonFormat(
              with = {
                JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED,
                JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY
              })
          List<String> one) {}

  interface Named {
    String getName();
  }

  record Account(String name, String iban) implements Named {
    @Override
    public String getName() {
      return name;
    }
  }

  record WrittenAs(@JsonSerialize(as = Named.class) Account account) {}

  record Raw(@JsonRawValue String json) {}

  record ValueOfMap(@JsonValue Map<String, Integer> value) {}

  record ValueOfRecord(@JsonValue User value) {}

  static class ValueOfField {
    @JsonValue private final long number;

    ValueOfField(long number) {
      this.number = number;
    }
  }

  record Address(String street, String city) {}

  record Prefixed(
      String name,
      @JsonUnwrapped(prefix = "home_") Address home,
      @JsonUnwrapped(prefix = "work_", suffix = "_w") Address work) {}

  record Unwrapped(String name, @JsonUnwrapped Address home) {}

  record UnwrappedTwice(@JsonUnwrapped(prefix = "a.") Unwrapped inner) {}

  static class Bag {
    public String name = "n";
    private final Map<String, Object> rest = new TreeMap<>();

    @JsonAnyGetter
    public Map<String, Object> rest() {
      return rest;
    }

    @JsonAnySetter
    public void put(String key, Object value) {
      rest.put(key, value);
    }

    Bag with(String key, Object value) {
      rest.put(key, value);
      return this;
    }
  }

  static class AnyField {
    public int id = 1;
    @JsonAnySetter @JsonAnyGetter public Map<String, Integer> more = new TreeMap<>();
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NonNull(String a, Integer b, List<String> c, Optional<String> d) {}

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record NonEmpty(String a, Integer b, List<String> c, Optional<String> d, Map<String, String> e) {}

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record NonAbsent(String a, Optional<String> d, List<String> c) {}

  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  record NonDefault(int a, boolean b, String c, double d) {}

  static class OnlyPositive {
    @Override
    public boolean equals(Object other) {
      return other instanceof Integer number && number <= 0;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  record Filtered(
      @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = OnlyPositive.class) int count,
      @JsonInclude(JsonInclude.Include.NON_NULL) String note,
      String always) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  static class Overridden {
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public String always;

    public String maybe;
  }

  static class Credentials {
    public String user = "u";

    @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
    public String password = "p";

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public long id = 7;
  }

  record Aliased(@JsonAlias({"mail", "e-mail"}) String email, @JsonProperty("n") int number) {}

  @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
  record Kebab(String firstName, int shoeSize) {}

  @JsonRootName("thing")
  record Rooted(int id) {}

  @JsonIgnoreProperties(value = "secret", ignoreUnknown = true)
  record IgnoresOne(String open, String secret) {}

  record IgnoredComponent(String open, @JsonIgnore String secret) {}

  @JsonIgnoreType
  record Hidden(String secret) {}

  record HasHidden(String open, Hidden hidden) {}

  @JsonIdentityInfo(generator = ObjectIdGenerators.PropertyGenerator.class, property = "id")
  static class Node {
    public int id;
    public String text;
    public Node next;

    Node of(int number, Node other) {
      id = number;
      text = "t" + number;
      next = other;
      return this;
    }
  }

  @JsonIdentityInfo(generator = ObjectIdGenerators.IntSequenceGenerator.class)
  static class Twin {
    public String name = "n";
    public Twin other;
  }

  record ByReference(@JsonIdentityReference(alwaysAsId = true) Node node) {}

  static class Parent {
    public String name = "p";
    @JsonManagedReference public List<Child> children = new ArrayList<>();
  }

  static class Child {
    public String name = "c";
    @JsonBackReference public Parent parent;
  }

  static class Renamed {
    private int count = 3;

    @JsonGetter("howMany")
    public int count() {
      return count;
    }

    @JsonSetter("howMany")
    public void setIt(int number) {
      count = number;
    }
  }

  record EnumMaps(
      EnumMap<Color, Integer> byColor,
      Map<Integer, String> byNumber,
      Map<LocalDate, Color> byDay) {}

  record Sets(Set<Color> colors, Set<User> users, Set<Double> doubles) {}

  private static Node cycle() {
    Node first = new Node();
    Node second = new Node().of(2, first);
    return first.of(1, second);
  }

  private static Parent family() {
    Parent parent = new Parent();
    Child child = new Child();
    child.parent = parent;
    parent.children.add(child);
    return parent;
  }

  static List<Sample> all() {
    User ada = new User("Ada", "s3cr3t");
    Basket basket = new Basket();
    basket.add("x");
    AnyField any = new AnyField();
    any.more.put("k", 1);
    Twin twin = new Twin();
    twin.other = new Twin();
    Overridden overridden = new Overridden();
    overridden.maybe = "m";
    EnumMap<Color, Integer> colors = new EnumMap<>(Color.class);
    colors.put(Color.RED, 1);
    Map<String, String> holes = new LinkedHashMap<>();
    holes.put("a", null);
    holes.put("b", "x");
    Address home = new Address("s", "c");
    LocalDate day = LocalDate.of(2026, 1, 2);
    return List.of(
        Sample.of(User.class, ada, new User(null, null)),
        Sample.of(IgnoredInside.class, new IgnoredInside("t", ada), new IgnoredInside(null, null)),
        Sample.of(IgnoredInList.class, new IgnoredInList(List.of(ada)), new IgnoredInList(null)),
        Sample.of(IgnoredInArray.class, new IgnoredInArray(new User[] {ada})),
        Sample.of(IgnoredInMap.class, new IgnoredInMap(Map.of("k", ada))),
        Sample.of(
            IgnoredInOptional.class,
            new IgnoredInOptional(Optional.of(ada)),
            new IgnoredInOptional(Optional.empty())),
        Sample.of(IncludedInside.class, new IncludedInside(ada)),
        Sample.of(
            MapKeysIgnored.class,
            new MapKeysIgnored(Map.of("b", 1)),
            new MapKeysIgnored(Map.of("a", 1))),
        Sample.of(ContentNonNull.class, new ContentNonNull(holes)),
        Sample.of(
            Dated.class,
            new Dated(day, null, null, null, null, null, null, null, null),
            new Dated(null, 1, true, "n", 1.5, 2L, List.of("t"), Map.of("k", "v"), ada)),
        Sample.of(
            Shaped.class,
            new Shaped(
                1,
                Instant.ofEpochSecond(5, 6),
                day,
                new BigDecimal("1.50"),
                day.atTime(1, 2),
                Color.GREEN,
                true,
                new Date(5),
                Duration.ofMillis(1500)),
            new Shaped(0, null, null, null, null, null, false, null, null)),
        Sample.of(Point.class, new Point(1, 2)),
        Sample.of(ArrayShaped.class, new ArrayShaped(ada)),
        Sample.of(Basket.class, basket),
        Sample.of(
            SingleUnwrapped.class,
            new SingleUnwrapped(List.of("one")),
            new SingleUnwrapped(List.of("a", "b"))),
        Sample.of(WrittenAs.class, new WrittenAs(new Account("n", "DE00"))),
        Sample.of(Raw.class, new Raw("{\"raw\":[1]}"), new Raw(null), new Raw("3")),
        Sample.of(ValueOfMap.class, new ValueOfMap(Map.of("k", 1))),
        Sample.of(ValueOfRecord.class, new ValueOfRecord(ada)),
        Sample.of(ValueOfField.class, new ValueOfField(5)),
        Sample.of(
            Prefixed.class,
            new Prefixed("n", home, new Address("w", null)),
            new Prefixed("n", null, null)),
        Sample.of(Unwrapped.class, new Unwrapped("n", home), new Unwrapped("n", null)),
        Sample.of(UnwrappedTwice.class, new UnwrappedTwice(new Unwrapped("n", home))),
        Sample.of(Bag.class, new Bag().with("a", 1).with("b", List.of("x")), new Bag()),
        Sample.of(AnyField.class, any),
        Sample.of(
            NonNull.class,
            new NonNull(null, null, null, null),
            new NonNull("a", 1, List.of(), Optional.empty())),
        Sample.of(
            NonEmpty.class,
            new NonEmpty("", null, List.of(), Optional.empty(), Map.of()),
            new NonEmpty("a", 0, List.of("x"), Optional.of("d"), Map.of("k", "v"))),
        Sample.of(NonAbsent.class, new NonAbsent(null, Optional.empty(), List.of())),
        Sample.of(
            NonDefault.class, new NonDefault(0, false, null, 0), new NonDefault(1, true, "c", 1.5)),
        Sample.of(Filtered.class, new Filtered(-1, null, null), new Filtered(1, "n", "a")),
        Sample.of(Overridden.class, new Overridden(), overridden),
        Sample.of(Credentials.class, new Credentials()),
        Sample.of(Aliased.class, new Aliased("a@b.de", 5)),
        Sample.of(Kebab.class, new Kebab("Ada", 38)),
        Sample.of(Rooted.class, new Rooted(4)),
        Sample.of(IgnoresOne.class, new IgnoresOne("o", "s")),
        Sample.of(IgnoredComponent.class, new IgnoredComponent("o", "s")),
        Sample.of(HasHidden.class, new HasHidden("o", new Hidden("s"))),
        Sample.of(Node.class, cycle()),
        Sample.of(Twin.class, twin),
        Sample.of(ByReference.class, new ByReference(new Node().of(3, null))),
        Sample.of(Parent.class, family()),
        Sample.of(Renamed.class, new Renamed()),
        Sample.of(EnumMaps.class, new EnumMaps(colors, Map.of(1, "one"), Map.of(day, Color.RED))),
        Sample.of(
            Sets.class,
            new Sets(Set.of(Color.RED), Set.of(ada), Set.of(1.5)),
            new Sets(null, null, null)));
  }
}
