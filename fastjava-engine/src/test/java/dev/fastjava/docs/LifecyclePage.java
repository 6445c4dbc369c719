package dev.fastjava.docs;

import dev.fastjava.Fastjava;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.RequestListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The Java of the page {@code docs/Lifecycle.md}. */
@SuppressWarnings({"UnusedVariable", "FutureReturnValueIgnored"}) // shown, not used
final class LifecyclePage {
  private LifecyclePage() {}

  private static final List<String> failures = Collections.synchronizedList(new ArrayList<>());

  static List<String> failures() {
    return List.copyOf(failures);
  }

  static void example1(Fastjava app) throws Exception {
    app.get("/object", (request, reply) -> Map.of("hello", "world")); // the payload
    app.get(
        "/later",
        (request, reply) -> CompletableFuture.supplyAsync(() -> "later")); // a stage of it
    app.get("/empty", (request, reply) -> null); // an empty body
    app.get("/own", (request, reply) -> reply.code(202).send("accepted")); // replied itself
  }

  static void example2(Fastjava app) throws Exception {
    app.get(
        "/report",
        r -> r.handlerTimeout(Duration.ofSeconds(2)),
        (request, reply) -> new CompletableFuture<>());
  }

  static void example3(Fastjava app) throws Exception {
    app.addRequestListener(
        new RequestListener() {
          @Override
          public void handlerError(Request request, Reply reply, Throwable error) {
            failures.add(request.routeOptions().url() + ": " + error.getMessage());
          }
        });
  }
}
