package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.testing.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A stage that a plugin or a step of the boot returns is a part of the boot. */
@SuppressWarnings("FutureReturnValueIgnored") // the framework looks after returned stages
class AsyncBootTests {
  private final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();

  private CompletionStage<?> note(String event) {
    return CompletableFuture.supplyAsync(
        () -> events.add(event), CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS));
  }

  private static CompletionStage<?> failing() {
    return CompletableFuture.supplyAsync(() -> 1)
        .thenApply(
            one -> {
              throw new IllegalStateException("no database");
            });
  }

  private static Throwable bootError(Consumer<Fastjava> declarations) {
    try (Fastjava app = Fastjava.create(o -> o.pluginTimeout(Duration.ofMillis(200)))) {
      declarations.accept(app);
      Eventually.join(app.ready());
    } catch (CompletionException e) {
      return Objects.requireNonNull(e.getCause());
    }
    throw new AssertionError("the boot did not fail");
  }

  @Test
  void everyFormIsAwaitedBeforeTheNextStep() {
    try (Fastjava app = Fastjava.create()) {
      app.registerAsync(
          (child, options) -> {
            child.registerAsync((inner, o) -> note("inner"), o -> o.prefix("/inner"));
            child.whenReadyAsync(() -> note("ready of the plugin"));
            child.whenReadyAsync(error -> note("second ready of the plugin " + error));
            return note("outer");
          });
      app.afterAsync(() -> note("after"));
      app.afterAsync(error -> note("after with " + error));
      app.registerWithAsync(
          (child, options) -> note("with " + options.get("max")),
          parent -> PluginOptions.of(o -> o.set("max", 3)));
      app.registerAsync(Plugins.sharedAsync("db", (self, options) -> note("shared")));
      app.register((child, options) -> events.add("plain"));
      app.whenReadyAsync(() -> note("ready"));
      app.whenReadyAsync(error -> note("ready with " + error));
      Eventually.join(app.ready());
      assertThat(app.hasPlugin("db")).isTrue();
      events.add("booted");
    }
    assertThat(events)
        .containsExactly(
            "outer",
            "inner",
            "after",
            "after with null",
            "with 3",
            "shared",
            "plain",
            "ready of the plugin",
            "second ready of the plugin null",
            "ready",
            "ready with null",
            "booted");
  }

  @Test
  void errorOfAPluginsStageFailsTheBootAndNamesItsPlace() {
    Throwable error =
        bootError(app -> app.registerAsync(Plugins.namedAsync("db", (a, o) -> failing())));
    assertThat(error).isExactlyInstanceOf(IllegalStateException.class).hasMessage("no database");
    assertThat(error.getSuppressed())
        .anySatisfy(
            place -> assertThat(place).hasToString("Plugin \"db\" in root was declared here"));
  }

  @Test
  void errorOfACallbackPluginIsNotWrappedEither() {
    assertThat(bootError(app -> app.register((a, o, done) -> failing().whenComplete(done))))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("no database");
  }

  @Test
  void errorOfAStepsStageFailsTheBootUntilAStepTakesIt() {
    assertThat(bootError(app -> app.afterAsync(() -> failing()))).hasMessage("no database");
    assertThat(bootError(app -> app.afterAsync(error -> failing()))).hasMessage("no database");
    try (Fastjava app = Fastjava.create()) {
      app.registerAsync((child, options) -> failing());
      app.afterAsync(() -> note("does not take it"));
      app.afterAsync(error -> note("takes " + Objects.requireNonNull(error).getMessage()));
      Eventually.join(app.ready());
    }
    assertThat(events).containsExactly("does not take it", "takes no database");
  }

  @Test
  void stageThatNeverCompletesIsEndedByThePluginTimeout() {
    assertThat(
            bootError(
                app ->
                    app.registerAsync(
                        Plugins.namedAsync("slow", (a, o) -> new CompletableFuture<>()))))
        .hasMessageContaining("Plugin did not start in time: 'slow'");
    assertThat(bootError(app -> app.afterAsync(() -> new CompletableFuture<>())))
        .hasMessageContaining("Plugin did not start in time");
  }

  @Test
  void stepOfReadyThatFailsOrNeverCompletesKeepsNobodyFromStarting() {
    try (Fastjava app = Fastjava.create(o -> o.pluginTimeout(Duration.ofMillis(100)))) {
      app.whenReadyAsync(() -> new CompletableFuture<>());
      app.whenReadyAsync(() -> failing());
      app.whenReadyAsync(error -> note("last"));
      Eventually.join(app.ready());
    }
    assertThat(events).containsExactly("last");
  }

  @Test
  @SuppressWarnings("NullAway") // what NullAway does not see
  void nullInPlaceOfAStageIsAnError() {
    List<Consumer<Fastjava>> wrong =
        List.of(
            app -> app.registerAsync((child, options) -> none()),
            app -> app.registerAsync(Plugins.namedAsync("none", (child, options) -> none())),
            app -> app.afterAsync(() -> none()),
            app -> app.afterAsync(error -> none()));
    for (Consumer<Fastjava> declarations : wrong) {
      assertThat(bootError(declarations))
          .isInstanceOf(NullPointerException.class)
          .hasMessageContaining("null for a stage");
    }
    assertThatThrownBy(() -> Fastjava.create().registerAsync(null))
        .hasMessageContaining("Plugin.Async");
  }

  @SuppressWarnings("NullAway")
  private static CompletionStage<?> none() {
    @Nullable CompletionStage<?> none = null;
    return none;
  }

  @Test
  void stageOfAStageGivenToDoneIsAwaitedByPluginsAndSteps() {
    try (Fastjava app = Fastjava.create()) {
      app.register(
          (child, options, done) ->
              CompletableFuture.completedFuture(note("plugin")).whenComplete(done));
      app.after(
          (error, done) -> CompletableFuture.completedFuture(note("step")).whenComplete(done));
      app.register((child, options) -> events.add("next"));
      Eventually.join(app.ready());
    }
    assertThat(events).containsExactly("plugin", "step", "next");
  }
}
