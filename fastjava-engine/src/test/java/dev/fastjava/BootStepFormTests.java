package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.testing.Eventually;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The forms of {@code after} and {@code whenReady}, and what boots a server. */
class BootStepFormTests {
  private final List<String> events = Collections.synchronizedList(new ArrayList<>());

  @Test
  void whenReadyDoesNotBootAndMayStandBeforeDeclarations() {
    try (Fastjava app = Fastjava.create()) {
      app.whenReady(() -> events.add("ready"));
      app.get("/", (request, reply) -> "declared later");
      assertThat(events).isEmpty();
      assertThat(app.inject("/").body()).isEqualTo("declared later");
    }
    assertThat(events).containsExactly("ready");
  }

  @Test
  void readyCompletesAfterStepsInCallbackStyle() {
    try (Fastjava app = Fastjava.create()) {
      CompletableFuture<Void> held = new CompletableFuture<>();
      app.whenReady(
          (error, done) -> {
            events.add("first " + error);
            var unused = held.whenComplete(done);
          });
      app.whenReady((error, done) -> done.done());
      CompletableFuture<Fastjava> ready = app.ready();
      Eventually.eventually("the step", () -> events, each -> each.size() == 1);
      assertThat(ready).isNotDone();
      held.complete(null);
      Eventually.join(ready);
    }
    assertThat(events).containsExactly("first null");
  }

  @Test
  void stepsMayTakeTheInstanceTheyWereGivenTo() {
    try (Fastjava app = Fastjava.create()) {
      app.register(
          (child, options) -> {
            child.decorate("inner", 1);
            child.after((error, instance, done) -> note("after", error, instance, done));
            child.whenReady((error, instance, done) -> note("ready", error, instance, done));
          });
      app.whenReady((error, instance, done) -> note("root", error, instance, done));
      Eventually.join(app.ready());
    }
    assertThat(events).containsExactly("after null true", "ready null true", "root null false");
  }

  private void note(String step, Throwable error, Fastjava instance, Done done) {
    events.add(step + " " + error + " " + instance.hasDecorator("inner"));
    done.done();
  }

  @Test
  void errorOfABootGoesToTheStepsInCallbackStyleThatTakeIt() {
    try (Fastjava app = Fastjava.create()) {
      app.register(
          (child, options) -> {
            throw new IllegalStateException("no database");
          });
      app.whenReady(
          (error, done) -> {
            events.add(String.valueOf(error == null ? null : error.getMessage()));
            done.done();
          });
      CompletableFuture<Boolean> failed = app.ready().handle((value, error) -> error != null);
      assertThat(Eventually.join(failed)).isTrue();
    }
    assertThat(events).containsExactly("no database");
  }
}
