package dev.fastjava.conformance.scenario;

import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.RequestListener;
import dev.fastjava.testing.Eventually;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Writes what happens in a run into the scenario, in the form of what the reference recorded. */
final class Recording implements RequestListener {
  /** How long a request may take to end once it has its response. */
  private static final long LONGEST_MILLIS = 30_000;

  private final AtomicInteger ended = new AtomicInteger();

  /** Those that listeners are told of: that is none of those refused before there is a route. */
  private final Set<Request> begun = ConcurrentHashMap.newKeySet();

  /** Takes out what was recorded before. */
  static void clear(Spec scenario) {
    scenario.map().keySet().removeIf(key -> key.startsWith("expect"));
    scenario.specs("requests").forEach(each -> each.map().remove("expect"));
  }

  @Override
  public @Nullable Runnable threadScope(Request request, Reply reply) {
    begun.add(request);
    return null;
  }

  @Override
  public void responseEnd(Request request, Reply reply, @Nullable Throwable error) {
    ended.incrementAndGet();
  }

  /** Waits until the requests that have their responses are over. */
  void settle(Journal journal) {
    long start = System.nanoTime();
    while (!(journal.isIdle() && ended.get() >= begun.size())) {
      if (System.nanoTime() - start > LONGEST_MILLIS * 1_000_000) {
        journal.problem("the request does not end");
        return;
      }
      Eventually.dawdle(1);
    }
  }

  /** What is to be recorded over a connection goes on until the server closes it. */
  void untilClosed(Spec request) {
    request.map().put("expect", new LinkedHashMap<>(Map.of("closed", true)));
  }

  /** What came back for a request. */
  static Spec observed(Spec request, Map<String, @Nullable Object> observed) {
    return expect(request, new LinkedHashMap<>(observed));
  }

  private static Spec expect(Spec request, Map<String, @Nullable Object> expect) {
    if (expect.get("headers") instanceof Map<?, ?> headers) {
      Map<Object, Object> compared = new LinkedHashMap<>(headers);
      compared.keySet().removeIf(name -> !Comparison.isCompared(name.toString()));
      expect.put("headers", compared);
    }
    request.map().put("expect", expect);
    return new Spec(expect);
  }

  void entries(Spec expect, Comparison comparison, Journal.Snapshot happened) {
    put(expect, "trace", happened.trace());
    put(expect, "logs", happened.logs().stream().map(comparison::normalLine).toList());
    put(expect, "warnings", happened.warnings());
  }

  private static void put(Spec expect, String key, List<?> entries) {
    if (!entries.isEmpty()) {
      expect.map().put(key, new ArrayList<>(entries));
    }
  }

  /** Records the boot or the close. */
  Spec phase(
      Spec scenario,
      String key,
      Comparison comparison,
      @Nullable Throwable error,
      Journal.Snapshot happened) {
    Spec expect = new Spec(new LinkedHashMap<>());
    Object described = comparison.recorded(error);
    if (described != null) {
      expect.map().put("error", described);
    }
    if (key.equals("expectBoot")) {
      entries(expect, comparison, happened);
    } else {
      put(expect, "trace", happened.trace());
    }
    if (!expect.map().isEmpty()) {
      scenario.map().put(key, expect.map());
    }
    return expect;
  }
}
