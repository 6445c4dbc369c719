package dev.fastjava;

import static dev.fastjava.schema.Schemas.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonView;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent where there is no route is in the view of the context. */
class NotFoundViewTests {
  interface Everybody {}

  interface Staff extends Everybody {}

  record User(@JsonView(Everybody.class) String name, @JsonView(Staff.class) String hash) {}

  private static final User USER = new User("Ada", "s3cr3t");
  private static final String PUBLIC = "{\"name\":\"Ada\"}";
  private static final String WHOLE = "{\"name\":\"Ada\",\"hash\":\"s3cr3t\"}";

  private static final Handler HANDLER = (request, reply) -> reply.code(404).send(USER);

  private static String body(Fastjava app, String url) {
    return app.inject(url).body();
  }

  @Test
  void theViewOfTheOptionsHolds() {
    try (Fastjava app = Fastjava.create()) {
      app.setNotFoundHandler(route -> route.replyView(Everybody.class), HANDLER);
      assertThat(body(app, "/nowhere")).isEqualTo(PUBLIC);
    }
  }

  @Test
  void theViewThatHooksGiveToAllRoutesHolds() {
    try (Fastjava app = Fastjava.create()) {
      app.onRoute((route, instance) -> route.replyView(Everybody.class));
      app.get("/", (request, reply) -> USER);
      app.setNotFoundHandler(HANDLER);
      app.register(
          (child, options) -> {
            child.get("/a", (request, reply) -> USER);
            child.setNotFoundHandler(HANDLER);
          },
          o -> o.prefix("/child"));
      app.register(
          (child, options) -> {
            child.onRoute((route, instance) -> route.replyView(Staff.class));
            child.get("/a", (request, reply) -> USER);
            child.setNotFoundHandler(HANDLER);
          },
          o -> o.prefix("/staff"));
      assertThat(body(app, "/")).isEqualTo(PUBLIC);
      assertThat(body(app, "/nowhere")).isEqualTo(PUBLIC);
      assertThat(body(app, "/child/nowhere")).isEqualTo(PUBLIC);
      assertThat(body(app, "/staff/nowhere")).isEqualTo(WHOLE);
    }
  }

  @Test
  void theViewOfTheOptionsComesBeforeThatOfHooks() {
    try (Fastjava app = Fastjava.create()) {
      app.onRoute((route, instance) -> route.replyView(Everybody.class));
      app.get("/", (request, reply) -> USER);
      app.setNotFoundHandler(route -> route.replyView(Staff.class), HANDLER);
      assertThat(body(app, "/nowhere")).isEqualTo(WHOLE);
    }
  }

  @Test
  void aViewThatHooksGiveToSomeRoutesIsForThose() {
    try (Fastjava app = Fastjava.create()) {
      app.onRoute(
          (route, instance) -> {
            if (route.describe().url().startsWith("/public")) {
              route.replyView(Everybody.class);
            }
          });
      app.get("/public", (request, reply) -> USER);
      app.get("/other", (request, reply) -> USER);
      app.setNotFoundHandler(HANDLER);
      assertThat(body(app, "/public")).isEqualTo(PUBLIC);
      assertThat(body(app, "/nowhere")).isEqualTo(WHOLE);
    }
  }

  @Test
  void aRouteThatLeavesTheReplyToTheHandlerKeepsItsView() {
    try (Fastjava app = Fastjava.create()) {
      app.setNotFoundHandler(HANDLER);
      app.get(
          "/", route -> route.replyView(Everybody.class), (request, reply) -> reply.callNotFound());
      assertThat(body(app, "/")).isEqualTo(PUBLIC);
      assertThat(body(app, "/nowhere")).isEqualTo(WHOLE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "schema",
        "errorHandler",
        "bodyLimit",
        "handlerTimeout",
        "attachValidation",
        "constraint",
        "exposeHeadRoute"
      })
  void optionsThatAreForRoutesAreRefused(String option) {
    Consumer<RouteDefinition> options =
        switch (option) {
          case "schema" -> route -> route.schema(s -> s.response(404, object()));
          case "errorHandler" -> route -> route.errorHandler((error, request, reply) -> null);
          case "bodyLimit" -> route -> route.bodyLimit(1);
          case "handlerTimeout" -> route -> route.handlerTimeout(Duration.ofSeconds(1));
          case "attachValidation" -> route -> route.attachValidation(true);
          case "constraint" -> route -> route.constraint("version", "1.0.0");
          default -> route -> route.exposeHeadRoute(false);
        };
    try (Fastjava app = Fastjava.create()) {
      assertThatThrownBy(() -> app.setNotFoundHandler(options, HANDLER))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("setNotFoundHandler: a not-found handler has no " + option);
    }
  }
}
