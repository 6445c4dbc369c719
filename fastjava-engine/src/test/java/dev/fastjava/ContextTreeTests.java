package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.testing.Eventually;
import org.junit.jupiter.api.Test;

/** The tree of contexts as values. */
class ContextTreeTests {

  @Test
  void contextsHaveChildrenAndHooksOfTheirOwn() {
    Hook outer = (request, reply) -> {};
    AppHook ready = () -> {};
    try (Fastjava app = Fastjava.create()) {
      app.onRequest(outer).onReady(ready);
      app.register(
          Plugins.named("users", (users, options) -> users.preHandler((request, reply) -> {})),
          options -> options.prefix("/users"));
      app.register(Plugins.shared("db", (shared, options) -> shared.onClose(instance -> {})));
      Eventually.join(app.ready());

      assertThat(app.declaredHooks())
          .extracting(DeclaredHook::phase)
          .containsExactly("onRequest", "onReady", "onClose");
      assertThat(app.declaredHooks().get(0).hook()).isSameAs(outer);
      assertThat(app.children()).extracting(Fastjava::prefix).containsExactly("/users");
      DeclaredHook inner = app.children().get(0).declaredHooks().get(0);
      assertThat(inner.phase()).isEqualTo("preHandler");
      assertThat(inner.declaredAt()).asString().contains("ContextTreeTests.java:");
    }
  }
}
