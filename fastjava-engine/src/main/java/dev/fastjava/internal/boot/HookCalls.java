package dev.fastjava.internal.boot;

import dev.fastjava.DeclaredHook;
import dev.fastjava.Fastjava;
import dev.fastjava.error.ErrorCode;
import java.util.List;

/** What the API has for the hooks of a context. Reference: Hooks. */
interface HookCalls extends Fastjava {
  /** The context itself. */
  Context context();

  @Override
  default Fastjava addHook(String name, Object hook) {
    Context context = context();
    Server server = context.server;
    context.requireNotStarted("addHook");
    if (name == null) {
      throw ErrorCode.FST_ERR_HOOK_INVALID_TYPE.error();
    }
    if (hook == null || HookScope.isKnown(name)) {
      HookScope.check(name, hook);
    }
    DeclaredAt place = server.loader.declaredHere("An " + name + " hook");
    context.hooks.declare(name, hook, place.place());
    if (name.equals("onClose")) {
      AppHooks.Added closing = AppHooks.Added.closing(context, hook, place);
      server.steps.onClose(
          (error, done) -> closing.run(server.logger, done), () -> closing.late(name));
    } else if (HookScope.isOfApplication(name)) {
      context.hooks.add(name, AppHooks.Added.of(hook, place));
    } else if (HookScope.isImmediate(name)) {
      context.hooks.add(name, hook);
    } else {
      server.loader.afterInternally(context, () -> addLater(context, name, hook, place));
    }
    return this;
  }

  @Override
  default List<DeclaredHook> declaredHooks() {
    return context().hooks.declared();
  }

  private static void addLater(Context context, String name, Object hook, DeclaredAt place) {
    try {
      HookScope.check(name, hook);
    } catch (RuntimeException e) {
      place.addTo(e);
      throw e;
    }
    addHereAndBelow(context, name, hook);
  }

  private static void addHereAndBelow(Context context, String name, Object hook) {
    context.hooks.add(name, hook);
    context.children.forEach(child -> addHereAndBelow(child, name, hook));
  }
}
