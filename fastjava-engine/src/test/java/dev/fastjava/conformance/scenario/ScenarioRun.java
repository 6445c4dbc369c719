package dev.fastjava.conformance.scenario;

import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.conformance.scenario.CheckResult.Verdict;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.testing.Eventually;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Runs one scenario in one execution mode. */
public final class ScenarioRun {
  private static final long BOOT_SECONDS = 30;
  private static final long CLOSE_SECONDS = 30;
  private static final long BUSY_MILLIS = 30_000;

  /** How long entries may be missing: only what fails waits for so long. */
  private static final long LATE_MILLIS = 10_000;

  /** How long everything has to stay as recorded, in case one entry too many comes. */
  private static final long QUIET_MILLIS = 2;

  private static final Spec NOTHING = new Spec(Map.of());
  private static final String HOST = "127.0.0.1";

  private final Scenario scenario;
  private final Interpreter interpreter;
  private final InjectSender injects;
  private Comparison comparison;
  private @Nullable Fastjava app;
  private @Nullable CompletableFuture<Void> closing;

  private final @Nullable Recording recording;
  private final long lateMillis;

  private ScenarioRun(
      Scenario scenario, Execution mode, @Nullable Recording recording, long lateMillis) {
    this.lateMillis = lateMillis;
    this.scenario = scenario;
    this.recording = recording;
    this.interpreter = new Interpreter(mode);
    this.injects = new InjectSender(interpreter);
    this.comparison = new Comparison(scenario.tagSet(), "no version yet");
  }

  /**
   * Runs a scenario.
   *
   * @return one result for each of {@link Scenario#checks()}, in their order
   */
  public static List<CheckResult> run(Scenario scenario, Execution mode)
      throws InterruptedException {
    return run(scenario, mode, LATE_MILLIS);
  }

  /** Runs a scenario of which entries are missing after so long. */
  static List<CheckResult> run(Scenario scenario, Execution mode, long lateMillis)
      throws InterruptedException {
    return new ScenarioRun(scenario, mode, null, lateMillis).run();
  }

  /**
   * Runs a scenario and writes what happens into it as what is expected, for a comparison with
   * other modes. What was recorded before is lost.
   *
   * @return one result for each of {@link Scenario#checks()}: it fails only where the interpreter
   *     itself is at a loss
   */
  public static List<CheckResult> record(Scenario scenario, Execution mode)
      throws InterruptedException {
    Recording.clear(scenario.spec());
    return new ScenarioRun(scenario, mode, new Recording(), LATE_MILLIS).run();
  }

  private List<CheckResult> run() throws InterruptedException {
    Spec spec = scenario.spec();
    Throwable error = boot(spec);
    Spec expected = spec.object("expectBoot");
    Spec recorded = expected;
    if (comparison.sameError(expected.get("error"), ErrorViews.describe(error))) {
      settle(
          spec.integer("bootSettle", 0),
          recorded,
          happened -> comparison.entries(recorded, happened).isEmpty());
    }
    Journal.Snapshot happened = interpreter.journal().snapshot();
    if (recording != null) {
      expected = recording.phase(spec, "expectBoot", comparison, error, happened);
    }
    CheckResult boot =
        verdict(
            error instanceof NotExpressible
                ? List.of()
                : comparison.phase(expected, error, happened),
            happened);

    List<CheckResult> requests = new ArrayList<>();
    for (Spec request : scenario.requests()) {
      if (error == null) {
        requests.addAll(request(request));
      } else {
        int count = request.has("parallel") ? request.list("parallel").size() : 1;
        for (int i = 0; i < count; i++) {
          requests.add(
              boot.verdict() == Verdict.NOT_EXPRESSIBLE
                  ? boot
                  : CheckResult.failed("boot failed: " + error));
        }
      }
    }
    return assemble(boot, requests, close(error));
  }

  /** Boot and close that were not recorded are judged with the request next to them. */
  private List<CheckResult> assemble(
      CheckResult boot, List<CheckResult> requests, CheckResult close) {
    List<Check> checks = scenario.checks();
    List<CheckResult> results = new ArrayList<>();
    boolean bootListed = checks.get(0).kind() == Check.Kind.BOOT;
    boolean closeListed = checks.get(checks.size() - 1).kind() == Check.Kind.CLOSE;
    if (bootListed) {
      results.add(boot);
    }
    results.addAll(requests);
    if (closeListed) {
      results.add(close);
    }
    if (!bootListed) {
      results.set(0, worse(results.get(0), "boot", boot));
    }
    if (!closeListed) {
      int last = results.size() - 1;
      results.set(last, worse(results.get(last), "close", close));
    }
    return results;
  }

