package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.error.FastjavaException;
import dev.fastjava.testing.Eventually;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What whoever waited for {@code ready()} finds. */
class ReadyTests {
  private static final int TIMES = 200;

  @Test
  void nothingCanBeAddedFromTheMomentReadyIsThere() {
    for (int i = 0; i < TIMES; i++) {
      try (Fastjava app = Fastjava.create()) {
        CompletableFuture<?> added =
            app.ready().thenRun(() -> app.get("/late", (request, reply) -> "late"));

        assertThatThrownBy(() -> Eventually.join(added))
            .hasCauseInstanceOf(FastjavaException.class)
            .extracting(Throwable::getCause)
            .extracting(error -> ((FastjavaException) error).code())
            .isEqualTo("FST_ERR_INSTANCE_ALREADY_LISTENING");
      }
    }
  }

  @Test
  void aFailedBootIsToldTooAndTheServerCloses() {
    Fastjava app = Fastjava.create();
    app.onReady(
        () -> {
          throw new IllegalStateException("not today");
        });

    assertThatThrownBy(() -> Eventually.join(app.ready())).hasMessageContaining("not today");
    Eventually.join(app.closeAsync());
    assertThat(app.ready()).isCompletedExceptionally();
  }
}
