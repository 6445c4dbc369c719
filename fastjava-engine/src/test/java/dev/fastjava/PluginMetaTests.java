package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.testing.Eventually;
import dev.fastjava.type.OptionKey;
import dev.fastjava.type.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PluginMetaTests {
  private static final Plugin NEEDS_DB =
      new Plugin() {
        @Override
        public void register(Fastjava app, PluginOptions options) {}

        @Override
        public PluginMeta meta() {
          return PluginMeta.of(m -> m.name("own").dependencies("db"));
        }
      };

  @Test
  void wrappedPluginKeepsWhatItDeclaresItself() {
    PluginMeta meta = Plugins.shared("other", m -> m.dependencies("cache"), NEEDS_DB).meta();
    assertThat(meta.name()).isEqualTo("other");
    assertThat(meta.shared()).isTrue();
    assertThat(meta.dependencies()).containsExactly("db", "cache");
    assertThat(Plugins.named("third", NEEDS_DB).meta().shared()).isFalse();
  }

  @Test
  void metadataCannotContradictTheMethodThatGivesNameAndScope() {
    Plugin plugin = (app, options) -> {};
    assertThatThrownBy(() -> Plugins.shared("db", m -> m.shared(false), plugin))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'db'");
    assertThatThrownBy(() -> Plugins.named("db", m -> m.name("other"), plugin))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyStyleCanBeNamedAndShared() {
    List<String> names = new ArrayList<>();
    try (Fastjava app = Fastjava.create()) {
      app.register(Plugins.named("plain", (child, options) -> names.add(child.pluginName())));
      app.register(
          Plugins.named(
              "callback",
              (child, options, done) -> {
                names.add(child.pluginName());
                done.done();
              }));
      app.registerAsync(
          Plugins.namedAsync(
              "async",
              (child, options) -> {
                names.add(child.pluginName());
                return CompletableFuture.completedFuture(null);
              }));
      app.register(Plugins.shared("together", (self, options) -> self.decorate("here", 1)));
      Eventually.join(app.ready());
      assertThat(app.hasDecorator("here")).isTrue();
    }
    assertThat(names).containsExactly("plain", "callback", "async");
  }

  @Test
  void keptBuilderDoesNotReachTheMetadata() {
    List<PluginMeta.Builder> kept = new ArrayList<>();
    PluginMeta meta = PluginMeta.of(m -> kept.add(m.name("a")));
    kept.get(0).name("b").dependencies("c");
    assertThat(meta.name()).isEqualTo("a");
    assertThat(meta.dependencies()).isEmpty();
  }

  @Test
  void optionsOfAPluginHaveKeys() {
    OptionKey<Integer> max = OptionKey.of("max", int.class);
    OptionKey<List<String>> names = OptionKey.of("names", new TypeRef<List<String>>() {});
    PluginOptions options = PluginOptions.of(o -> o.set(max, 3).set(names, List.of("a")));
    assertThat(options.get(max)).isEqualTo(3);
    assertThat(options.require(names)).containsExactly("a");
    assertThat(options.get("max")).isEqualTo(3);
    assertThat(PluginOptions.NONE.get(names)).isNull();
    assertThatThrownBy(() -> PluginOptions.NONE.get(max))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("There is no value of 'max', and int knows no null");
    assertThatThrownBy(() -> PluginOptions.NONE.require(max))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("The option 'max' is not set");
    assertThatThrownBy(() -> PluginOptions.of(o -> o.set("prefix", "/x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("set it by prefix(...)");
    assertThatThrownBy(() -> PluginOptions.of(o -> o.set("max", "3")).get(max))
        .isInstanceOf(ClassCastException.class)
        .hasMessageContaining("'max'");
  }
}
