package dev.fastjava.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Null for the parameters of generic classes, as the code with the arguments says. */
class NullArgumentsTests {
  private static final JsonMapper PLAIN = JsonMapper.builder().build();

  @NullMarked
  record Page<T extends @Nullable Object>(T first, List<T> items) {}

  @NullMarked
  record Two<A extends @Nullable Object, B>(A one, Map<String, A> ones, B other) {}

  @NullMarked
  static class Above<T extends @Nullable Object> {
    public T value;

    Above(T value) {
      this.value = value;
    }
  }

  @NullMarked
  static class Below extends Above<@Nullable String> {
    Below() {
      super(null);
    }
  }

  @NullMarked
  record Marked(
      Page<@Nullable String> loose,
      Page<String> strict,
      List<Page<@Nullable Integer>> list,
      Page<Page<@Nullable String>> nested,
      Two<@Nullable String, Integer> two,
      Below below) {}

  @NullUnmarked
  record Unmarked(Page<String> page, Two<String, String> two) {}

  private static final String LOOSE =
      """
      {"loose":{"first":null,"items":[null,"a"]},
       "strict":{"first":"a","items":["b"]},
       "list":[{"first":null,"items":[1,null]},{"items":[]}],
       "nested":{"first":{"first":null,"items":[null]},"items":[{"first":null,"items":[]}]},
       "two":{"one":null,"ones":{"k":null},"other":5},
       "below":{"value":null}}\
      """;

  @Test
  void anArgumentThatMayBeNullIsNullWhereItsParameterStands() {
    try (BoundAlike bodies = new BoundAlike(PLAIN, Marked.class)) {
      bodies.reads(LOOSE, LOOSE.replace("null", "7"));
    }
  }

  @Test
  void othersAreNot() {
    try (BoundAlike bodies = new BoundAlike(PLAIN, Marked.class)) {
      String strict = "\"strict\":{\"first\":\"a\",\"items\":[\"b\"]}";
      assertThat(LOOSE).contains(strict);
      assertThat(bodies.refuses(LOOSE.replace(strict, "\"strict\":{\"first\":null,\"items\":[]}")))
          .contains("body/strict/first must be string");
      assertThat(
              bodies.refuses(
                  LOOSE.replace(strict, "\"strict\":{\"first\":\"a\",\"items\":[null]}")))
          .contains("body/strict/items/0 must be string");
      bodies.refuses(LOOSE.replace("\"other\":5", "\"other\":null"));
      bodies.refuses(
          LOOSE.replace("\"nested\":{\"first\":{", "\"nested\":{\"first\":null,\"x\":{"));
    }
  }

  @Test
  void inCodeThatSaysNothingTheParameterDoes() {
    try (BoundAlike bodies = new BoundAlike(PLAIN, Unmarked.class)) {
      bodies.reads(
          "{\"page\":{\"first\":null,\"items\":[null]},\"two\":{\"one\":null,\"ones\":{},\"other\":\"b\"}}");
      bodies.refuses("{\"page\":null,\"two\":{\"one\":null,\"ones\":{},\"other\":null}}");
    }
  }
}
