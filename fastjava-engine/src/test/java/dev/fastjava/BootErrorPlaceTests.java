package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.FastjavaException;
import dev.fastjava.testing.Eventually;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A printed error of the boot names plugin path, class and line; its message stays as it is. */
class BootErrorPlaceTests {
  /** A plugin with a route whose schema does not compile. */
  private static final class Orders implements Plugin {
    @Override
    public void register(Fastjava app, PluginOptions options) {
      declareBrokenRoute(app);
    }

    private static void declareBrokenRoute(Fastjava app) {
      app.post(
          "/orders",
          r -> r.schema(s -> s.body(Map.of("type", "nonsense"))),
          (request, reply) -> null);
    }
  }

  private static final class Shop implements Plugin {
    @Override
    public void register(Fastjava app, PluginOptions options) {
      app.register(new Orders());
    }
  }

  private static Throwable bootError(Consumer<Fastjava> declarations) {
    try (Fastjava app = Fastjava.create(o -> o.pluginTimeout(Duration.ofMillis(100)))) {
      declarations.accept(app);
      Eventually.join(app.ready());
    } catch (CompletionException e) {
      return java.util.Objects.requireNonNull(e.getCause());
    }
    throw new AssertionError("the boot did not fail");
  }

  private static String printed(Throwable error) {
    StringWriter text = new StringWriter();
    error.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void schemaThatDoesNotCompileNamesPluginPathAndLineOfItsRoute() {
    Throwable error = bootError(app -> app.register(new Shop()));
    assertThat(error)
        .isInstanceOfSatisfying(
            FastjavaException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.FST_ERR_SCH_VALIDATION_BUILD.name()));
    assertThat(error.getMessage()).startsWith("Failed building the validation schema for POST:");
    assertThat(printed(error))
        .contains("Route POST:/orders in root -> Shop -> Orders was declared here")
        .containsPattern("Orders\\.declareBrokenRoute\\(BootErrorPlaceTests\\.java:\\d+\\)");
  }

  @Test
  void failingPluginNamesWhereItWasRegistered() {
    Throwable error =
        bootError(
            app ->
                app.register(
                    new Plugin() {
                      @Override
                      public void register(Fastjava nested, PluginOptions options) {
                        nested.register(
                            (Fastjava inner, PluginOptions o) -> {
                              throw new IllegalStateException("no database");
                            });
                      }

                      @Override
                      public String displayName() {
                        return "outer";
                      }
                    }));
    assertThat(error).hasMessage("no database");
    assertThat(printed(error))
        .contains("in root -> outer was declared here")
        .containsPattern("BootErrorPlaceTests\\$1\\.register\\(BootErrorPlaceTests\\.java:\\d+\\)");
  }

  @Test
  void pluginThatNeverCompletesNamesWhereItWasRegistered() {
    Plugin.Callback forgetful = (app, options, done) -> {};
    Throwable error = bootError(app -> app.register(Plugins.named("forgetful", forgetful)));
    assertThat(error).hasMessageContaining("Plugin did not start in time: 'forgetful'");
    assertThat(printed(error))
        .contains("Plugin \"forgetful\" in root was declared here")
        .contains("pluginThatNeverCompletesNamesWhereItWasRegistered");
  }

  @Test
  void missingDependencyNamesWhereThePluginWasRegistered() {
    Throwable error =
        bootError(
            app ->
                app.register(
                    Plugins.named("needy", m -> m.dependencies("db"), (inner, options) -> {})));
    assertThat(error).hasMessage("The dependency 'db' of plugin 'needy' is not registered");
    assertThat(printed(error)).contains("Plugin \"needy\" in root was declared here");
  }

  @Test
  void failingAndForgetfulOnReadyHooksNameWhereTheyWereAdded() {
    Throwable thrown =
        bootError(
            app ->
                app.onReady(
                    () -> {
                      throw new IllegalStateException("not ready");
                    }));
    assertThat(printed(thrown)).contains("An onReady hook in root was declared here");
    Throwable never = bootError(app -> app.onReady(done -> {}));
    assertThat(never).hasMessageStartingWith("A callback for 'onReady' hook");
    assertThat(printed(never)).contains("An onReady hook in root was declared here");
  }

  @Test
  void unknownHookNamesWhereItWasAdded() {
    Throwable error = bootError(app -> app.addHook("onLunch", new Object()));
    assertThat(error).hasMessage("onLunch hook not supported!");
    assertThat(printed(error))
        .contains("An onLunch hook in root was declared here")
        .contains("unknownHookNamesWhereItWasAdded");
  }
}