  private static CheckResult worse(CheckResult result, String what, CheckResult other) {
    return result.verdict() == Verdict.PASSED && other.verdict() != Verdict.PASSED
        ? new CheckResult(other.verdict(), what + ": " + other.detail())
        : result;
  }

  private static CheckResult verdict(List<String> differences, Journal.Snapshot happened) {
    if (!happened.problems().isEmpty()) {
      return CheckResult.failed(String.join("\n", happened.problems()));
    }
    if (!happened.inexpressible().isEmpty()) {
      return CheckResult.notExpressible(String.join("; ", happened.inexpressible()));
    }
    return differences.isEmpty()
        ? CheckResult.PASSED
        : CheckResult.failed(String.join("\n", differences));
  }

  // Boot

  private @Nullable Throwable boot(Spec spec) {
    try {
      Fastjava root =
          Fastjava.create(
              new ServerOptions(interpreter).options(spec.has("options"), spec.get("options")));
      app = root;
      if (recording != null) {
        root.addRequestListener(recording);
      }
      comparison = new Comparison(scenario.tagSet(), root.version());
      interpreter.steps().run(root, spec.list("app"), null);
      if (scenario.needsSocket()) {
        listen(root);
      } else {
        await(root.ready());
      }
      interpreter.steps().run(root, spec.list("afterReady"), null);
      if (spec.flag("listenAgain")) {
        listenAgain(root);
      }
      return null;
    } catch (Throwable e) {
      Throwable error = ErrorViews.unwrap(e);
      if (error instanceof NotExpressible) {
        interpreter.journal().inexpressible(String.valueOf(error.getMessage()));
      }
      return error;
    }
  }

  private static void listen(Fastjava root) throws Throwable {
    await(root.listen(options -> options.host(HOST).port(0)));
  }

  private void listenAgain(Fastjava root) {
    interpreter.journal().trace(attempt("listen", () -> listen(root)));
  }

  /** The entry for something that is tried. */
  private static Map<String, @Nullable Object> attempt(String op, FunctionRunner.Block what) {
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("op", op);
    try {
      what.run();
      entry.put("ok", true);
    } catch (Throwable e) {
      entry.put("error", ErrorViews.describe(e));
    }
    return entry;
  }

