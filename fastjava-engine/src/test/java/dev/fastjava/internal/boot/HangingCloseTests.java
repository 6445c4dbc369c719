package dev.fastjava.internal.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.Fastjava;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.FastjavaException;
import dev.fastjava.testing.Eventually;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Closing ends, whatever its hooks do: each has the time of a plugin. */
@SuppressWarnings("FutureReturnValueIgnored") // the framework looks after returned stages
class HangingCloseTests {
  static Stream<Consumer<Fastjava>> hanging() {
    return Stream.of(
        app -> app.onClose((instance, done) -> {}),
        app -> app.onCloseAsync(instance -> new CompletableFuture<>()),
        app -> app.onClose(instance -> Eventually.hangUntilInterrupted()),
        app -> app.preClose(done -> {}),
        app -> app.preCloseAsync(() -> new CompletableFuture<>()));
  }

  @ParameterizedTest
  @MethodSource("hanging")
  void hookThatNeverEndsDoesNotKeepTheServerOpen(Consumer<Fastjava> hook) {
    ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();
    Fastjava app = Fastjava.create(o -> o.pluginTimeout(Duration.ofMillis(100)));
    app.onClose(
        instance -> {
          events.add("the others run");
        });
    hook.accept(app);
    Eventually.join(app.listen(o -> o.host("127.0.0.1").port(0)));
    assertThatThrownBy(() -> Eventually.join(app.closeAsync()))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            FastjavaException.class,
            error -> assertThat(error.code()).isEqualTo(ErrorCode.FST_ERR_HOOK_TIMEOUT.name()))
        .satisfies(
            error ->
                assertThat(error.getSuppressed())
                    .anySatisfy(place -> assertThat(place.toString()).contains("hook in root")));
    assertThat(events).containsExactly("the others run");
    assertThat(app.addresses()).isEmpty();
  }
}
