package dev.fastjava.internal.boot;

import dev.fastjava.AppHook;
import dev.fastjava.AsyncAppHook;
import dev.fastjava.AsyncBootHook;
import dev.fastjava.BootHook;
import dev.fastjava.CallbackBootHook;
import dev.fastjava.Done;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A step of {@code after} or {@code ready} in any form.
 *
 * @param code what it does
 * @param takesError whether it takes the error of what ran before, which else stays for others
 */
record BootStep(Code code, boolean takesError) {
  /** Code of the application; what it returns is awaited unless null. */
  @FunctionalInterface
  interface Code {
    @Nullable CompletionStage<?> run(@Nullable Throwable error) throws Throwable;
  }

  static BootStep of(AppHook step) {
    return new BootStep(
        error -> {
          step.run();
          return null;
        },
        false);
  }

  static BootStep of(AsyncAppHook step) {
    return new BootStep(error -> AwaitedStage.required(step.run()), false);
  }

  @SuppressWarnings("overloads") // callers give steps of one type, never lambdas
  static BootStep of(BootHook step) {
    return new BootStep(
        error -> {
          step.run(error);
          return null;
        },
        true);
  }

  @SuppressWarnings("overloads") // as above
  static BootStep of(AsyncBootHook step) {
    return new BootStep(error -> AwaitedStage.required(step.run(error)), true);
  }

  @SuppressWarnings("overloads") // as above
  static BootStep of(CallbackBootHook step) {
    return new BootStep(
        error -> {
          CompletableFuture<Void> over = new CompletableFuture<>();
          step.run(
              error,
              AwaitedStage.within(
                  (value, failure) -> {
                    if (failure == null) {
                      over.complete(null);
                    } else {
                      over.completeExceptionally(failure);
                    }
                  }));
          return over;
        },
        true);
  }

  /** Runs it as a step of the loader. */
  void load(@Nullable Throwable error, Done done) throws Throwable {
    CompletionStage<?> stage = code.run(error);
    Throwable passed = takesError ? null : error;
    if (stage == null) {
      done.accept(null, passed);
    } else {
      AwaitedStage.end(
          stage, (value, failure) -> done.accept(null, failure != null ? failure : passed));
    }
  }

  /** Runs it when the server is ready: one that takes no error is for servers that are. */
  @Nullable CompletionStage<?> ready(@Nullable Throwable error) throws Throwable {
    return takesError || error == null ? code.run(error) : null;
  }
}