  private static <T> T await(CompletableFuture<T> future) throws Throwable {
    try {
      return future.get(BOOT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw ErrorViews.unwrap(e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("not done after " + BOOT_SECONDS + " seconds", e);
    }
  }

  // Requests

  private List<CheckResult> request(Spec request) throws InterruptedException {
    interpreter.journal().clear();
    if (request.has("parallel")) {
      return parallel(request.specs("parallel"));
    }
    Spec expected = request.object("expect");
    List<String> differences = new ArrayList<>();
    try {
      if (request.has("via")) {
        if (recording != null) {
          recording.untilClosed(request);
        }
        Map<String, @Nullable Object> observed =
            SocketSender.send(
                root(),
                request,
                interpreter.journal(),
                scenario.spec().object("options").has("connectionTimeout"),
                this::startClosing);
        if (recording != null) {
          expected = Recording.observed(request, observed);
        }
        differences.addAll(
            comparison.received(
                expected, observed, Json.stringify(request.get("raw")).contains("HTTP/1.0")));
      } else {
        Map<String, @Nullable Object> observed =
            InjectSender.view(injects.send(root(), request), request);
        if (recording != null) {
          expected = Recording.observed(request, observed);
        }
        differences.addAll(comparison.injected(expected, observed));
      }
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      differences.add("could not be sent: " + e);
    }
    Spec recorded = expected;
    settle(
        request.integer("settle", 0),
        recorded,
        happened -> !differences.isEmpty() || comparison.entries(recorded, happened).isEmpty());
    Journal.Snapshot happened = interpreter.journal().snapshot();
    if (recording != null) {
      recording.entries(expected, comparison, happened);
    }
    differences.addAll(comparison.entries(expected, happened));
    return List.of(verdict(differences, happened));
  }

  private List<CheckResult> parallel(List<Spec> requests) throws InterruptedException {
    List<CompletableFuture<InjectResponse>> sent = new ArrayList<>();
    requests.forEach(each -> sent.add(injects.send(root(), each)));
    List<CheckResult> results = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      Spec request = requests.get(i);
      List<String> differences =
          comparison.injected(request.object("expect"), InjectSender.view(sent.get(i), request));
      results.add(verdict(differences, interpreter.journal().snapshot()));
    }
    settle(0, NOTHING, happened -> true);
    return results;
  }

  private Fastjava root() {
    if (app == null) {
      throw new IllegalStateException("there is no application");
    }
    return app;
  }

  private void startClosing() {
    closing = root().closeAsync();
  }

  @FunctionalInterface
  private interface Expectation {
    boolean isMet(Journal.Snapshot happened);
  }

  /**
   * Waits until nothing is under way and what happened is as expected, or cannot become so, or has
   * had its time.
   */
  private void settle(long millis, Spec recorded, Expectation expectation) {
    if (recording != null) {
      recording.settle(interpreter.journal());
      return;
    }
    Journal journal = interpreter.journal();
    long start = System.nanoTime();
    long quiet = scenario.isTalkative() ? Math.max(QUIET_MILLIS, millis) : 0;
    long metSince = -1;
    while (true) {
      long now = (System.nanoTime() - start) / 1_000_000;
      boolean idle = journal.isIdle();
      if (idle && expectation.isMet(journal.snapshot())) {
        metSince = metSince < 0 ? now : metSince;
        if (now - metSince >= quiet) {
          return;
        }
      } else {
        metSince = -1;
        long limit = idle ? Math.max(lateMillis, millis) : BUSY_MILLIS;
        if (now > limit || (idle && now > millis && isComplete(recorded, journal.snapshot()))) {
          return;
        }
      }
      Eventually.dawdle(1);
    }
  }

  /** Whether there are as many entries as were recorded: if they are others, they stay so. */
  private static boolean isComplete(Spec recorded, Journal.Snapshot happened) {
    return happened.trace().size() >= recorded.list("trace").size()
        && happened.logs().size() >= recorded.list("logs").size()
        && happened.warnings().size() >= recorded.list("warnings").size();
  }

  // Close

  private CheckResult close(@Nullable Throwable bootError) throws InterruptedException {
    interpreter.journal().clear();
    Spec spec = scenario.spec();
    if (bootError != null) {
      if (app != null) {
        var unused = close(app.closeAsync());
      }
      return spec.has("expectClose")
          ? CheckResult.failed("boot failed: " + bootError)
          : CheckResult.PASSED;
    }
    Throwable error = close(closing == null ? root().closeAsync() : closing);
    Spec expected = spec.object("expectClose");
    Spec recorded = expected;
    settle(0, recorded, happened -> comparison.trace(recorded, happened).isEmpty());
    Journal.Snapshot happened = interpreter.journal().snapshot();
    if (recording != null) {
      expected = recording.phase(spec, "expectClose", comparison, error, happened);
    }
    List<@Nullable Object> after = new ArrayList<>();
    spec.specs("afterClose").forEach(each -> after.add(afterClose(each)));
    return verdict(comparison.close(expected, error, happened, after), happened);
  }

  private static @Nullable Throwable close(CompletableFuture<Void> closed)
      throws InterruptedException {
    try {
      closed.get(CLOSE_SECONDS, TimeUnit.SECONDS);
      return null;
    } catch (ExecutionException e) {
      return ErrorViews.unwrap(e);
    } catch (TimeoutException e) {
      return new IllegalStateException("close timed out");
    }
  }

  private Map<String, @Nullable Object> afterClose(Spec step) {
    return switch (step.text("op")) {
      case "inject" -> {
        List<Integer> status = new ArrayList<>();
        Map<String, @Nullable Object> entry =
            attempt(
                "inject",
                () -> {
                  InjectResponse response =
                      await(root().inject().sendAsync(new InjectRequest().url(step.text("url"))));
                  status.add(response.statusCode());
                });
        if (entry.remove("ok") != null) {
          entry.put("status", status.get(0));
        }
        yield entry;
      }
      case "listen" -> attempt("listen", () -> listen(root()));
      case "close" -> attempt("close", () -> await(root().closeAsync()));
      default -> throw new IllegalStateException("unknown step " + step.text("op"));
    };
  }
}
