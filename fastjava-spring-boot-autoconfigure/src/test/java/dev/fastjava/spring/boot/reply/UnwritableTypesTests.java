package dev.fastjava.spring.boot.reply;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;

import dev.fastjava.RouteDefinition;
import dev.fastjava.inject.Inject;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.http.ResponseEntity;

/** What cannot be sent, and what is sent without the libraries of the rest. */
class UnwritableTypesTests extends ServedReplies {
  @Test
  void aWrapperNobodyCanWriteIsAnErrorThatNamesIt() {
    runner
        .withPropertyValues("spring.web.error.include-message=always")
        .withBean(
            "future",
            RouteDefinition.class,
            () ->
                RouteDefinition.get("/future")
                    .handler((request, reply) -> new FutureTask<>(() -> "x")))
        .withBean(
            "supplier",
            RouteDefinition.class,
            () ->
                RouteDefinition.get("/supplier")
                    .handler((request, reply) -> (Supplier<String>) () -> "x"))
        .withBean(
            "callable",
            RouteDefinition.class,
            () ->
                RouteDefinition.get("/callable")
                    .handler((request, reply) -> (Callable<String>) () -> "x"))
        .run(
            context -> {
              Inject inject = context.getBean(Inject.class);
              assertThat(inject.get("/future"))
                  .hasStatus(500)
                  .bodyText()
                  .contains("Route GET:/future: a value of type java.util.concurrent.Fut");
              assertThat(inject.get("/supplier")).hasStatus(500).bodyText().contains("it is code");
              assertThat(inject.get("/callable")).hasStatus(500).bodyText().contains("it is code");
            });
  }

  @Test
  void withoutReactiveStreamsEverythingElseWorks() {
    runner
        .withClassLoader(new FilteredClassLoader("reactor", "org.reactivestreams"))
        .withBean(
            RouteDefinition.class,
            () ->
                RouteDefinition.get("/it")
                    .handler((request, reply) -> ResponseEntity.status(202).body("x")))
        .run(
            context ->
                assertThat(context.getBean(Inject.class).get("/it")).hasStatus(202).hasBody("x"));
  }

  @Test
  void withoutSpringWebTheServerWorks() {
    runner
        .withClassLoader(new FilteredClassLoader("org.springframework.http"))
        .withBean(
            RouteDefinition.class,
            () -> RouteDefinition.get("/it").handler((request, reply) -> "x"))
        .run(context -> assertThat(context.getBean(Inject.class).get("/it")).hasBody("x"));
  }
}
