package dev.fastjava.internal.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.FastjavaException;
import dev.fastjava.testing.Eventually;
import dev.fastjava.testing.Seeds;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Listening and closing in any order: every future completes, no socket stays open, no thread of
 * the server stays alive. {@code -Dfastjava.close.rounds} repeats the random part more often.
 */
@Timeout(120) // reached only by what hangs
@SuppressWarnings("FutureReturnValueIgnored") // what a hook starts is looked at through its server
class CloseOrderTests {
  /** How often each order runs; without a wish, until its share of the time is over. */
  private static final int ROUNDS = Integer.getInteger("fastjava.close.rounds", 0);

  private static final int MOST_ROUNDS = 200;
  private static final int FEWEST_ROUNDS = 5;
  private static final long SHARE_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
  private static final long PATIENCE_SECONDS = 30;

  /** One order of calls. */
  private interface Order {
    void run(Run run) throws Exception;
  }

  @SuppressWarnings("ImmutableEnumChecker") // the orders are lambdas without state
  private enum Orders {
    LISTEN_THEN_CLOSE(
        run -> {
          run.listen();
          run.pause();
          run.close();
        }),
    CLOSE_THEN_LISTEN(
        run -> {
          run.close();
          run.pause();
          run.listen();
        }),
    LISTEN_AND_CLOSE_BY_TWO_THREADS(
        run -> {
          Thread other = new Thread(run::close);
          other.start();
          run.pause();
          run.listen();
          Eventually.join(other);
        }),
    TWO_LISTENS_TWO_CLOSES(
        run -> {
          run.listen();
          run.listen();
          run.pause();
          run.close();
          run.close();
        }),
    READY_PENDS(
        run -> {
          run.app.onReady(done -> run.later(done::done));
          run.watch(run.app.ready());
          run.listen();
          run.pause();
          run.close();
        }),
    CLOSE_THEN_READY(
        run -> {
          run.app.onReady(() -> run.trace.add("onReady"));
          run.close();
          run.pause();
          run.watch(run.app.ready());
        }),
    CLOSE_ASYNC_IN_ON_READY(
        run -> {
          run.app.onReady(run::close);
          run.listen();
        }),
    CLOSE_IN_ON_READY(
        run -> {
          run.app.onReady(() -> run.app.close());
          run.listen();
        }),
    CLOSE_IN_A_STEP_OF_READY(
        run -> {
          run.app.whenReady(() -> run.app.close());
          run.listen();
        }),
    CLOSE_ASYNC_IN_A_PLUGIN(
        run -> {
          run.app.register((app, options) -> run.close());
          run.listen();
        }),
    CLOSE_IN_A_PLUGIN(
        run -> {
          run.app.register(
              (app, options) -> {
                run.pause();
                app.close();
              });
          run.listen();
        }),
    CLOSE_ASYNC_IN_ON_LISTEN(
        run -> {
          run.app.onListen(run::close);
          run.listen();
        }),
    CLOSE_IN_ON_LISTEN(
        run -> {
          run.app.onListen(() -> run.app.close());
          run.listen();
        }),
    CLOSE_IN_PRE_CLOSE_AND_ON_CLOSE(
        run -> {
          run.app.preClose(() -> run.app.close());
          run.app.onClose(app -> app.close());
          run.app.onClose(app -> run.close());
          run.listen();
          run.pause();
          run.close();
        }),
    LISTEN_IN_PRE_CLOSE_AND_ON_CLOSE(
        run -> {
          run.app.preClose(run::listen);
          run.app.onClose(app -> run.listen());
          run.pause();
          run.close();
        }),
    CLOSE_WHILE_INJECTING(
        run -> {
          run.watch(run.app.inject().sendAsync(new dev.fastjava.inject.InjectRequest().url("/")));
          run.pause();
          run.listen();
          run.close();
        }),
    WITHOUT_CLOSE_IN_BETWEEN(
        run -> {
          run.listen();
          run.pause();
        });

    private final Order order;

    Orders(Order order) {
      this.order = order;
    }
  }

  /** A server on its way, with all stages it gave. */
  private static final class Run {
    final Fastjava app;
    final List<String> trace = java.util.Collections.synchronizedList(new ArrayList<>());
    private final Random random;
    private final List<Future<?>> stages = new ArrayList<>();
    private final List<Future<String>> listens = new ArrayList<>();

    Run(long seed, Fastjava app) {
      this.random = Seeds.random(seed);
      this.app = app;
    }

    synchronized void watch(Future<?> stage) {
      stages.add(stage);
    }

    void listen() {
      CompletableFuture<String> stage = app.listen(o -> o.host("127.0.0.1"));
      watch(stage);
      synchronized (this) {
        listens.add(stage);
      }
    }

    void close() {
      watch(app.closeAsync());
    }

    void later(Runnable action) {
      new Thread(
              () -> {
                pause();
                action.run();
              })
          .start();
    }

