package dev.fastjava.internal.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.RouteSchema;
import dev.fastjava.schema.SerializationException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // the values are what they must not be
class ReplyPlaceTests {
  record Line(String title, String bio) {}

  record Untitled(String bio) {}

  record Page(long id, List<String> tags, List<Line> lines) {}

  record Deep(List<List<Untitled>> rows, Map<String, Line> byName) {}

  record Price(String name, double amount) {}

  private static final Map<String, Object> TEXT = Map.of("type", "string");
  private static final Map<String, Object> LINE = object("title", TEXT, "bio", TEXT);
  private static final Map<String, Object> UNTITLED = object("bio", TEXT);
  private static final Map<String, Object> PAGE =
      object("id", Map.of("type", "integer"), "tags", listOf(TEXT), "lines", listOf(LINE));
  private static final Map<String, Object> DEEP =
      object(
          "rows",
          listOf(listOf(UNTITLED)),
          "byName",
          Map.of("type", "object", "additionalProperties", LINE));
  private static final Map<String, Object> PRICE =
      object("name", TEXT, "amount", Map.of("type", "number"));

  private static Map<String, Object> object(Object... members) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      properties.put((String) members[i], members[i + 1]);
    }
    return Map.of(
        "type", "object", "properties", properties, "required", List.copyOf(properties.keySet()));
  }

  private static Map<String, Object> listOf(Map<String, Object> items) {
    return Map.of("type", "array", "items", items);
  }

  private static String reply(Object type, @Nullable Object value, List<Throwable> errors) {
    try (Fastjava app = Fastjava.create()) {
      app.onError((request, reply, error) -> errors.add(error));
      app.get("/pages/:id", route -> route.schema(s -> declare(s, type)), (q, r) -> value);
      return app.inject("/pages/7").body();
    }
  }

  @SuppressWarnings("unchecked") // the schemas above
  private static void declare(RouteSchema schema, Object type) {
    if (type instanceof Class<?> known) {
      schema.response("2xx", known);
    } else {
      schema.response("2xx", (Map<String, Object>) type);
    }
  }

  /** What a log shows of the error that a reply ends with. */
  private static String logged(Object type, @Nullable Object value) {
    List<Throwable> errors = new ArrayList<>();
    reply(type, value, errors);
    assertThat(errors).hasSize(1).first().isInstanceOf(SerializationException.class);
    StringWriter text = new StringWriter();
    errors.get(0).printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void aMissingValueNamesRouteStatusPathClassAndRemedy() {
    Page page =
        new Page(1, List.of("a", "b,\"c"), List.of(new Line("x", "y"), new Line("z", null)));
    assertThat(logged(PAGE, page))
        .contains("\"bio\" is required!", "GET /pages/:id, status 200", "at \"/lines/1/bio\"")
        .contains(Line.class.getTypeName() + " has no value for \"bio\"")
        .contains("declare it nullable");
  }

  @Test
  void theFirstMemberOfTheFirstItemHasItsPath() {
    assertThat(logged(PAGE, new Page(1, List.of(), List.of(new Line(null, "x")))))
        .contains("at \"/lines/0/title\"");
    assertThat(logged(UNTITLED, new Untitled(null))).contains("at \"/bio\"");
  }

  @Test
  void listsWithinListsHaveTheirPath() {
    List<List<Untitled>> rows =
        List.of(List.of(), List.of(new Untitled("1"), new Untitled("2"), new Untitled(null)));
    assertThat(logged(DEEP, new Deep(rows, Map.of()))).contains("at \"/rows/1/2/bio\"");
  }

  @Test
  void namesInMapsAreStepsOfThePathAndEscaped() {
    Deep deep = new Deep(List.of(), Map.of("a/b~", new Line("x", null)));
    assertThat(logged(DEEP, deep)).contains("at \"/byName/a~1b~0/bio\"");
  }

  @Test
  void aMapWithoutTheNameIsNamedAsWhatItIs() {
    assertThat(logged(Line.class, new HashMap<>(Map.of("title", "x"))))
        .contains("at \"/bio\"", "a java.util.HashMap has no value");
  }

  @Test
  void aNullItemOfAListIsAnEmptyObjectAsBefore() {
    Page page = new Page(1, List.of(), Arrays.asList(new Line("a", "b"), null));
    List<Throwable> errors = new ArrayList<>();
    String body = reply(PAGE, page, errors);
    // The reference writes an empty object for it; no error is lost.
    assertThat(errors).isEmpty();
    assertThat(body).endsWith("{\"title\":\"a\",\"bio\":\"b\"},{}]}");
  }

  @Test
  void aValueThatCannotBeConvertedHasItsPath() {
    assertThat(logged(PRICE, Map.of("name", "x", "amount", "much")))
        .contains("GET /pages/:id, status 200, at \"/amount\"");
  }

  @Test
  void clientsSeeTheMessageAlone() {
    List<Throwable> errors = new ArrayList<>();
    assertThat(reply(LINE, new Line("x", null), errors))
        .isEqualTo(
            "{\"statusCode\":500,\"error\":\"Internal Server Error\","
                + "\"message\":\"\\\"bio\\\" is required!\"}");
  }
}
