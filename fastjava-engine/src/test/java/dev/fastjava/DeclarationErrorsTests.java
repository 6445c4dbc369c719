package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.inject.InjectResponse;
import dev.fastjava.testing.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about declarations that cannot be meant so. */
class DeclarationErrorsTests {
  @ParameterizedTest
  @ValueSource(strings = {"x", "/x/*/y", "/x*y", "/:a?/b", "/:a(", "/:a([)"})
  void aPathThatCannotBeRegisteredIsToldWithItsRoute(String path) {
    try (Fastjava app = Fastjava.create()) {
      assertThatThrownBy(() -> app.get(path, (request, reply) -> "never"))
          .isExactlyInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("Route GET:" + path + ": ");
    }
  }

  @Test
  void aSecondRouteIsToldApartFromAPathThatOnlySpeaksOfOne() {
    try (Fastjava app = Fastjava.create()) {
      app.get("/a", (request, reply) -> "first");
      assertThatThrownBy(() -> app.get("/a", (request, reply) -> "second"))
          .hasMessage("Method 'GET' already declared for route '/a'");
      assertThatThrownBy(
              () -> app.get("/:a(Method 'GET' already declared for route", (q, r) -> "never"))
          .isExactlyInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aPathWithAQueryIsWarnedAbout() {
    List<String> warnings = new ArrayList<>();
    try (Fastjava app =
        Fastjava.create(o -> o.warningListener((code, message) -> warnings.add(code + message)))) {
      app.get("/optional/:id?", (request, reply) -> "fine");
      app.get("/expression/:n(^(?:a|#)+$)", (request, reply) -> "fine");
      assertThat(warnings).isEmpty();
      app.get("/u?x=1", (request, reply) -> "never");
      app.get("/u#x", (request, reply) -> "never");
      assertThat(warnings)
          .hasSize(2)
          .allSatisfy(
              warning ->
                  assertThat(warning)
                      .startsWith("FJVWRN004")
                      .contains("GET:/u", "DeclarationErrorsTests.java"));
    }
  }

  @Test
  void twoParametersOfOneNameAreWarnedAboutWithTheirPlace() {
    List<String> warnings = new ArrayList<>();
    try (Fastjava app =
        Fastjava.create(o -> o.warningListener((code, message) -> warnings.add(code + message)))) {
      app.get("/:id/x/:other", (request, reply) -> "fine");
      app.get("/a/:id/:n(^\\d+$)/:last?", (request, reply) -> "fine");
      assertThat(warnings).isEmpty();
      app.get("/:id/y/:id", (request, reply) -> request.params());
      app.get("/b/:n(^\\d+$)-:n(^\\d+$)", (request, reply) -> "last");
      app.register(
          (child, options) -> child.get("/:id?", (q, r) -> "last"), o -> o.prefix("/c/:id"));
      assertThat(app.inject("/1/y/2").body()).isEqualTo("{\"id\":\"2\"}"); // as the reference
    }
    assertThat(warnings)
        .hasSize(3)
        .allSatisfy(
            warning ->
                assertThat(warning)
                    .startsWith("FJVWRN005")
                    .contains("DeclarationErrorsTests.java"));
    assertThat(warnings.get(0)).contains("GET:/:id/y/:id", "name id");
  }

  @Test
  void whatIsNoPathAndNoWayToJoinOneIsRefusedByName() {
    try (Fastjava app = Fastjava.create()) {
      assertThatThrownBy(() -> app.get(null, (request, reply) -> "never"))
          .hasMessage("Route GET: the path is null");
      assertThatThrownBy(() -> app.get("/", r -> r.prefixTrailingSlash(null), (q, r) -> "never"))
          .hasMessage("prefixTrailingSlash");
    }
  }

  @Test
  void aFormatterThatReturnsNullIsNamed() {
    try (Fastjava app = Fastjava.create(o -> o.schemaErrorFormatter((errors, part) -> null))) {
      app.get(
          "/",
          r -> r.schema(s -> s.querystring("{\"type\":\"object\",\"required\":[\"a\"]}")),
          (request, reply) -> "never");
      InjectResponse response = app.inject().get("/");
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.body()).contains("The schemaErrorFormatter returned null");
    }
  }

  @Test
  void bracesInAPathAreWarnedAboutOnceWithTheirPlace() {
    List<String> warnings = new ArrayList<>();
    try (Fastjava app =
        Fastjava.create(o -> o.warningListener((code, message) -> warnings.add(code + message)))) {
      app.get("/users/{id}", (request, reply) -> "text");
      app.get("/orders/{id}", (request, reply) -> "text");
      app.get("/set/:n(^\\d{2}$)", (request, reply) -> "an expression");
      assertThat(warnings).hasSize(1);
      assertThat(warnings.get(0))
          .startsWith("FJVWRN003")
          .contains("GET:/users/{id}", "DeclarationErrorsTests.java", ":id");
    }
  }

  @Test
  void aDecoratorSetWhileRequestsAreServedIsSeenByAllThreads() throws Exception {
    try (Fastjava app = Fastjava.create()) {
      app.decorate("value", 0);
      for (int i = 0; i < 40; i++) {
        app.decorate("other" + i, i);
      }
      AtomicBoolean over = new AtomicBoolean();
      List<Throwable> failures = java.util.Collections.synchronizedList(new ArrayList<>());
      app.register(
          (child, options) ->
              child.get("/", (request, reply) -> request.server().getDecorator("value")));
      Eventually.join(app.ready());
      Thread reader =
          new Thread(
              () -> {
                int last = 0;
                while (!over.get()) {
                  int seen = app.getDecorator("value", Integer.class);
                  if (seen < last || !app.hasDecorator("other39")) {
                    failures.add(new AssertionError(last + " then " + seen));
                  }
                  last = seen;
                }
              });
      reader.setUncaughtExceptionHandler((thread, error) -> failures.add(error));
      reader.start();
      for (int i = 1; i <= 2_000; i++) {
        app.setDecorator("value", i);
      }
      over.set(true);
      Eventually.join(reader);
      assertThat(failures).isEmpty();
      assertThat(app.inject("/").body()).isEqualTo("2000");
    }
  }
}
