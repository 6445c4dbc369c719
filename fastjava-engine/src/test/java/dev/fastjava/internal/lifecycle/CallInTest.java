package dev.fastjava.internal.lifecycle;

import dev.fastjava.AbortHook;
import dev.fastjava.BodyParser;
import dev.fastjava.Execution;
import dev.fastjava.Handler;
import dev.fastjava.Hook;
import dev.fastjava.PayloadDone;
import dev.fastjava.PayloadHook;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.RequestListener;
import dev.fastjava.internal.content.ContentTypeTable;
import dev.fastjava.internal.content.SeenTypes;
import dev.fastjava.internal.request.ProxyTrust;
import dev.fastjava.internal.serialization.ResponseSerializers;
import dev.fastjava.logging.ChildOptions;
import dev.fastjava.logging.Logger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request of the lifecycle itself on a {@link StandInExchange}, and what became of it. */
final class CallInTest {
  final StandInExchange exchange = new StandInExchange();

  /** What hooks and listeners were told, in order. */
  final List<String> told = new ArrayList<>();

  private final Map<String, PayloadDone> waiting = new HashMap<>();
  private final Call call;

  /**
   * Makes a request that has not begun.
   *
   * @param hooks the phases that have a hook, each of which completes when the test says so
   */
  CallInTest(List<String> hooks, Handler handler) {
    RequestLog log = new RequestLog(Logger.silent(), false, "reqId", null);
    ServerRuntime server =
        new ServerRuntime(
            log, new RequestThreads(1, 1), null, null, ProxyTrust.of(null), null, null);
    server.listeners(
        List.of(
            new RequestListener() {
              @Override
              public void responseEnd(Request request, Reply reply, @Nullable Throwable error) {
                told.add("over");
              }
            }));
    RouteDetails details =
        new RouteDetails(
            null,
            "/",
            0,
            Duration.ZERO,
            null,
            Map.of(),
            null,
            Map.of(),
            Execution.EVENT_LOOP,
            "",
            null,
            null,
            false);
    Map<String, List<Object>> steps = new HashMap<>();
    hooks.stream()
        .filter(HookSet.PHASES::contains)
        .forEach(each -> steps.put(each, List.of(hook(each))));
    RouteContext.Shared shared =
        new RouteContext.Shared(
            null,
            ContentTypeTable.<BodyParser>builder(new SeenTypes()).build(),
            Set.of(),
            0,
            new DecoratorTable("request", Map.of()),
            new DecoratorTable("reply", Map.of()),
            request -> "id");
    RouteSchemas schemas =
        new RouteSchemas(server.compiledSchemas(), () -> null, () -> null, null, () -> {});
    RouteContext route =
        new RouteContext(
            shared,
            details,
            handler,
            new HookSet(steps),
            DefaultErrorHandler.CHAIN,
            0,
            0,
            null,
            null,
            null,
            ChildOptions.none(),
            new RouteContext.Compiled(null, null, ResponseSerializers.NONE, schemas, null, null),
            new ReplySize());
    call = new Call(server, exchange, route, null, true);
  }

  private Object hook(String phase) {
    return switch (phase) {
      case "onSend" ->
          (PayloadHook.Callback)
              (request, reply, payload, done) -> {
                told.add(phase);
                waiting.put(phase, done);
              };
      case "onRequestAbort" ->
          (AbortHook.Callback)
              (request, done) -> {
                told.add(phase);
                waiting.put(phase, (PayloadDone) done);
              };
      default ->
          (Hook.Callback)
              (request, reply, done) -> {
                told.add(phase);
                waiting.put(phase, (PayloadDone) done);
              };
    };
  }

  Call call() {
    return call;
  }

  ResponseEnd end() {
    return call.end;
  }

  void start() {
    call.start();
  }

  boolean waitsFor(String phase) {
    return waiting.containsKey(phase);
  }

  /** The hook of a phase completes. */
  void complete(String phase) {
    waiting.remove(phase).done();
  }

  void timeUp() {
    HandlerTimeout.timeUp(call, new IllegalStateException("time is up"));
  }

  int count(String event) {
    return (int) told.stream().filter(event::equals).count();
  }
}
