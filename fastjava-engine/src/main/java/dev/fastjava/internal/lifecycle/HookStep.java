package dev.fastjava.internal.lifecycle;

import dev.fastjava.AbortHook;
import dev.fastjava.BodyHook;
import dev.fastjava.ErrorHook;
import dev.fastjava.Hook;
import dev.fastjava.ParsingHook;
import dev.fastjava.PayloadHook;
import dev.fastjava.ReplyBody;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A hook as the lifecycle calls it, whatever the form it was registered in. Made at boot. */
@FunctionalInterface
interface HookStep {
  /**
   * Calls the hook.
   *
   * @return the payload from now on, a stage of it, or {@link Nothing} where the hook leaves it as
   *     it is; not looked at when the step has asked for {@link HookChain#done}
   */
  @Nullable Object call(HookChain chain) throws Throwable;

  /** The step that calls a hook. */
  static HookStep of(Object hook) {
    if (hook instanceof BodyHook plain) {
      return chain -> plain.runOn(chain.request(), chain.reply(), ReplyBody.of(chain.payload()));
    }
    if (hook instanceof Hook plain) {
      return chain -> {
        plain.run(chain.request(), chain.reply());
        return Nothing.GIVEN;
      };
    }
    if (hook instanceof Hook.Async async) {
      return chain -> stage(chain, async.run(chain.request(), chain.reply()));
    }
    if (hook instanceof Hook.Callback callback) {
      return chain -> {
        callback.run(chain.request(), chain.reply(), chain.done());
        return Nothing.GIVEN;
      };
    }
    if (hook instanceof PayloadHook plain) {
      return chain -> plain.run(chain.request(), chain.reply(), chain.visiblePayload());
    }
    if (hook instanceof PayloadHook.Async async) {
      return chain ->
          stage(chain, async.run(chain.request(), chain.reply(), chain.visiblePayload()));
    }
    if (hook instanceof PayloadHook.Callback callback) {
      return chain -> {
        callback.run(chain.request(), chain.reply(), chain.visiblePayload(), chain.done());
        return Nothing.GIVEN;
      };
    }
    return ofOthers(hook);
  }

  private static HookStep ofOthers(Object hook) {
    if (hook instanceof ParsingHook plain) {
      return chain -> plain.run(chain.request(), chain.reply(), chain.body());
    }
    if (hook instanceof ParsingHook.Async async) {
      return chain -> stage(chain, async.run(chain.request(), chain.reply(), chain.body()));
    }
    if (hook instanceof ParsingHook.Callback callback) {
      return chain -> {
        callback.run(chain.request(), chain.reply(), chain.body(), chain.done());
        return Nothing.GIVEN;
      };
    }
    if (hook instanceof ErrorHook plain) {
      return chain -> {
        plain.run(chain.request(), chain.reply(), chain.error());
        return Nothing.GIVEN;
      };
    }
    if (hook instanceof ErrorHook.Async async) {
      return chain -> stage(chain, async.run(chain.request(), chain.reply(), chain.error()));
    }
    if (hook instanceof ErrorHook.Callback callback) {
      return chain -> {
        callback.run(chain.request(), chain.reply(), chain.error(), chain.done());
        return Nothing.GIVEN;
      };
    }
    if (hook instanceof AbortHook plain) {
      return chain -> {
        plain.run(chain.request());
        return Nothing.GIVEN;
      };
    }
    if (hook instanceof AbortHook.Async async) {
      return chain -> stage(chain, async.run(chain.request()));
    }
    if (hook instanceof AbortHook.Callback callback) {
      return chain -> {
        callback.run(chain.request(), chain.done());
        return Nothing.GIVEN;
      };
    }
    throw new IllegalArgumentException("Not a hook: " + hook.getClass().getName());
  }

  private static CompletionStage<?> stage(HookChain chain, @Nullable CompletionStage<?> stage) {
    if (stage == null) {
      throw new NullPointerException(
          "A " + chain.phase().label() + " hook returned null for a stage");
    }
    return stage;
  }
}
