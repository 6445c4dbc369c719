package dev.fastjava.internal.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.Plugins;
import dev.fastjava.internal.lifecycle.Thrown;
import dev.fastjava.testing.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Time limits of a boot, and what becomes of the boot of a server that is closed meanwhile. */
@SuppressWarnings("FutureReturnValueIgnored") // the framework looks after returned stages
class BootTimeTests {
  private final List<String> events = new CopyOnWriteArrayList<>();

  private static Fastjava limited() {
    return Fastjava.create(o -> o.pluginTimeout(Duration.ofMillis(100)));
  }

  private static Throwable failure(CompletableFuture<?> stage) {
    return Thrown.inner(Eventually.join(stage.<Throwable>handle((value, error) -> error)));
  }

  @Test
  void stepOfAfterThatDoesNotEndFailsTheBoot() {
    try (Fastjava app = limited()) {
      app.after((error, done) -> events.add("hangs"));
      assertThat(failure(app.ready())).hasMessageContaining("did not start in time");
      assertThat(events).containsExactly("hangs");
    }
  }

  @Test
  void stepOfReadyThatDoesNotEndIsPassedOverAndTheServerIsReady() {
    try (Fastjava app = limited()) {
      app.whenReadyAsync(() -> new CompletableFuture<>());
      app.whenReady(() -> events.add("next"));
      assertThat(Eventually.join(app.ready())).isSameAs(app);
      assertThat(events).containsExactly("next");
    }
  }

  @Test
  void onReadyHookThatDoesNotEndFailsTheBootAndSkipsTheOthers() {
    try (Fastjava app = limited()) {
      app.onReady(done -> events.add("hangs"));
      app.onReady(() -> events.add("skipped"));
      assertThat(failure(app.ready())).hasMessageContaining("onReady");
      assertThat(events).containsExactly("hangs");
    }
  }

  @Test
  void serverThatIsClosedWhileAnOnReadyHookRunsIsReadyFirst() {
    Fastjava app = Fastjava.create();
    CompletableFuture<Void> closed = new CompletableFuture<>();
    app.onReady(
        done -> {
          app.closeAsync().whenComplete((value, error) -> closed.complete(null));
          events.add("onReady");
          done.done();
        });
    app.onClose(
        instance -> {
          events.add("onClose");
        });
    Eventually.join(app.ready());
    Eventually.join(closed);
    assertThat(events).containsExactly("onReady", "onClose");
  }

  @Test
  void serverThatIsClosedBeforeItsBootLoadsItsPluginsButRunsNoOnReadyHook() {
    Fastjava app = Fastjava.create();
    app.register(
        Plugins.named(
            "db",
            (child, options) -> {
              events.add("db");
              child.onClose(
                  instance -> {
                    events.add("db closed");
                  });
            }));
    app.onReady(() -> events.add("onReady"));
    Eventually.join(app.closeAsync());
    assertThat(events).containsExactly("db", "db closed");
  }

  @Test
  void readyIsOneStageHoweverOftenItIsAskedFor() {
    try (Fastjava app = Fastjava.create()) {
      app.onReady(() -> events.add("onReady"));
      CompletableFuture<Fastjava> first = app.ready();
      Eventually.join(app.ready());
      Eventually.join(first);
      assertThat(events).containsExactly("onReady");
    }
  }
}
