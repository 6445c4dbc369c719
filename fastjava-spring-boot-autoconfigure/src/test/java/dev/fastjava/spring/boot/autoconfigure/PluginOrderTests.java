package dev.fastjava.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fastjava.Plugin;
import dev.fastjava.PluginMeta;
import dev.fastjava.PluginOptions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PluginOrderTests {

  @Test
  void pluginsWithoutDependenciesKeepTheirOrder() {
    assertThat(sorted(plugin("b"), plugin("a"), plugin("c"))).containsExactly("b", "a", "c");
  }

  @Test
  void pluginsComeBehindTheirDependencies() {
    assertThat(sorted(plugin("routes", "db", "auth"), plugin("auth", "db"), plugin("db")))
        .containsExactly("db", "auth", "routes");
  }

  @Test
  void dependenciesOfTheMetadataCountWherePresent() {
    PluginMeta meta = PluginMeta.of(m -> m.dependencies("db", "from elsewhere"));
    PluginBean routes =
        new PluginBean(
            "routes", "routes", "", false, List.of(), noPlugin(), meta, PluginOptions.NONE);
    assertThat(sorted(routes, plugin("db"))).containsExactly("db", "routes");
  }

  @Test
  void unknownDependenciesAreReported() {
    assertThatExceptionOfType(PluginDependencyException.class)
        .isThrownBy(() -> sorted(plugin("users", "db"), plugin("auth")))
        .withMessage(
            "Plugin 'users' (bean 'users bean') depends on plugin 'db', which is no bean of the"
                + " application. Plugins there are: 'auth' (bean 'auth bean'), 'users'"
                + " (bean 'users bean')")
        .satisfies(
            failure ->
                assertThat(failure.action())
                    .isEqualTo(
                        "Declare a Plugin bean with @RegisterPlugin(name = \"db\"), or correct"
                            + " dependsOn of plugin 'users'."));
  }

  @Test
  void cyclesAreReported() {
    assertThatExceptionOfType(PluginDependencyException.class)
        .isThrownBy(() -> sorted(plugin("a", "b"), plugin("b", "c"), plugin("c", "b")))
        .withMessage(
            "Plugins depend on each other: 'b' (bean 'b bean') -> 'c' (bean 'c bean') -> 'b'");
  }

  @Test
  void pluginsComeBehindTheOneTheyBelongInto() {
    assertThat(sorted(inside("api", "users"), plugin("api"))).containsExactly("api", "users");
  }

  @Test
  void whatThoseInsideNeedComesBeforeTheWhole() {
    assertThat(sorted(plugin("api"), inside("api", "users", "db"), plugin("db")))
        .containsExactly("db", "api", "users");
    assertThat(sorted(plugin("api"), inside("api", "users", "db"), inside("api", "db")))
        .containsExactly("api", "db", "users");
  }

  @Test
  void anUnknownParentIsReported() {
    assertThatExceptionOfType(PluginDependencyException.class)
        .isThrownBy(() -> sorted(inside("api", "users")))
        .withMessageContaining("belongs into plugin 'api', which is no bean");
  }

  private static List<String> sorted(PluginBean... plugins) {
    return PluginOrder.sort(List.of(plugins)).stream().map(PluginBean::name).toList();
  }

  private static PluginBean plugin(String name, String... dependsOn) {
    return inside("", name, dependsOn);
  }

  private static PluginBean inside(String parent, String name, String... dependsOn) {
    return new PluginBean(
        name + " bean",
        name,
        parent,
        false,
        Stream.of(dependsOn).toList(),
        noPlugin(),
        PluginMeta.NONE,
        PluginOptions.NONE);
  }

  private static Plugin noPlugin() {
    return (app, options) -> {};
  }
}
