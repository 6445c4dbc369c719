package dev.fastjava.docs;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.Fastjava;
import dev.fastjava.PluginOptions;
import dev.fastjava.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * Each example of {@code docs/Plugins.md} and {@code docs/Lifecycle.md} does what its page says of
 * it.
 */
class PluginExamplesTests {
  @Test
  void pluginIsRegisteredUnderEachPrefix() throws Exception {
    try (Fastjava app = ExampleApp.of(PluginsPage::example1)) {
      assertThat(app.inject("/v1/users/7")).hasBody("{\"id\":\"7\"}");
      assertThat(app.inject("/v2/users/a%20b")).hasBody("{\"id\":\"a b\"}");
      assertThat(app.inject("/v1/users/")).hasBody("{\"id\":\"\"}");
    }
  }

  @Test
  void optionsMayBeAFunctionOfTheParent() throws Exception {
    AtomicReference<Object> max = new AtomicReference<>();
    try (Fastjava app = ExampleApp.of(PluginsPage::example2)) {
      app.registerWith(
          (child, options) -> max.set(options.get("max", int.class)),
          parent -> PluginOptions.of(o -> o.set("max", parent.getDecorator("limits"))));
      Eventually.join(app.ready());
      assertThat(max.get()).isEqualTo(10);
    }
  }

  @Test
  void optionsThatAreNotSetAreNullAndNamedWhereThereIsNoNull() {
    PluginOptions options = PluginOptions.of(o -> o.set("max", 10).set("none", null));
    assertThat(options.get("max", Integer.class)).isEqualTo(10);
    assertThat(options.get("none", String.class)).isNull();
    assertThat(options.get("other", String.class)).isNull();
    assertThatThrownBy(() -> options.get("other", boolean.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("'other'");
    assertThatThrownBy(() -> options.get("max", String.class))
        .isInstanceOf(ClassCastException.class)
        .hasMessageContaining("'max'");
  }

  @Test
  void pluginsWithMetadataAndThoseThatCompleteLaterAreLoaded() throws Exception {
    try (Fastjava app = ExampleApp.of(PluginsPage::example3, PluginsPage::example4)) {
      Eventually.join(app.ready());
      assertThat(app.hasPlugin("db")).isTrue();
      assertThat(app.printPlugins()).contains("orders", "cache");
    }
  }

  @Test
  void replyIsWhatAHandlerReturnsOrSends() throws Exception {
    try (Fastjava app = ExampleApp.of(LifecyclePage::example1)) {
      assertThat(app.inject("/object")).hasBody("{\"hello\":\"world\"}");
      assertThat(app.inject("/later")).hasBody("later");
      assertThat(app.inject("/empty")).hasStatus(200).hasEmptyBody();
      assertThat(app.inject("/own")).hasStatus(202).hasBody("accepted");
    }
  }

  @Test
  void handlerThatNeverAnswersIsTimedOut() throws Exception {
    try (Fastjava app = ExampleApp.of(LifecyclePage::example2)) {
      assertThat(app.inject("/report"))
          .hasStatus(503)
          .bodyJson()
          .extractingPath("$.code")
          .isEqualTo("FST_ERR_HANDLER_TIMEOUT");
    }
  }

  @Test
  void listenerIsToldOfErrorsOfHandlers() throws Exception {
    try (Fastjava app = ExampleApp.of(LifecyclePage::example3)) {
      app.get(
          "/breaks",
          (request, reply) -> {
            throw new IllegalStateException("broken");
          });
      assertThat(app.inject("/breaks")).hasStatus(500);
      assertThat(LifecyclePage.failures()).contains("/breaks: broken");
    }
  }

  @Test
  void pluginForOthersHasOptionsOfItsOwnAndIsReachedByItsClass() throws Exception {
    try (Fastjava app = ExampleApp.of(PluginsPage::example20)) {
      assertThat(app.inject("/orders")).hasStatus(200);
      Maintenance.of(app).on(true);
      assertThat(app.inject("/orders")).hasStatus(503).hasHeader("retry-after", "300");
      assertThat(app.inject("/health")).hasStatus(200);
      assertThat(app.hasPlugin("maintenance")).isTrue();
    }
  }

  @Test
  void pluginForOthersIsRegisteredWithOptionsOfTheFramework() throws Exception {
    List<String> warnings = new ArrayList<>();
    try (Fastjava app =
        ExampleApp.with(
            o -> o.warningListener((code, text) -> warnings.add(code + ' ' + text)),
            PluginsPage::example21)) {
      assertThat(app.inject("/shop/")).hasBody("shop");
    }
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0)).startsWith("MAINTENANCE001").endsWith("-> maintenance)");
  }

  @Test
  void pluginForOthersNamesTheOptionThatIsWrong() {
    assertThatThrownBy(() -> Maintenance.plugin(m -> m.retryAfter(Duration.ofSeconds(-1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maintenance: retryAfter is no time: PT-1S");
  }
}
