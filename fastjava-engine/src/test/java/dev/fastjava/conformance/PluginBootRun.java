package dev.fastjava.conformance;

import dev.fastjava.CallbackAppHook;
import dev.fastjava.CallbackBootHook;
import dev.fastjava.CloseHook;
import dev.fastjava.Done;
import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.PluginMeta;
import dev.fastjava.PluginOptions;
import dev.fastjava.error.FastjavaException;
import dev.fastjava.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Boots and closes the application of one plugin-boot case. */
final class PluginBootRun {
  private static final ScheduledExecutorService TIMERS =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "boot-timers");
            thread.setDaemon(true);
            return thread;
          });

  private final Map<String, Object> description;
  private final List<String> events = Collections.synchronizedList(new ArrayList<>());
  private String printed = "";

  PluginBootRun(Map<String, Object> description) {
    this.description = description;
  }

  List<String> events() {
    synchronized (events) {
      return List.copyOf(events);
    }
  }

  String printed() {
    return printed;
  }

  void run() {
    Fastjava app = Fastjava.create(options -> options(options));
    try {
      runSteps(app, steps(description));
      app.ready().get(10, TimeUnit.SECONDS);
      events.add("ready");
    } catch (Throwable e) {
      events.add("ready-error:" + text(e));
    }
    for (Map<String, Object> step : steps(description, "late")) {
      Eventually.dawdle(5);
      try {
        runStep(app, step);
        events.add("late-ok");
      } catch (Throwable e) {
        events.add("late-error:" + text(e));
      }
    }
    if (Boolean.TRUE.equals(description.get("print"))) {
      printed = app.printPlugins().replaceAll("-?\\d+ ms", "0 ms");
    }
    try {
      app.closeAsync().get(10, TimeUnit.SECONDS);
      events.add("closed");
    } catch (Throwable e) {
      events.add("close-error:" + text(e));
    }
  }

  private void options(dev.fastjava.FastjavaOptions.Builder options) {
    if (description.get("options") instanceof Map<?, ?> given) {
      given.forEach(
          (name, value) -> {
            switch (String.valueOf(name)) {
              case "pluginTimeout" ->
                  options.pluginTimeout(Duration.ofMillis(((Number) value).longValue()));
              case "exposeHeadRoutes" -> options.exposeHeadRoutes((Boolean) value);
              default -> throw new IllegalArgumentException("unknown option " + name);
            }
          });
    }
  }

  private static String text(Throwable error) {
    Throwable cause = unwrap(error);
    String message = String.valueOf(cause.getMessage()).split("\n", 2)[0];
    // The reference shows its own version where we show ours.
    message = message.replaceAll("'\\d+\\.\\d+\\.\\d+' is installed", "'VERSION' is installed");
    return cause instanceof FastjavaException known ? known.code() + ":" + message : message;
  }

  private static Throwable unwrap(Throwable error) {
    Throwable cause = error;
    while ((cause instanceof CompletionException
            || cause instanceof java.util.concurrent.ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static List<Map<String, Object>> steps(Map<String, Object> owner) {
    return steps(owner, "steps");
  }

  @SuppressWarnings("unchecked") // as the vectors are described
  private static List<Map<String, Object>> steps(Map<String, Object> owner, String key) {
    Object steps = owner.get(key);
    return steps == null ? List.of() : (List<Map<String, Object>>) steps;
  }

  private void runSteps(Fastjava app, List<Map<String, Object>> steps) throws Exception {
    for (Map<String, Object> step : steps) {
      runStep(app, step);
    }
  }

  private void runStep(Fastjava app, Map<String, Object> step) throws Exception {
    String kind = step.keySet().iterator().next();
    Object value = step.get(kind);
    switch (kind) {
      case "log" -> events.add((String) value);
      case "register" -> register(app, map(value));
      case "awaitAfter" -> await(app, (String) value, true);
      case "after" -> after(app, map(value));
      case "ready" -> ready(app, map(value));
      case "onReady" -> app.onReady(appHook("onReady", map(value)));
      case "preClose" -> app.preClose(appHook("preClose", map(value)));
      case "onClose" -> {
        CallbackAppHook hook = appHook("onClose", map(value));
        app.onClose((CloseHook.Callback) (instance, done) -> hook.run(done));
      }
      case "onRegister" ->
          app.onRegister(
              (instance, options) ->
                  events.add(
                      "onRegister:"
                          + value
                          + ":prefix="
                          + (options.prefix() == null ? "" : options.prefix())));
      case "onRoute" ->
          app.onRoute(
              (route, instance) ->
                  events.add(
                      "onRoute:"
                          + value
                          + ":"
                          + String.join(",", route.describe().methods())
                          + " "
                          + route.describe().url()));
      case "route" -> app.get((String) value, (request, reply) -> "");
      case "decorate" -> app.decorate((String) value, true, needs(step));
      case "decorateRequest" -> app.decorateRequest((String) value, null, needs(step));
      case "decorateReply" -> app.decorateReply((String) value, null, needs(step));
      case "has" -> events.add("has:" + value + ":" + app.hasDecorator((String) value));
      case "hasRequest" ->
          events.add("hasRequest:" + value + ":" + app.hasRequestDecorator((String) value));
      case "hasReply" ->
          events.add("hasReply:" + value + ":" + app.hasReplyDecorator((String) value));
      case "hasPlugin" -> events.add("hasPlugin:" + value + ":" + app.hasPlugin((String) value));
      case "pluginName" -> events.add("pluginName:" + app.pluginName());
      case "prefix" -> events.add("prefix:" + app.prefix());
      case "sleep" -> Eventually.dawdle(((Number) value).longValue());
      case "throw" -> throw new IllegalStateException((String) value);
      default -> throw new IllegalArgumentException("unknown step " + kind);
    }
  }

  private static String[] needs(Map<String, Object> step) {
    Object needs = step.get("needs");
    return needs == null
        ? new String[0]
        : ((List<?>) needs).stream().map(String::valueOf).toArray(String[]::new);
  }

  private void await(Fastjava app, String name, boolean catches) {
    try {
      app.after().get(10, TimeUnit.SECONDS);
      events.add("awaited:" + name);
    } catch (Exception e) {
      if (!catches) {
        throw Sneaky.sneaky(unwrap(e));
      }
      events.add("caught:" + unwrap(e).getMessage());
    }
  }

  private void register(Fastjava app, Map<String, Object> spec) {
    PluginOptions options =
        spec.get("prefix") == null
            ? PluginOptions.NONE
            : PluginOptions.of(all -> all.prefix((String) spec.get("prefix")));
    PluginMeta meta = PluginBootMeta.of(spec);
    String name = (String) spec.get("name");
    if ("async".equals(spec.get("style")) || "sync".equals(spec.get("style"))) {
      app.register(plain(spec, name, meta), options);
    } else {
      app.register(callback(spec, name, meta), options);
    }
    if (Boolean.TRUE.equals(spec.get("await"))) {
      await(app, name, Boolean.TRUE.equals(spec.get("catch")));
    }
  }

  private Plugin plain(Map<String, Object> spec, String name, PluginMeta meta) {
    return new Plugin() {
      @Override
      public void register(Fastjava app, PluginOptions options) throws Exception {
        events.add("enter:" + name);
        Eventually.dawdle(delay(spec));
        runSteps(app, steps(spec));
        events.add("leave:" + name);
        if (spec.get("fail") != null) {
          throw new IllegalStateException((String) spec.get("fail"));
        }
      }

      @Override
      public PluginMeta meta() {
        return meta;
      }

      @Override
      public String displayName() {
        return name;
      }
    };
  }

  private Plugin.Callback callback(Map<String, Object> spec, String name, PluginMeta meta) {
    return new Plugin.Callback() {
      @Override
      public void register(Fastjava app, PluginOptions options, Done done) throws Exception {
        events.add("enter:" + name);
        runSteps(app, steps(spec));
        if (Boolean.TRUE.equals(spec.get("hang"))) {
          return;
        }
        later(
            spec,
            () -> {
              events.add("leave:" + name);
              finish(spec, done);
            });
      }

      @Override
      public PluginMeta meta() {
        return meta;
      }

      @Override
      public String displayName() {
        return name;
      }
    };
  }

  private static long delay(Map<String, Object> spec) {
    return spec.get("delay") instanceof Number number ? number.longValue() : 0;
  }

  private static void later(Map<String, Object> spec, Runnable action) {
    if (delay(spec) > 0) {
      var unused = TIMERS.schedule(action, delay(spec), TimeUnit.MILLISECONDS);
    } else {
      action.run();
    }
  }

  private static void finish(Map<String, Object> spec, Done done) {
    if (spec.get("fail") != null) {
      done.fail(new IllegalStateException((String) spec.get("fail")));
    } else {
      done.done();
    }
  }

  private void note(String prefix, Map<String, Object> spec, Throwable error) {
    events.add(
        prefix + ":" + spec.get("label") + (error == null ? "" : ":error:" + error.getMessage()));
  }

  private void after(Fastjava app, Map<String, Object> spec) {
    String style = String.valueOf(spec.get("style"));
    switch (style) {
      case "async" ->
          app.after(
              error -> {
                note("after", spec, error);
                Eventually.dawdle(delay(spec));
                runSteps(app, steps(spec));
                if (spec.get("fail") != null) {
                  throw new IllegalStateException((String) spec.get("fail"));
                }
              });
      case "callback" ->
          app.after(
              (CallbackBootHook)
                  (error, done) -> {
                    note("after", spec, error);
                    runSteps(app, steps(spec));
                    later(spec, () -> finish(spec, done));
                  });
      case "error" ->
          app.after(
              error -> {
                note("after", spec, error);
                runSteps(app, steps(spec));
              });
      default ->
          app.after(
              () -> {
                note("after", spec, null);
                runSteps(app, steps(spec));
              });
    }
  }

  private void ready(Fastjava app, Map<String, Object> spec) {
    app.whenReady(
        error -> {
          note("ready", spec, error == null ? null : unwrap(error));
          runSteps(app, steps(spec));
        });
  }

  private CallbackAppHook appHook(String prefix, Map<String, Object> spec) {
    return done -> {
      events.add(prefix + ":" + spec.get("label"));
      later(
          spec,
          () -> {
            if (delay(spec) > 0) {
              events.add(prefix + "-end:" + spec.get("label"));
            }
            finish(spec, done);
          });
    };
  }

  @SuppressWarnings("unchecked") // as the vectors are described
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  /** Throws what was caught, as it is. */
  private static final class Sneaky {
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // erased on purpose
    static <E extends Throwable> RuntimeException sneaky(Throwable error) throws E {
      throw (E) error;
    }
  }
}