    /** Nothing, a moment, or up to three milliseconds. */
    void pause() {
      int kind;
      synchronized (random) {
        kind = random.nextInt(8);
      }
      if (kind >= 2 && kind < 6) {
        Eventually.dawdle(kind / 2);
      }
    }

    /** Closes in the end and looks at everything that is left. */
    void check() throws Exception {
      app.closeAsync().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      List<Future<?>> all;
      synchronized (this) {
        all = List.copyOf(stages);
      }
      for (Future<?> stage : all) {
        outcome(stage);
      }
      assertThat(app.addresses()).isEmpty();
      List<Future<String>> origins;
      synchronized (this) {
        origins = List.copyOf(listens);
      }
      for (Future<String> listen : origins) {
        String origin = outcome(listen);
        if (origin != null) {
          assertNothingListens(java.net.URI.create(origin).getPort());
        }
      }
    }

    /** What a stage ended with; null when it was refused as documented. */
    private static <T> @org.jspecify.annotations.Nullable T outcome(Future<T> stage)
        throws Exception {
      try {
        return stage.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        assertThat(e.getCause()).isInstanceOf(FastjavaException.class);
        assertThat(((FastjavaException) e.getCause()).code())
            .isIn(
                ErrorCode.FST_ERR_REOPENED_CLOSE_SERVER.name(),
                ErrorCode.FST_ERR_REOPENED_SERVER.name());
        return null;
      } catch (TimeoutException e) {
        throw new AssertionError("a stage never completed: " + stage, e);
      }
    }
  }

