package dev.fastjava.law;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;

/** Types with properties that are in some views only. */
@SuppressWarnings({"UnusedVariable", "UnusedMethod", "EffectivelyPrivate", "NullAway"})
@NullUnmarked
final class ViewSamples {
  private ViewSamples() {}

  /** The view that the law is tried with. */
  interface Seen extends Wider {}

  interface Wider {}

  interface Other {}

  record User(@JsonView(Seen.class) String name, @JsonView(Other.class) String hash, Integer age) {}

  @NullMarked
  record Demanding(
      @JsonView({Other.class, Wider.class}) String name,
      @JsonView(Other.class) String hash,
      @JsonView(Seen.class) User user) {}

  @JsonView(Other.class)
  record ByClass(String hash, @JsonView(Wider.class) String name) {}

  record Narrower(@JsonView(Narrow.class) String hash, @JsonView(Seen.class) User user) {
    interface Narrow extends Seen {}
  }

  static class Bean {
    private String name = "n";
    private String hash = "h";

    @JsonView(Other.class)
    public List<User> hidden = List.of();

    @JsonView(Seen.class)
    public List<User> shown = new ArrayList<>();

    @JsonView(Seen.class)
    public String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }

    public String getHash() {
      return hash;
    }

    @JsonView(Other.class)
    public void setHash(String hash) {
      this.hash = hash;
    }

    @JsonView(Other.class)
    public String getComputed() {
      return "c";
    }
  }

  record Unwrapped(
      @JsonView(Seen.class) String title,
      @JsonView(Seen.class) @JsonUnwrapped User user,
      @JsonView(Other.class) @JsonUnwrapped(prefix = "x_") User hidden) {}

  static final class Immutable {
    private final String name;
    private final String hash;

    @JsonCreator
    Immutable(@JsonProperty("name") String name, @JsonProperty("hash") String hash) {
      this.name = name;
      this.hash = hash;
    }

    @JsonView(Seen.class)
    public String getName() {
      return name;
    }

    @JsonView(Other.class)
    public String getHash() {
      return hash;
    }
  }

  static class Extra {
    @JsonView(Seen.class)
    public String name = "n";

    @JsonView(Other.class)
    public String hash = "h";

    private final Map<String, Object> more = new LinkedHashMap<>();

    @JsonAnyGetter
    public Map<String, Object> more() {
      return more;
    }

    @JsonAnySetter
    public void put(String key, Object value) {
      more.put(key, value);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  sealed interface Shape permits Circle, Square {}

  @JsonTypeName("circle")
  record Circle(@JsonView(Seen.class) int radius, @JsonView(Other.class) String hash)
      implements Shape {}

  @JsonTypeName("square")
  record Square(@JsonView(Other.class) Integer side) implements Shape {}

  record Special(
      @JsonView(Seen.class) @JsonFormat(pattern = "dd.MM.yyyy") LocalDate day,
      @JsonView(Other.class) @JsonFormat(pattern = "dd.MM.yyyy") LocalDate hidden,
      @JsonView(Seen.class) @JsonIgnoreProperties("age") User user,
      @JsonView(Seen.class) Optional<User> maybe,
      @JsonView(Other.class) Optional<User> never) {}

  static class Node {
    @JsonView(Seen.class)
    public String name = "n";

    @JsonView(Other.class)
    public String hash = "h";

    @JsonView(Seen.class)
    public List<Node> children = List.of();
  }

  static List<Sample> all() {
    User user = new User("Ada", "h", 36);
    LocalDate day = LocalDate.of(2026, 1, 2);
    Bean bean = new Bean();
    bean.shown.add(user);
    Extra extra = new Extra();
    extra.put("more", user);
    Node leaf = new Node();
    Node node = new Node();
    node.children = List.of(leaf, leaf);
    return List.of(
        Sample.of(User.class, user, new User(null, null, null)),
        Sample.of(Demanding.class, new Demanding("a", "b", user)),
        Sample.of(ByClass.class, new ByClass("h", "n"), new ByClass(null, null)),
        Sample.of(Narrower.class, new Narrower("h", user)),
        Sample.of(Bean.class, bean, new Bean()),
        Sample.of(Unwrapped.class, new Unwrapped("t", user, user)),
        Sample.of(Immutable.class, new Immutable("n", "h")),
        Sample.of(Extra.class, extra, new Extra()),
        Sample.of(Shape.class, new Circle(1, "h"), new Square(2)),
        Sample.of(Circle.class, new Circle(1, "h")),
        Sample.of(Special.class, new Special(day, day, user, Optional.of(user), Optional.of(user))),
        Sample.of(Node.class, node, leaf),
        Sample.of(Sample.generic(List.class, User.class), List.of(user, user)),
        Sample.of(Sample.generic(Map.class, String.class, User.class), Map.of("k", user)));
  }
}
