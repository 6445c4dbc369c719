package dev.fastjava.internal.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.Plugins;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.FastjavaException;
import dev.fastjava.internal.lifecycle.Thrown;
import dev.fastjava.testing.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Order, places, time limits and ends of the walk through the tree of plugins. */
@SuppressWarnings("FutureReturnValueIgnored") // the framework looks after returned stages
class BootWalkTests {
  private final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();
  private Fastjava app = Fastjava.create();

  @AfterEach
  void close() {
    Eventually.join(app.closeAsync().exceptionally(error -> null));
  }

  private Plugin noting(String event) {
    return Plugins.named(
        event,
        (instance, options) -> {
          events.add(event + " in " + instance.prefix());
        });
  }

  private static Throwable failure(CompletableFuture<?> stage) {
    return Thrown.inner(Eventually.join(stage.<Throwable>handle((value, error) -> error)));
  }

  @Test
  void pluginsLoadDepthFirstAndStepsKeepTheirPlaceBetweenThem() {
    app.register(
        (outer, options) -> {
          events.add("a");
          outer.register(
              (inner, more) -> {
                events.add("a1");
                inner.register(
                    (leaf, most) -> {
                      events.add("a11");
                    });
              });
          outer.after(() -> events.add("after a1"));
          outer.register(
              (inner, more) -> {
                events.add("a2");
              });
        });
    app.after(() -> events.add("after a"));
    app.register(
        (outer, options) -> {
          events.add("b");
        });
    app.whenReady(() -> events.add("ready"));
    Eventually.join(app.ready());
    assertThat(events).containsExactly("a", "a1", "a11", "after a1", "a2", "after a", "b", "ready");
  }

  @Test
  void pluginBelongsToTheContextItIsRegisteredOn() {
    app.register(
        (outer, options) -> {
          outer.register(
              (inner, more) -> {
                outer.register(noting("of outer"));
                inner.register(noting("of inner"));
              },
              o -> o.prefix("/inner"));
          outer.register(noting("next of outer"));
        },
        o -> o.prefix("/outer"));
    Eventually.join(app.ready());
    assertThat(events)
        .containsExactly(
            "of inner in /outer/inner", "next of outer in /outer", "of outer in /outer");
  }

  @Test
  void nothingIsRegisteredInAContextThatIsLoaded() {
    AtomicReference<Fastjava> ended = new AtomicReference<>();
    app.register(Plugins.named("users", (instance, options) -> ended.set(instance)));
    app.after(() -> ended.get().register(noting("late")));
    assertThat(failure(app.ready()))
        .isInstanceOfSatisfying(
            FastjavaException.class,
            error ->
                assertThat(error.code()).isEqualTo(ErrorCode.FST_ERR_PARENT_PLUGIN_BOOTED.name()))
        .hasMessageContaining("'late'")
        .hasMessageContaining("'users'");
    assertThat(events).isEmpty();
  }

  @Test
  void innerPluginThatHangsIsTheOneThatIsNamed() {
    app = Fastjava.create(o -> o.pluginTimeout(Duration.ofMillis(200)));
    app.registerAsync(
        Plugins.namedAsync(
            "outer",
            (outer, options) -> {
              outer.registerAsync(
                  Plugins.namedAsync("inner", (inner, more) -> new CompletableFuture<>()));
              return outer.after();
            }));
    assertThat(failure(app.ready()))
        .hasMessageContaining("'inner'")
        .satisfies(
            error ->
                assertThat(error.getSuppressed())
                    .anySatisfy(
                        place ->
                            assertThat(place.toString())
                                .contains("Plugin \"inner\" in root -> outer")));
  }

  @Test
  void stageOfAfterNeedNotBeWaitedFor() {
    app.register(
        (outer, options) -> {
          outer.register(noting("first"));
          outer.after();
          outer.register(noting("second"));
          outer.after();
        });
    Eventually.join(app.ready());
    assertThat(events).containsExactly("first in ", "second in ");
  }

