package dev.fastjava.conformance.scenario;

import dev.fastjava.Done;
import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.PluginMeta;
import dev.fastjava.PluginOptions;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.testing.Eventually;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Registers plugins. */
final class PluginSteps {
  private final Interpreter interpreter;

  PluginSteps(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  void register(Fastjava instance, Spec step) {
    if (step.has("plugin")) {
      throw new NotExpressible("a plugin that is no function: " + Kinds.text(step.get("plugin")));
    }
    PluginMeta meta = meta(step, instance.version());
    boolean callback = "callback".equals(step.get("style"));
    if (callback || step.flag("never")) {
      Plugin.Callback plugin = new CallbackStyle.plugin(this, step, meta, !callback);
      if (step.has("optsFromDecorator")) {
        instance.registerWith(plugin, parent -> options(fromDecorator(step, parent), step));
      } else {
        instance.register(plugin, options(step.object("opts"), step));
      }
    } else {
      Plugin plugin = new PlainStyle.plugin(this, step, meta);
      if (step.has("optsFromDecorator")) {
        instance.registerWith(plugin, parent -> options(fromDecorator(step, parent), step));
      } else {
        instance.register(plugin, options(step.object("opts"), step));
      }
    }
  }

  // A plugin without a name goes by that of its class, and the recordings call it "plugin".

  private static final class PlainStyle {
    record plugin(PluginSteps steps, Spec step, PluginMeta meta) implements Plugin {
      @Override
      public void register(Fastjava app, PluginOptions options) throws InterruptedException {
        steps.load(step, app, options);
      }
    }
  }

  private static final class CallbackStyle {
    record plugin(PluginSteps steps, Spec step, PluginMeta meta, boolean promise)
        implements Plugin.Callback {
      @Override
      public void register(Fastjava app, PluginOptions options, Done done) {
        if (promise) {
          var unused = steps.loadWithoutEnd(step, app, options).whenComplete(done);
        } else {
          steps.load(step, app, options, done);
        }
      }
    }
  }

  private static Spec fromDecorator(Spec step, Fastjava parent) {
    return Spec.of(parent.getDecorator(step.text("optsFromDecorator")));
  }

  /** The options a plugin gets; those taken from a decorator are not merged with anything. */
  private static PluginOptions options(Spec own, Spec step) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(Spec.of(Values.copy(own.map())).map());
    if (!step.has("optsFromDecorator")) {
      for (String key : List.of("prefix", "logLevel")) {
        if (step.has(key)) {
          all.put(key, step.get(key));
        }
      }
    }
    return PluginOptions.of(
        options -> {
          all.forEach(
              (key, value) -> {
                switch (key) {
                  case "prefix" -> options.prefix((String) value);
                  case "logLevel" -> options.logLevel(LogLevel.of((String) value));
                  default -> options.set(key, value);
                }
              });
          if (step.has("logSerializers") && !step.has("optsFromDecorator")) {
            options.logSerializers(LogDescriptions.serializers(step.object("logSerializers")));
          }
        });
  }

  private static PluginMeta meta(Spec step, String version) {
    String name = step.textOrNull("name");
    String shown = name == null ? step.textOrNull("displayName") : name;
    Spec decorators = step.object("decorators");
    return PluginMeta.of(
        meta -> {
          if (shown != null) {
            meta.name(shown);
          }
          if (step.has("fastify")) {
            meta.version(ReferenceVersions.range(step.text("fastify"), version));
          }
          meta.shared(Boolean.FALSE.equals(step.get("encapsulate")))
              .dependencies(array(step.texts("dependencies")))
              .decorators(array(decorators.texts("fastify")))
              .requestDecorators(array(decorators.texts("request")))
              .replyDecorators(array(decorators.texts("reply")));
        });
  }

  private static String[] array(List<String> texts) {
    return texts.toArray(String[]::new);
  }

  /** A plugin in plain style: it blocks while it waits. */
  private void load(Spec step, Fastjava app, PluginOptions options) throws InterruptedException {
    if (step.has("delay")) {
      Eventually.dawdle(step.integer("delay", 0));
    }
    interpreter.steps().run(app, step.list("steps"), Echo.view(options));
    if (step.get("error") != null) {
      throw ScenarioError.of(step.get("error"));
    }
  }

  private CompletableFuture<Void> loadWithoutEnd(Spec step, Fastjava app, PluginOptions options) {
    try {
      load(step, app, options);
    } catch (Exception e) {
      return CompletableFuture.failedFuture(e);
    }
    return new CompletableFuture<>();
  }

  /** A plugin in callback style: it comes back from a timer. */
  private void load(Spec step, Fastjava app, PluginOptions options, Done done) {
    if (!step.has("delay")) {
      loadAndReport(step, app, options, done);
      return;
    }
    Timers.after(
        step.integer("delay", 0),
        () -> {
          try {
            loadAndReport(step, app, options, done);
          } catch (RuntimeException e) {
            done.fail(e);
          }
        });
  }

  private void loadAndReport(Spec step, Fastjava app, PluginOptions options, Done done) {
    interpreter.steps().run(app, step.list("steps"), Echo.view(options));
    if (step.get("error") != null) {
      done.fail(ScenarioError.of(step.get("error")));
    } else if (!step.flag("never")) {
      done.done();
    }
  }
}
