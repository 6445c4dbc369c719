package dev.fastjava.spring.boot.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.BodyParser;
import dev.fastjava.Done;
import dev.fastjava.Execution;
import dev.fastjava.Request;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectResponse;
import io.micrometer.context.ContextRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The observation of a request, and what its steps have bound to threads, is there in each. */
@SuppressWarnings("FutureReturnValueIgnored") // stages are what these handlers return
class ContextInStepsTests {
  private static final ThreadLocal<@Nullable String> USER = new ThreadLocal<>();
  private final ExecutorService elsewhere = Executors.newSingleThreadExecutor();
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  @BeforeAll
  static void register() {
    ContextRegistry.getInstance().registerThreadLocalAccessor("fastjava.test.user", USER);
  }

  @AfterAll
  static void unregister() {
    ContextRegistry.getInstance().removeThreadLocalAccessor("fastjava.test.user");
  }

  @AfterEach
  void end() {
    elsewhere.shutdown();
  }

  private void see(ObservedServer server, String step, Request request) {
    Observation current = server.registry.getCurrentObservation();
    boolean own =
        current != null
            && current.getContext()
                == ServerRequestObservationContext.findCurrent(request).orElseThrow();
    seen.add(step + (own ? " observed, " : " not observed, ") + USER.get());
  }

  private void later(Done done) {
    CompletableFuture<@Nullable Object> unused =
        CompletableFuture.<@Nullable Object>supplyAsync(() -> null, elsewhere)
            .whenComplete((value, error) -> done.done());
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "WORKER", "EVENT_LOOP"})
  void everyStepHasTheObservationAndWhatStepsBeforeHaveBound(Execution execution) throws Exception {
    CompletableFuture<Void> over = new CompletableFuture<>();
    try (ObservedServer server = new ObservedServer(o -> o.execution(execution))) {
      server.app.onRequest(
          (request, reply) -> {
            see(server, "onRequest", request);
            USER.set("anna");
          });
      server.app.onRequest(
          (request, reply, done) -> {
            see(server, "callback", request);
            later(done);
          });
      server.app.preParsing(
          (request, reply, payload) -> {
            see(server, "preParsing", request);
            return payload;
          });
      server.app.addContentTypeParser(
          "text/x",
          BodyParser.text(
              (request, body) -> {
                see(server, "parser", request);
                return CompletableFuture.supplyAsync(() -> body, elsewhere);
              }));
      server.app.preHandler((request, reply) -> see(server, "preHandler", request));
      server.app.onError((request, reply, error) -> see(server, "onError", request));
      server.app.onSend(
          (request, reply, payload) -> {
            see(server, "onSend", request);
            return payload;
          });
      server.app.onResponse(
          (request, reply) -> {
            see(server, "onResponse", request);
            over.complete(null);
          });
      server.app.setErrorHandler(
          (error, request, reply) -> {
            see(server, "errorHandler", request);
            return CompletableFuture.supplyAsync(() -> Map.of("handled", true), elsewhere);
          });
      server.app.post(
          "/",
          (request, reply) -> {
            see(server, "handler", request);
            USER.set("bert");
            return CompletableFuture.supplyAsync(
                () -> {
                  throw new IllegalStateException("later");
                },
                elsewhere);
          });
      server.app.inject().post("/", "x", request -> request.header("content-type", "text/x"));
      over.get(20, TimeUnit.SECONDS);
    }
    assertThat(seen)
        .containsExactly(
            "onRequest observed, null",
            "callback observed, anna",
            "preParsing observed, anna",
            "parser observed, anna",
            "preHandler observed, anna",
            "handler observed, anna",
            "onError observed, bert",
            "errorHandler observed, bert",
            "onSend observed, bert",
            "onResponse observed, bert");
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "WORKER", "EVENT_LOOP"})
  void nothingLeaksToOtherRequests(Execution execution) throws Exception {
    try (ObservedServer server = new ObservedServer(o -> o.execution(execution).workerThreads(2))) {
      server.app.onRequest((request, reply, done) -> later(done));
      server.app.get(
          "/:user",
          (request, reply) -> {
            see(server, "handler", request);
            USER.set(request.params().get("user").toString());
            return CompletableFuture.supplyAsync(
                () -> USER.get() + " " + server.registry.getCurrentObservation(), elsewhere);
          });
      server.app.onSend(
          (request, reply, payload) -> {
            assertThat(USER.get()).isEqualTo(request.params().get("user"));
            return payload;
          });
      List<CompletableFuture<InjectResponse>> answers =
          IntStream.range(0, 100)
              .mapToObj(n -> server.app.inject().sendAsync(new InjectRequest().url("/user" + n)))
              .toList();
      for (CompletableFuture<InjectResponse> answer : answers) {
        assertThat(answer.get(20, TimeUnit.SECONDS).body())
            .as("a thread of the application's own")
            .isEqualTo("null null");
      }
    }
    assertThat(seen).hasSize(100).containsOnly("handler observed, null");
  }

  @Test
  void whatTheCallersThreadHasIsThereAndPutBack() throws Exception {
    try (ObservedServer server = new ObservedServer(o -> o.execution(Execution.EVENT_LOOP))) {
      server.app.get(
          "/",
          (request, reply) -> {
            String found = String.valueOf(USER.get());
            USER.set("changed");
            return found;
          });
      USER.set("caller");
      Observation outer = Observation.start("outer", server.registry);
      Observation.Scope scope = outer.openScope();
      try {
        BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
        CompletableFuture<InjectResponse> answer =
            server.app.inject().sendAsync(new InjectRequest().url("/").eventLoop(tasks::add));
        CompletableFuture<?> unused = answer.handle((value, error) -> tasks.add(() -> {}));
        while (!answer.isDone()) {
          Objects.requireNonNull(tasks.poll(20, TimeUnit.SECONDS)).run();
        }
        tasks.forEach(Runnable::run);
        assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("caller");
        assertThat(USER.get()).isEqualTo("caller");
        assertThat(server.registry.getCurrentObservation()).isSameAs(outer);
      } finally {
        scope.close();
        outer.stop();
        USER.remove();
      }
      assertThat(server.next().getParentObservation()).isSameAs(outer);
    }
  }

  @Test
  void theScopeIsOpenWhenTheObservationStops() {
    CompletableFuture<Boolean> current = new CompletableFuture<>();
    try (ObservedServer server = new ObservedServer(o -> {})) {
      server
          .registry
          .observationConfig()
          .observationHandler(
              new ObservationHandler<Observation.Context>() {
                @Override
                public boolean supportsContext(Observation.Context context) {
                  return true;
                }

                @Override
                public void onStop(Observation.Context context) {
                  Observation open = server.registry.getCurrentObservation();
                  current.complete(open != null && open.getContext() == context);
                }
              });
      server.app.get("/", (request, reply) -> "x");
      server.app.inject("/");
      server.next();
    }
    assertThat(current).isCompletedWithValue(true);
  }
}
