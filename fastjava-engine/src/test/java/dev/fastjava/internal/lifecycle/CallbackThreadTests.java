package dev.fastjava.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Which callback runs on which thread, as the table in docs/Lifecycle.md says. */
class CallbackThreadTests {
  private static final String LOOP = "fastjava-inject";

  private final Map<String, String> threads = new ConcurrentHashMap<>();

  private void seen(String callback) {
    threads.put(callback, Thread.currentThread().getName().replaceAll("-\\d+$", ""));
  }

  private Fastjava app(Execution mode) {
    Fastjava app =
        Fastjava.create(
            o ->
                o.execution(mode)
                    .rewriteUrl(
                        request -> {
                          seen("rewriteUrl");
                          return request.url();
                        })
                    .genReqId(
                        request -> {
                          seen("genReqId");
                          return "id";
                        })
                    .frameworkErrors(
                        (error, request, reply) -> {
                          seen("frameworkErrors");
                          return reply.code(400).send("framework");
                        }));
    app.onRequest((request, reply) -> seen("hook"));
    app.get("/", (request, reply) -> "x");
    return app;
  }

  @Test
  void frameworkErrorsHandlerRunsWhereHandlersDo() {
    try (Fastjava app = app(Execution.WORKER)) {
      assertThat(app.inject().get("/").body()).isEqualTo("x");
      assertThat(app.inject().get("/%zz").body()).isEqualTo("framework");
    }
    assertThat(threads)
        .containsEntry("hook", "fastjava-worker")
        .containsEntry("frameworkErrors", "fastjava-worker")
        .containsEntry("rewriteUrl", LOOP)
        .containsEntry("genReqId", LOOP);
  }

  @Test
  void everythingRunsOnTheLoopOfANonBlockingServer() {
    try (Fastjava app = app(Execution.EVENT_LOOP)) {
      assertThat(app.inject().get("/").body()).isEqualTo("x");
      assertThat(app.inject().get("/%zz").body()).isEqualTo("framework");
    }
    assertThat(threads.values()).containsOnly(LOOP);
  }
}
