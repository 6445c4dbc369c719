package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.error.CustomWarningCode;
import dev.fastjava.testing.Eventually;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarnTests {
  private static final CustomWarningCode OLD = CustomWarningCode.of("SHOP001", "%s is old");

  private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());

  private Fastjava app() {
    return Fastjava.create(o -> o.warningListener((code, text) -> warnings.add(code + ' ' + text)));
  }

  @Test
  void warningOfAPluginNamesThePluginWhileItIsLoaded() {
    try (Fastjava app = app()) {
      app.register(
          Plugins.named(
              "shop",
              (shop, o) ->
                  shop.register(Plugins.shared("cart", (cart, p) -> cart.warn(OLD, "basket")))));
      Eventually.join(app.ready());
    }
    assertThat(warnings).containsExactly("SHOP001 basket is old (in root -> shop -> cart)");
  }

  @Test
  void warningIsGivenOnceByEachServer() {
    for (int server = 0; server < 2; server++) {
      try (Fastjava app = app()) {
        app.warn(OLD, "a");
        app.warn(OLD, "b");
      }
    }
    assertThat(warnings)
        .containsExactly("SHOP001 a is old (in root)", "SHOP001 a is old (in root)");
  }

  @Test
  void unlimitedWarningIsGivenEachTimeAlsoByHandlers() {
    try (Fastjava app = app()) {
      app.register(
          Plugins.named(
              "shop",
              (shop, o) ->
                  shop.get(
                      "/",
                      (request, reply) -> {
                        request.server().warn(OLD.unlimited(), "order");
                        return "x";
                      })));
      app.inject().get("/");
      app.inject().get("/");
    }
    assertThat(warnings).hasSize(2).containsOnly("SHOP001 order is old (in root -> shop)");
  }

  @Test
  void codeIsNotEmpty() {
    assertThatThrownBy(() -> CustomWarningCode.of("", "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void twoLambdasOfOneClassDoNotShareAName() {
    List<String> names = new ArrayList<>();
    try (Fastjava app = app()) {
      Plugin twice = (child, o) -> names.add(child.pluginName());
      app.register(twice).register((child, o) -> names.add(child.pluginName())).register(twice);
      Eventually.join(app.ready());
      assertThat(app.printPlugins()).contains("WarnTests lambda 2 ");
    }
    assertThat(names).containsExactly("WarnTests lambda", "WarnTests lambda 2", "WarnTests lambda");
  }
}
