package dev.fastjava;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;
import static dev.fastjava.schema.Schemas.array;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.error.ValidationException;
import dev.fastjava.http.Headers;
import dev.fastjava.inject.Inject;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.testing.Eventually;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is wanted while a first service and its tests are written. */
class NewcomerTests {
  record Article(String title, String body, @Nullable String tag) {}

  private static final Article ARTICLE = new Article("t", "long", "x");

  @Test
  void schemaOfATypeWithoutSomeOfItsProperties() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/",
          route -> route.schema(s -> s.response(200, Schemas.of(Article.class).without("body"))),
          (request, reply) -> ARTICLE);
      app.get(
          "/all",
          route -> route.schema(s -> s.response(200, array(Schemas.of(Article.class).only("tag")))),
          (request, reply) -> List.of(ARTICLE));
      app.post(
          "/",
          route -> route.schema(s -> s.body(Schemas.of(Article.class).only("title"))),
          (request, reply) -> request.body());
      assertThat(app.inject("/")).hasBody("{\"title\":\"t\",\"tag\":\"x\"}");
      assertThat(app.inject("/all")).hasBody("[{\"tag\":\"x\"}]");
      assertThat(app.inject().post("/", Map.of("title", "t"))).hasStatus(200);
    }
  }

  @Test
  void partOfATypeWithAnUnknownPropertyDoesNotBoot() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/",
          route -> route.schema(s -> s.response(200, Schemas.of(Article.class).without("boby"))),
          (request, reply) -> ARTICLE);
      assertThatThrownBy(() -> app.inject("/")).hasStackTraceContaining("no property 'boby'");
    }
  }

  @Test
  void senderHasDefaultsThatRequestsMaySetAnew() {
    try (Fastjava app = Fastjava.create()) {
      app.all("/", (request, reply) -> request.method() + " " + request.header("x-user"));
      Inject ada = app.inject().with(r -> r.header("x-user", "ada"));
      assertThat(ada.get("/")).hasBody("GET ada");
      assertThat(ada.post("/")).hasBody("POST ada");
      assertThat(ada.put("/")).hasBody("PUT ada");
      assertThat(ada.patch("/")).hasBody("PATCH ada");
      assertThat(ada.get("/", r -> r.header("x-user", "bob"))).hasBody("GET bob");
      assertThat(ada.with(r -> r.method("DELETE")).send(r -> r.url("/"))).hasBody("DELETE ada");
      assertThat(Eventually.join(ada.sendAsync(r -> r.url("/")))).hasBody("GET ada");
      assertThat(app.inject().get("/")).hasBody("GET null");
    }
  }

  @Test
  void errorsOfAValidationAreToldByFieldAndByPointer() {
    ValidationException error =
        new ValidationException(
            "invalid",
            400,
            "FST_ERR_VALIDATION",
            HttpPart.BODY,
            List.of(
                new ValidationError("/a", "#", "minimum", Map.of("limit", 1), "must be >= 1"),
                new ValidationError("/a", "#", "multipleOf", Map.of(), "must be even"),
                new ValidationError(
                    "/b/0", "#", "required", Map.of("missingProperty", "c/d"), "must have c/d"),
                new ValidationError("", "#", "type", Map.of(), null)),
            null);
    assertThat(error.errorsByField())
        .containsExactly(
            Map.entry("a", List.of("must be >= 1", "must be even")),
            Map.entry("b.0.c/d", List.of("must have c/d")),
            Map.entry("", List.of("type")));
    assertThat(error.errorsByPointer()).containsOnlyKeys("/a", "/b/0/c~1d", "");
  }

  @Test
  void headersHaveAssertionsOfTheirOwn() {
    Headers headers = Headers.of(Map.of("X-A", List.of("1", "2")));
    assertThat(headers)
        .hasHeader("x-a")
        .hasHeader("x-a", "1, 2")
        .hasHeaderLines("X-A", "1", "2")
        .doesNotHaveHeader("x-b");
    assertThatThrownBy(() -> assertThat(headers).hasHeader("x-b"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("x-b");
    assertThatThrownBy(() -> assertThat(headers).hasHeader("x-a", "1"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> assertThat(headers).doesNotHaveHeader("x-a"))
        .isInstanceOf(AssertionError.class);
  }
}
