package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** References to methods fit the hooks of the application, whatever else has the method's name. */
class MethodReferenceTests {
  private static final List<String> EVENTS = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void forget() {
    EVENTS.clear();
  }

  /** As producers and pools have them: several methods of one name. */
  static final class Producer implements AutoCloseable {
    @Override
    public void close() {
      EVENTS.add("close");
    }

    void close(Duration limit) {
      EVENTS.add("close in " + limit);
    }

    void close(long limit, TimeUnit unit) {
      EVENTS.add("close in " + limit + unit);
    }

    boolean stop() {
      return EVENTS.add("stop");
    }

    boolean stop(boolean now) {
      return EVENTS.add("stop " + now);
    }

    CompletionStage<Void> closeAsync() {
      EVENTS.add("closeAsync");
      return CompletableFuture.completedFuture(null);
    }

    CompletionStage<Void> closeAsync(Duration limit) {
      EVENTS.add("closeAsync in " + limit);
      return CompletableFuture.completedFuture(null);
    }
  }

  private static void shut() {
    EVENTS.add("shut");
  }

  private static void shutChecked() throws Exception {
    EVENTS.add("shutChecked");
  }

  private static void shutInstance(Fastjava instance) {
    EVENTS.add("shutInstance " + instance.pluginName());
  }

  private static void shutLater(Fastjava instance, Done done) {
    EVENTS.add("shutLater " + instance.pluginName());
    done.done();
  }

  private static void warm() {
    EVENTS.add("warm");
  }

  @SuppressWarnings("UnusedMethod") // is there to be confused with the other
  private static void warm(Done done) {
    EVENTS.add("warm later");
    done.done();
  }

  @SuppressWarnings("UnusedMethod") // as above
  private static void warm(Throwable error) {
    EVENTS.add("warm " + error);
  }

  @Test
  @SuppressWarnings("resource") // closed with the server
  void onCloseTakesWhateverCloses() {
    Producer producer = new Producer();
    AutoCloseable resource = () -> EVENTS.add("resource");
    Fastjava app = Fastjava.create();
    app.onClose(producer::close);
    app.onClose(producer::stop);
    app.onClose(producer);
    app.onClose(resource);
    app.onClose(resource::close);
    app.onClose(() -> EVENTS.add("lambda"));
    app.onClose(MethodReferenceTests::shut);
    app.onClose(MethodReferenceTests::shutChecked);
    app.onClose(MethodReferenceTests::shutInstance);
    app.onClose(MethodReferenceTests::shutLater);
    app.onClose(instance -> shutInstance(instance));
    app.onClose((instance, done) -> shutLater(instance, done));
    app.onCloseAsync(producer::closeAsync);
    app.onCloseAsync(() -> producer.closeAsync());
    app.onCloseAsync(instance -> producer.closeAsync());
    Eventually.join(app.ready());
    app.close();
    String name = app.pluginName();
    assertThat(EVENTS)
        .containsExactly(
            "closeAsync",
            "closeAsync",
            "closeAsync",
            "shutLater " + name,
            "shutInstance " + name,
            "shutLater " + name,
            "shutInstance " + name,
            "shutChecked",
            "shut",
            "lambda",
            "resource",
            "resource",
            "close",
            "stop",
            "close");
  }

  @Test
  void otherHooksOfTheApplicationTakeTheFormWithoutParameters() {
    try (Fastjava app = Fastjava.create()) {
      app.onReady(MethodReferenceTests::warm);
      app.after(MethodReferenceTests::warm);
      app.whenReady(MethodReferenceTests::warm);
      app.preClose(MethodReferenceTests::warm);
      Eventually.join(app.ready());
      assertThat(EVENTS).containsExactly("warm", "warm", "warm");
    }
    assertThat(EVENTS).hasSize(4);
  }

  @Test
  void formsThatStandForOthersDoWhatTheyDo() throws Throwable {
    AppHook plain = MethodReferenceTests::shut;
    plain.run((value, error) -> EVENTS.add("over"));
    plain.run((Throwable) null);
    IllegalStateException failure = new IllegalStateException("before");
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> plain.run(failure)).isSameAs(failure);
    assertThat(EVENTS).containsExactly("shut", "over", "shut");
  }
}
