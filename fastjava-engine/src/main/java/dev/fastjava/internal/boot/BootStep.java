package dev.fastjava.internal.boot;

import dev.fastjava.AppHook;
import dev.fastjava.AsyncAppHook;
import dev.fastjava.AsyncBootHook;
import dev.fastjava.CallbackBootHook;
import dev.fastjava.Done;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A step of {@code after} or {@code ready} in any form.
 *
 * @param code what it does
 * @param takesError whether it takes the error of what ran before, which else stays for others
 */
record BootStep(CallbackBootHook code, boolean takesError) {
  static BootStep of(AppHook step) {
    return new BootStep((error, done) -> step.run(done), false);
  }

  static BootStep of(AsyncAppHook step) {
    return new BootStep((error, done) -> AwaitedStage.end(step.run(), done), false);
  }

  @SuppressWarnings("overloads") // callers give steps of one type, never lambdas
  static BootStep of(CallbackBootHook step) {
    return new BootStep((error, done) -> step.run(error, AwaitedStage.within(done)), true);
  }

  @SuppressWarnings("overloads") // as above
  static BootStep of(AsyncBootHook step) {
    return new BootStep((error, done) -> AwaitedStage.end(step.run(error), done), true);
  }

  /** Runs it as a step of the loader. */
  void load(@Nullable Throwable error, Done done) throws Throwable {
    Throwable passed = takesError ? null : error;
    code.run(error, (value, failure) -> done.accept(null, failure != null ? failure : passed));
  }

  /** Runs it when the server is ready: one that takes no error is for servers that are. */
  CompletableFuture<Void> ready(@Nullable Throwable error) {
    CompletableFuture<Void> over = new CompletableFuture<>();
    if (takesError || error == null) {
      try {
        code.run(error, AwaitedStage.completing(over));
      } catch (Throwable e) {
        over.completeExceptionally(e);
      }
    } else {
      over.complete(null);
    }
    return over;
  }
}
