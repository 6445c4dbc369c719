package dev.fastjava;

import static dev.fastjava.schema.Schemas.allOf;
import static dev.fastjava.schema.Schemas.array;
import static dev.fastjava.schema.Schemas.integer;
import static dev.fastjava.schema.Schemas.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.jakarta.JakartaConstraints;
import dev.fastjava.schema.Schemas;
import dev.fastjava.testing.EnglishValidators;
import dev.fastjava.testing.Eventually;
import dev.fastjava.type.TypeRef;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Max;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several lines of one header are a list where the type has one, as those of a query are. */
class HeaderListsTests {
  @NullUnmarked
  static final class Lines {
    @JsonProperty("x-numbers")
    @JsonAlias("x-other")
    public List<@Max(9) Integer> numbers;

    public Set<String> allTags;
    public long[] codes;
    public Optional<List<Boolean>> flags = Optional.empty();
    public String xText;

    @Override
    public String toString() {
      return numbers
          + " "
          + (allTags == null ? null : new TreeSet<>(allTags))
          + " "
          + Arrays.toString(codes)
          + " "
          + flags.orElse(null)
          + " "
          + xText;
    }
  }

  private static Fastjava app(Consumer<FastjavaOptions.Builder> options) {
    Fastjava app = Fastjava.create(options);
    app.get("/none", (request, reply) -> "" + request.headers(Lines.class));
    app.get(
        "/typed",
        r -> r.schema(s -> s.headers(Lines.class)),
        (request, reply) -> "" + request.headers(Lines.class));
    app.get(
        "/part",
        r -> r.schema(s -> s.headers(Schemas.of(Lines.class).without("xText"))),
        (request, reply) -> "" + request.headers(Lines.class));
    app.get(
        "/all",
        r -> r.schema(s -> s.headers(allOf(Schemas.of(Lines.class), object()))),
        (request, reply) -> "" + request.headers(Lines.class));
    return app;
  }

  private static InjectResponse get(Fastjava app, String url, Map<String, Object> headers) {
    return app.inject(r -> r.url(url).headers(headers));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/none", "/typed", "/part", "/all"})
  void linesOfOneHeaderAreAList(String url) {
    try (Fastjava app = app(o -> {})) {
      Map<String, Object> headers =
          Map.of(
              "X-Numbers", List.of("1", "2"),
              "all-tags", List.of("a, b", "c", "a, b"),
              "codes", List.of("9007199254740993", "5"),
              "flags", List.of("true", "false"));
      assertThat(get(app, url, headers).body())
          .isEqualTo("[1, 2] [a, b, c] [9007199254740993, 5] [true, false] null");
      assertThat(get(app, url, Map.of("x-numbers", "1", "all-tags", "a, b")).body())
          .as("one line is a list of one")
          .isEqualTo("[1] [a, b] null null null");
      assertThat(get(app, url, Map.of("x-other", List.of("3", "4"))).body())
          .startsWith("[3, 4] null");
      InjectResponse wrong = get(app, url, Map.of("x-numbers", List.of("1", "b")));
      assertThat(wrong.statusCode()).isEqualTo(400);
      assertThat(wrong.body()).contains("headers/x-numbers/1 must be integer");
    }
  }

  @Test
  void constraintsHoldOfEachLine() {
    try (ValidatorFactory factory = EnglishValidators.factory()) {
      for (boolean validator : new boolean[] {false, true}) {
        try (Fastjava app =
            app(
                o -> {
                  if (validator) {
                    o.beanConstraints(JakartaConstraints.of(factory.getValidator()));
                  }
                })) {
          InjectResponse great = get(app, "/typed", Map.of("x-numbers", List.of("1", "10")));
          assertThat(great.statusCode()).isEqualTo(400);
          assertThat(great.body()).contains("headers/x-numbers/1 must be <= 9");
        }
      }
    }
  }

  @Test
  void aTextIsAllLinesAsTheReferenceJoinsThem() {
    try (Fastjava app = app(o -> {})) {
      for (String url : List.of("/none", "/typed")) {
        assertThat(get(app, url, Map.of("x-text", List.of("a", "b"))).body()).endsWith("a, b");
      }
    }
  }

  @Test
  void mapsOfListsAndTypesInsideOfSchemasHaveTheLines() {
    try (Fastjava app = Fastjava.create()) {
      TypeRef<Map<String, List<String>>> lists = new TypeRef<>() {};
      TypeRef<Map<String, String>> texts = new TypeRef<>() {};
      app.get(
          "/map",
          (request, reply) ->
              request.headers(lists).get("x-a") + " " + request.headers(texts).get("x-a"));
      app.get(
          "/inside",
          r ->
              r.schema(
                  s ->
                      s.headers(
                          object()
                              .prop("X-A", Schemas.of(new TypeRef<List<Integer>>() {}.type()))
                              .prop("x-b", array(integer())))),
          (request, reply) -> "" + request.headers().asMap().get("x-a"));
      assertThat(get(app, "/map", Map.of("x-a", List.of("1", "2"))).body())
          .isEqualTo("[1, 2] 1, 2");
      assertThat(get(app, "/inside", Map.of("x-a", List.of("1", "2"))).body()).isEqualTo("[1, 2]");
      assertThat(get(app, "/inside", Map.of("x-b", List.of("1", "2"))).body())
          .as("schemas by hand convert as the reference does")
          .contains("headers/x-b/0 must be integer");
    }
  }

  @Test
  void linesOverASocketAreAListToo() throws Exception {
    try (Fastjava app = app(o -> {})) {
      URI address = URI.create(Eventually.join(app.listen(o -> o.port(0))).toString());
      HttpRequest request =
          HttpRequest.newBuilder(address.resolve("/typed"))
              .header("x-numbers", "1")
              .header("x-numbers", "2")
              .build();
      assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body())
          .startsWith("[1, 2]");
    }
  }
}