  /** The body of a plugin goes on while the walk enters what it has registered. */
  @Test
  void whatIsRegisteredWhileAnotherPluginIsEnteredHasItsOwnParent() {
    CountDownLatch entering = new CountDownLatch(1);
    CountDownLatch registered = new CountDownLatch(1);
    app.onRegister(
        (instance, options) -> {
          if (instance.pluginName().endsWith("first")) {
            entering.countDown();
            Eventually.await(registered);
          }
        });
    app.register(
        Plugins.named(
            "outer",
            (outer, options) -> {
              outer.register(noting("first"));
              outer.after();
              Eventually.await(entering);
              outer.register(noting("second"));
              registered.countDown();
            }));
    Eventually.join(app.ready());
    assertThat(app.children().get(0).children())
        .extracting(Fastjava::pluginName)
        .containsExactly("first", "second");
    assertThat(events).containsExactly("first in ", "second in ");
  }

  @Test
  void pluginGoesOnWhenWhatItRegisteredIsLoaded() {
    app.register(
        (outer, options) -> {
          outer.register(
              (inner, more) -> {
                inner.register(noting("inner"));
                Eventually.join(inner.after());
                events.add("inner goes on");
              });
          Eventually.join(outer.after());
          events.add("outer goes on");
        });
    Eventually.join(app.after());
    assertThat(events).containsExactly("inner in ", "inner goes on", "outer goes on");
  }

  @Test
  void contextThatWaitsForTheCallerCannotBeWaitedFor() {
    app.register(
        (outer, options) -> {
          outer.register(
              (inner, more) -> {
                assertThat(failure(outer.after()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("call after() of its own instance");
                events.add("refused");
              });
        });
    Eventually.join(app.ready());
    assertThat(events).containsExactly("refused");
  }

  @Test
  void whatIsLeftOfAPluginThatWasGivenUpIsNotLoaded() {
    app = Fastjava.create(o -> o.pluginTimeout(Duration.ofMillis(300)));
    CountDownLatch seen = new CountDownLatch(1);
    app.register(
        (outer, options, done) -> {
          outer.register(
              (inner, more) -> {
                CompletableFuture<Fastjava> waited = inner.after();
                done.accept(null, new IllegalStateException("no database"));
                Eventually.join(waited.handle((value, error) -> null));
                seen.countDown();
              });
          outer.register(noting("never"));
          outer.after();
        });
    assertThat(failure(app.ready())).hasMessage("no database");
    Eventually.await(seen);
    assertThat(events).doesNotContain("never in ");
  }

  @Test
  void stepTakesTheErrorOfWhatCameBeforeAndTheRestIsLoaded() {
    app.register(
        (outer, options) -> {
          throw new IllegalStateException("no database");
        });
    app.register(noting("skipped"));
    app.after(
        error -> {
          events.add("took " + (error == null ? "nothing" : error.getMessage()));
        });
    app.register(noting("loaded"));
    assertThatCode(() -> Eventually.join(app.ready())).doesNotThrowAnyException();
    assertThat(events).containsExactly("took no database", "loaded in ");
  }

  @Test
  void serverThatIsClosedDuringItsBootLoadsTheRestFirst() {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    app.register(
        (outer, options) -> {
          outer.closeAsync().whenComplete((value, error) -> closed.complete(null));
          events.add("asked");
        });
    app.register(noting("loaded"));
    app.onClose(
        instance -> {
          events.add("closed");
        });
    Eventually.join(app.ready().handle((value, error) -> null));
    Eventually.join(closed);
    assertThat(events).containsExactly("asked", "loaded in ", "closed");
  }

  @Test
  void nothingIsRegisteredWhenAllIsLoaded() {
    Eventually.join(app.ready());
    assertThatThrownBy(() -> app.register(noting("late")))
        .isInstanceOfSatisfying(
            FastjavaException.class,
            error -> assertThat(error.code()).isEqualTo(ErrorCode.FST_ERR_ROOT_PLG_BOOTED.name()));
    assertThat(List.copyOf(events)).isEmpty();
  }
}