  private static void assertNothingListens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      throw new AssertionError("the port is still open: " + port);
    } catch (IOException refused) {
      assertThat(refused).isNotNull();
    }
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("fastjava-"))
        .collect(Collectors.toSet());
  }

  private static void assertThreadsEnd(Set<Thread> before) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    Set<Thread> left = threads();
    left.removeAll(before);
    for (Thread thread : left) {
      thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
    }
    left.removeIf(thread -> !thread.isAlive());
    assertThat(left).as("threads that are alive").isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whateverTheOrderEveryStageCompletesAndNothingStaysOpen(Orders orders) throws Exception {
    Set<Thread> before = threads();
    long end = System.nanoTime() + SHARE_NANOS;
    for (int round = 0; goesOn(round, end); round++) {
      Run run = new Run(round, Fastjava.create(o -> o.http(http -> http.eventLoopThreads(1))));
      run.app.get("/", (request, reply) -> "here");
      run.app.register((app, options) -> run.pause());
      try {
        orders.order.run(run);
        run.check();
      } catch (AssertionError | Exception e) {
        throw new AssertionError(orders + ", round " + round + ": " + e.getMessage(), e);
      }
    }
    assertThreadsEnd(before);
  }

  private static boolean goesOn(int round, long end) {
    if (ROUNDS > 0) {
      return round < ROUNDS;
    }
    return round < FEWEST_ROUNDS || (round < MOST_ROUNDS && System.nanoTime() < end);
  }

  private static Throwable failure(Future<?> stage) throws Exception {
    try {
      stage.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      return e.getCause();
    }
    throw new AssertionError("it did not fail");
  }

  @Test
  void aPluginThatNeverEndsFailsTheBootInTimeAndClosingGoesOn() throws Exception {
    Set<Thread> before = threads();
    Fastjava app = Fastjava.create(o -> o.pluginTimeout(Duration.ofMillis(50)));
    app.register((instance, options) -> Eventually.hangUntilInterrupted());
    Future<String> listen = app.listen(o -> o.host("127.0.0.1"));
    app.closeAsync().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(failure(listen)).hasMessageContaining("Plugin did not start in time");
    assertThreadsEnd(before);
  }

  @Test
  void aPluginWhoseTimeIsOverWhileItWaitsForWhatItRegisteredIsTold() throws Exception {
    Set<Thread> before = threads();
    Fastjava app = Fastjava.create(o -> o.pluginTimeout(Duration.ofMillis(60)));
    CompletableFuture<Throwable> told = new CompletableFuture<>();
    app.register(
        (outer, options) -> {
          // Ends later than the plugin around it may take, and has a thread to do so.
          outer.register((inner, none) -> Eventually.dawdle(200));
          outer.after().whenComplete((ok, error) -> told.complete(error));
          Eventually.dawdle(150);
        });
    assertThat(failure(app.ready())).hasMessageContaining("Plugin did not start in time");
    app.closeAsync().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(told.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
    assertThreadsEnd(before);
  }

  @Test
  void afterThePluginWasGivenUpTheNextOneIsInTheRightContext() throws Exception {
    Fastjava app = Fastjava.create(o -> o.pluginTimeout(Duration.ofMillis(1_500)));
    List<String> trace = java.util.Collections.synchronizedList(new ArrayList<>());
    app.register(
        (outer, options) -> {
          outer.register((inner, done, none) -> {});
          outer.register((inner, none) -> trace.add("loaded after its parent"));
          outer.after().join(); // unbounded: as users write it
        },
        o -> o.prefix("/late"));
    app.after(error -> trace.add(error == null ? "none" : "failed"));
    app.register((next, options) -> trace.add("next in " + next.prefix()), o -> o.prefix("/next"));
    app.ready().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    app.close();
    assertThat(trace).containsExactly("failed", "next in /next");
  }

  @Test
  void waitingForClosingInWhatClosingWaitsForFailsAtOnce() throws Exception {
    Set<Thread> before = threads();
    Fastjava app = Fastjava.create();
    app.onClose(instance -> app.closeAsync().get()); // unbounded: as users write it
    Throwable failure = failure(app.closeAsync());
    assertThat(failure)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("call closeAsync() without waiting");
    assertThreadsEnd(before);
  }

  @Test
  void aBindThatFailsLeavesNoThreadAndAnotherPortMayBeTried() throws Exception {
    Set<Thread> before = threads();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Fastjava app = Fastjava.create();
      Future<String> refused = app.listen(o -> o.host("127.0.0.1").port(taken.getLocalPort()));
      assertThat(failure(refused)).isInstanceOf(BindException.class);
      assertThreadsEnd(before);
      app.listen(o -> o.host("127.0.0.1")).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      app.close();
      Fastjava other = Fastjava.create();
      Future<String> again = other.listen(o -> o.host("127.0.0.1").port(taken.getLocalPort()));
      other.closeAsync().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(failure(again)).isInstanceOfAny(BindException.class, FastjavaException.class);
    }
    assertThreadsEnd(before);
  }

  @Test
  void aListenTextThatFailsLeavesNothingOpen() throws Exception {
    Set<Thread> before = threads();
    Fastjava app = Fastjava.create();
    Future<String> listen =
        app.listen(
            o ->
                o.host("127.0.0.1")
                    .listenTextResolver(
                        origin -> {
                          throw new IllegalStateException("no text for " + origin);
                        }));
    assertThat(failure(listen)).hasMessageStartingWith("no text for");
    assertThat(app.addresses()).isEmpty();
    assertThreadsEnd(before);
    app.close();
  }

  @Test
  void onReadyHooksOfABootUnderWayEndBeforeOnCloseHooksBegin() throws Exception {
    List<String> trace = java.util.Collections.synchronizedList(new ArrayList<>());
    Fastjava app = Fastjava.create();
    app.onReady(
        () -> {
          Eventually.dawdle(20);
          trace.add("onReady");
        });
    app.onClose(instance -> trace.add("onClose"));
    Future<Fastjava> ready = app.ready();
    app.closeAsync().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(trace).containsExactly("onReady", "onClose");
  }

  @Test
  void aServerClosedBeforeItsBootRunsNoOnReadyHooks() throws Exception {
    List<String> trace = java.util.Collections.synchronizedList(new ArrayList<>());
    Fastjava app = Fastjava.create();
    app.onReady(() -> trace.add("onReady"));
    app.onClose(instance -> trace.add("onClose"));
    app.closeAsync().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    app.ready().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(trace).containsExactly("onClose");
  }

  @Test
  void tryWithResourcesAroundListenWithoutJoinEnds() throws Exception {
    Set<Thread> before = threads();
    Future<String> listen;
    try (Fastjava app = Fastjava.create()) {
      listen = app.listen();
    }
    Run.outcome(listen);
    assertThreadsEnd(before);
  }

  @Test
  void everyErrorOfAClosingHookReachesCloseWhicheverHooksThereAre() throws Exception {
    for (boolean listens : List.of(false, true)) {
      for (int errors = 1; errors < 8; errors++) {
        Fastjava app = Fastjava.create();
        List<String> wanted = new ArrayList<>();
        for (String hook : List.of("preClose", "onClose", "onClose2")) {
          int bit = hook.equals("preClose") ? 1 : hook.equals("onClose") ? 2 : 4;
          boolean fails = (errors & bit) != 0;
          if (fails) {
            wanted.add(hook);
          }
          addClosingHook(app, hook, fails);
        }
        if (listens) {
          app.listen(o -> o.host("127.0.0.1")).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        List<String> seen = new ArrayList<>();
        collectMessages(failure(app.closeAsync()), seen);
        assertThat(seen).as("listens %s", listens).containsExactlyInAnyOrderElementsOf(wanted);
      }
    }
  }

  private static void addClosingHook(Fastjava app, String name, boolean fails) {
    if (name.equals("preClose")) {
      app.preClose(done -> done.accept(null, fails ? new IllegalStateException(name) : null));
    } else {
      app.onClose(
          instance -> {
            if (fails) {
              throw new IllegalStateException(name);
            }
          });
    }
  }

  private static void collectMessages(Throwable error, List<String> messages) {
    if (error instanceof IllegalStateException) {
      messages.add(error.getMessage());
    }
    for (Throwable other : error.getSuppressed()) {
      collectMessages(other, messages);
    }
  }
}
