package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.error.HttpErrors;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.testing.Eventually;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How errors get from one error handler to the next. */
class ErrorHandlerTests {
  private final List<String> order = Collections.synchronizedList(new ArrayList<>());

  @Test
  void contextWithoutAHandlerHasTheDefaultOne() {
    try (Fastjava app = Fastjava.create()) {
      ErrorHandler fallback = app.errorHandler();
      ErrorHandler own = (error, request, reply) -> "own";
      app.register(
          (child, options) -> {
            assertThat(child.errorHandler()).isSameAs(fallback);
            child.setErrorHandler(own);
            assertThat(child.errorHandler()).isSameAs(own);
          });
      Eventually.join(app.ready());
      assertThat(fallback).isNotNull();
      assertThat(app.errorHandler()).isSameAs(fallback);
    }
  }

  @Test
  void defaultHandlerWritesErrorsForHandlersThatCallIt() {
    try (Fastjava app = Fastjava.create()) {
      ErrorHandler fallback = app.errorHandler();
      app.setErrorHandler((error, request, reply) -> "wrong one");
      app.get(
          "/",
          route ->
              route.errorHandler((error, request, reply) -> fallback.handle(error, request, reply)),
          (request, reply) -> {
            throw HttpErrors.conflict("Taken");
          });
      InjectResponse response = app.inject("/");
      assertThat(response.statusCode()).isEqualTo(409);
    }
  }

  @Test
  void nextGoesFromTheRouteToItsContextThenUpThenToTheDefaultHandler() {
    try (Fastjava app = Fastjava.create()) {
      app.setErrorHandler((error, request, reply) -> on("root", error, reply));
      app.register(
          (child, options) -> {
            child.setErrorHandler((error, request, reply) -> on("child", error, reply));
            child.get(
                "/",
                route -> route.errorHandler((error, request, reply) -> on("route", error, reply)),
                (request, reply) -> {
                  throw HttpErrors.gone("No more");
                });
          });
      InjectResponse response = app.inject("/");
      assertThat(order).containsExactly("route", "child", "root");
      assertThat(response.statusCode()).isEqualTo(410);
      assertThat(response.body())
          .isEqualTo("{\"statusCode\":410,\"error\":\"Gone\",\"message\":\"No more\"}");
    }
  }

  private Reply on(String name, Throwable error, Reply reply) {
    order.add(name);
    return reply.next(error);
  }

  @Test
  void nextWithAnotherErrorReplacesIt() {
    try (Fastjava app = Fastjava.create()) {
      app.setErrorHandler(
          (error, request, reply) ->
              reply.next(HttpErrors.badRequest("was " + error.getMessage())));
      app.get(
          "/",
          (request, reply) -> {
            throw new IllegalStateException("x");
          });
      InjectResponse response = app.inject("/");
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.json())
          .asInstanceOf(
              org.assertj.core.api.InstanceOfAssertFactories.map(String.class, Object.class))
          .containsEntry("message", "was x");
    }
  }

  @Test
  void handlersAndHooksThatSeeAnErrorRethrowItWithoutACast() {
    try (Fastjava app = Fastjava.create()) {
      app.setErrorHandler((error, request, reply) -> Map.of("caught", error.getMessage()));
      app.register(
          (child, options) -> {
            child.setErrorHandler(
                (error, request, reply) -> {
                  throw error;
                });
            child.onError(
                (request, reply, error) -> {
                  if (request.url().equals("/never")) {
                    throw error;
                  }
                });
            child.get(
                "/",
                (request, reply) -> {
                  throw new AssertionError("an error");
                });
          });
      assertThat(app.inject("/").body()).isEqualTo("{\"caught\":\"an error\"}");
    }
  }

  @Test
  void stepsOfTheBootRethrowTheErrorTheyTakeWithoutACast() {
    try (Fastjava app = Fastjava.create()) {
      app.register(
          (child, options) -> {
            throw new IllegalStateException("no database");
          });
      app.after(
          error -> {
            if (error != null) {
              throw error;
            }
          });
      assertThatThrownBy(() -> Eventually.join(app.ready())).hasRootCauseMessage("no database");
    }
  }

  @Test
  void errorOfAReadyStepDoesNotKeepLaterStepsFromRunning() {
    try (Fastjava app = Fastjava.create()) {
      app.whenReady(
          () -> {
            throw new AssertionError("wanted");
          });
      app.whenReady(() -> order.add("later"));
      Eventually.join(app.ready());
    }
    assertThat(order).containsExactly("later");
  }
}
