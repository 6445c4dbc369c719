package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.testing.Eventually;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.MDC;

/** What a listener binds to the thread is there in every step, and for no other request. */
@SuppressWarnings("FutureReturnValueIgnored") // stages are what these handlers return
class RequestListenerScopeTests {
  private final ExecutorService elsewhere = Executors.newSingleThreadExecutor();
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void end() {
    elsewhere.shutdown();
  }

  private Fastjava app(Execution execution) {
    return Fastjava.create(o -> o.execution(execution).workerThreads(2))
        .addRequestListener(RequestListener.mdc("reqId"));
  }

  private void see(String step) {
    seen.add(step + "=" + MDC.get("reqId"));
  }

  private void later(Done done) {
    CompletableFuture<@Nullable Object> unused =
        CompletableFuture.<@Nullable Object>supplyAsync(() -> null, elsewhere)
            .whenComplete((value, error) -> done.done());
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "WORKER", "EVENT_LOOP"})
  void everyStepOfARequestHasItsId(Execution execution) throws Exception {
    CompletableFuture<Void> over = new CompletableFuture<>();
    try (Fastjava app = app(execution)) {
      app.onRequest((request, reply) -> see("onRequest"));
      app.onRequest(
          (request, reply, done) -> {
            see("callback");
            later(done);
          });
      app.preParsing(
          (request, reply, payload) -> {
            see("preParsing");
            return payload;
          });
      app.addContentTypeParser(
          "text/x",
          BodyParser.text(
              (request, body) -> {
                see("parser");
                return CompletableFuture.supplyAsync(() -> body, elsewhere);
              }));
      app.preValidation((request, reply) -> see("preValidation"));
      app.preHandler((request, reply) -> see("preHandler"));
      app.preSerialization(
          (request, reply, payload) -> {
            see("preSerialization");
            return payload;
          });
      app.onSend(
          (request, reply, payload) -> {
            see("onSend");
            return payload;
          });
      app.onError((request, reply, error) -> see("onError"));
      app.onResponse(
          (request, reply) -> {
            see("onResponse");
            over.complete(null);
          });
      app.setErrorHandler(
          (error, request, reply) -> {
            see("errorHandler");
            reply.code(500);
            return CompletableFuture.supplyAsync(() -> Map.of("handled", true), elsewhere);
          });
      app.post(
          "/",
          (request, reply) -> {
            see("handler");
            return CompletableFuture.supplyAsync(
                () -> {
                  throw new IllegalStateException("later");
                },
                elsewhere);
          });

      assertThat(
              app.inject()
                  .post("/", "x", request -> request.header("content-type", "text/x"))
                  .statusCode())
          .isEqualTo(500);
      over.get(10, TimeUnit.SECONDS);
    }
    assertThat(seen)
        .containsExactly(
            "onRequest=req-1",
            "callback=req-1",
            "preParsing=req-1",
            "parser=req-1",
            "preValidation=req-1",
            "preHandler=req-1",
            "handler=req-1",
            "onError=req-1",
            "errorHandler=req-1",
            "preSerialization=req-1",
            "onSend=req-1",
            "onResponse=req-1");
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "WORKER", "EVENT_LOOP"})
  void requestsOnTheSameThreadsNeverSeeEachOthersId(Execution execution) {
    try (Fastjava app = app(execution)) {
      app.onRequest((request, reply, done) -> later(done));
      app.get(
          "/:n",
          (request, reply) -> {
            String before = MDC.get("reqId");
            Eventually.dawdle(1);
            return CompletableFuture.supplyAsync(
                () -> before + "/" + request.id() + "/" + MDC.get("reqId"), elsewhere);
          });
      List<CompletableFuture<InjectResponse>> answers =
          IntStream.range(0, 200)
              .mapToObj(n -> app.inject().sendAsync(new InjectRequest().url("/" + n)))
              .toList();
      for (CompletableFuture<InjectResponse> answer : answers) {
        String[] ids = Eventually.join(answer).body().split("/", -1);
        assertThat(ids[0]).isEqualTo(ids[1]);
        assertThat(ids[2]).as("a thread of the application's own").isEqualTo("null");
      }
    }
  }

  @Test
  void nothingIsLeftOnTheThreadThatServed() {
    try (Fastjava app =
        Fastjava.create(o -> o.execution(Execution.WORKER).workerThreads(1))
            .addRequestListener(RequestListener.mdc("reqId"))
            .addRequestListener(
                new RequestListener() {
                  @Override
                  public @Nullable Runnable threadScope(Request request, Reply reply) {
                    seen.add("in " + MDC.get("reqId"));
                    return () -> seen.add("out " + MDC.get("reqId"));
                  }
                })) {
      app.get("/", (request, reply) -> "x");
      app.inject("/");
      app.inject("/");
    }
    assertThat(seen).containsSubsequence("in req-1", "out req-1", "in req-2");
  }

  @Test
  void aRequestWithinARequestGivesTheIdBack() {
    try (Fastjava app = app(Execution.BLOCKING)) {
      app.get("/inner", (request, reply) -> String.valueOf(MDC.get("reqId")));
      app.get(
          "/outer",
          (request, reply) -> {
            String before = MDC.get("reqId");
            String inner = app.inject("/inner").body();
            return before + " " + inner + " " + MDC.get("reqId");
          });
      assertThat(app.inject("/outer").body()).isEqualTo("req-1 req-2 req-1");
    }
  }

  @Test
  void anEntryOfTheCallerIsPutBack() {
    MDC.put("reqId", "mine");
    try {
      Runnable restore = dev.fastjava.logging.DiagnosticContext.put("reqId", "a\nb\u001b[2J");
      assertThat(MDC.get("reqId")).isEqualTo("a\\nb\\u001b[2J");
      restore.run();
      assertThat(MDC.get("reqId")).isEqualTo("mine");
    } finally {
      MDC.remove("reqId");
    }
  }

  @Test
  void aListenerThatFailsDoesNotHoldTheRequestUp() {
    try (Fastjava app =
        Fastjava.create()
            .addRequestListener(
                new RequestListener() {
                  @Override
                  public Runnable threadScope(Request request, Reply reply) {
                    throw new IllegalStateException("no scope");
                  }
                })) {
      app.get("/", (request, reply) -> "served");
      assertThat(app.inject("/").body()).isEqualTo("served");
    }
  }
}
