package dev.fastjava.docs;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.inject.Inject;
import dev.fastjava.inject.InjectResponse;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Each example of {@code docs/Hooks.md} does what its page says of it. */
class HookExamplesTests {
  @Test
  void bothStylesLetTheRequestGoOn() throws Exception {
    try (Fastjava app = ExampleApp.of(HooksPage::example1)) {
      app.get("/", (request, reply) -> "on");
      assertThat(app.inject("/")).hasBody("on");
    }
  }

  @Test
  void bodiesAndPayloadsAreReplaced() throws Exception {
    try (Fastjava app = ExampleApp.of(HooksPage::example2)) {
      app.post("/", (request, reply) -> request.body(Map.class).get("a"));
      app.post("/object", (request, reply) -> Map.of("is", request.hasBody()));
      app.get("/old", (request, reply) -> reply.code(304).send("unchanged"));
      app.get(
          "/fails",
          (request, reply) -> {
            throw new IllegalStateException("no");
          });
      ByteArrayOutputStream zipped = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
        out.write("{\"a\":\"b\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
      Inject inject = app.inject();
      assertThat(
              inject.post(
                  "/",
                  zipped.toByteArray(),
                  r ->
                      r.header("content-type", "application/json")
                          .header("content-encoding", "gzip")))
          .hasStatus(200)
          .hasBody("b");
      assertThat(
              inject.post(
                  "/",
                  "not zipped",
                  r ->
                      r.header("content-type", "application/json")
                          .header("content-encoding", "gzip")))
          .hasStatus(400);
      assertThat(inject.post("/", Map.of("a", "plain"))).hasBody("plain");
      assertThat(inject.post("/object", null)).bodyJson().isEqualTo(Map.of("data", "{is=false}"));
      assertThat(inject.get("/old")).hasStatus(304).hasEmptyBody();
      assertThat(inject.get("/fails")).hasStatus(500).hasHeader("x-failed", "yes");
    }
  }

  @Test
  void hooksRefuseAndReplyEarly() throws Exception {
    try (Fastjava app = ExampleApp.of(HooksPage::example3)) {
      app.get("/", (request, reply) -> "in");
      app.get("/health", (request, reply) -> "never reached");
      assertThat(app.inject("/"))
          .hasStatus(401)
          .bodyJson()
          .extractingPath("$.message")
          .isEqualTo("Who are you?");
      assertThat(app.inject(r -> r.url("/").header("authorization", "x"))).hasBody("in");
      assertThat(app.inject("/health")).hasStatus(200).hasBody("fine");
    }
  }

  @Test
  void applicationHooksRunAtBootAndEnd() throws Exception {
    try (Fastjava app = ExampleApp.of(HooksPage::example4)) {
      app.register((child, options) -> child.get("/", (request, reply) -> "x"));
      app.get("/declared", (request, reply) -> request.routeOptions().config());
      assertThat(app.inject("/declared")).bodyJson().extractingPath("$.declared").isTrue();
    }
  }

  @Test
  void hooksHoldForTheirContextAndBelow() throws Exception {
    try (Fastjava app = ExampleApp.of(HooksPage::example5)) {
      assertThat(app.inject("/inner"))
          .hasBody("both headers")
          .hasHeader("x-all", "1")
          .hasHeader("x-inner", "1");
      assertThat(app.inject("/outer")).hasHeader("x-all", "1").doesNotHaveHeader("x-inner");
    }
  }

  @Test
  void hooksOfARouteRunForIt() throws Exception {
    try (Fastjava app = ExampleApp.of(HooksPage::example6)) {
      assertThat(app.inject("/account")).hasBody("yours");
    }
  }

  @Test
  void handlerIsGivenTheUserAHookFoundAndMissesOneThatItDidNot() throws Exception {
    try (Fastjava app = ExampleApp.of(HooksPage::example7)) {
      InjectResponse known = app.inject(r -> r.url("/me").header("x-user", "Ada"));
      assertThat(known).hasStatus(200).hasBody("Ada");
      assertThat(app.inject("/me")).hasStatus(401).hasBody("who are you?");
    }
  }

  @Test
  void routesAreSeenAndAddedByHooks() {
    try (Fastjava app = Fastjava.create()) {
      HooksPage.routesSeen(app);
      app.get("/admin", r -> r.config(HooksPage.ROLE, "admin"), (request, reply) -> "in");
      assertThat(app.inject("/admin").statusCode()).isEqualTo(403);
      assertThat(app.inject(r -> r.url("/admin").header("x-role", "admin")).body()).isEqualTo("in");
      assertThat(app.inject().options("/admin").headers().asMap())
          .containsEntry("allow", "GET, HEAD");
    }
  }
}
