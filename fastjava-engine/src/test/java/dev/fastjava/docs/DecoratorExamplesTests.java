package dev.fastjava.docs;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.Fastjava;
import org.junit.jupiter.api.Test;

/**
 * Each example of {@code docs/Decorators.md} and {@code docs/Encapsulation.md} does what its page
 * says of it.
 */
class DecoratorExamplesTests {
  @Test
  void firstExampleAnswersWithAndWithoutAUser() throws Exception {
    try (Fastjava app = ExampleApp.of(DecoratorsPage::example1)) {
      assertThat(app.inject(r -> r.url("/").header("x-user", "Ada")))
          .hasStatus(200)
          .bodyJson()
          .isEqualToJson("{\"user\":\"Ada\",\"orders\":0}");
      assertThat(app.inject("/"))
          .hasStatus(200)
          .bodyJson()
          .isEqualToJson("{\"user\":\"nobody\",\"orders\":0}");
    }
  }

  @Test
  void gettersAreComputedAtEachAccess() throws Exception {
    try (Fastjava app = ExampleApp.of(DecoratorsPage::example2)) {
      app.register(
          (child, options) ->
              child.get("/place", (request, reply) -> request.server().getDecorator("place")),
          o -> o.prefix("/in"));
      app.get(
          "/:name?",
          (request, reply) -> {
            if (request.param("name") != null) {
              request.setDecorator("name", request.param("name"));
            }
            return request.getDecorator("greeting");
          });
      assertThat(app.inject("/")).hasBody("Hello nobody");
      assertThat(app.inject("/Ada")).hasBody("Hello Ada");
      assertThat(app.inject("/in/place")).hasBody("context /in");
    }
  }

  @Test
  void tableOfReadsWithoutAValueHolds() throws Exception {
    try (Fastjava app = Fastjava.create()) {
      app.decorate("none", null);
      assertThat(app.getDecorator("none")).isNull();
      assertThat(app.getDecorator("none", String.class)).isNull();
      assertThatThrownBy(() -> app.getDecorator("none", int.class))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("'none'");
      assertThatThrownBy(() -> app.requireDecorator("none", String.class))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("'none'");
    }
  }

  @Test
  void whatAPluginAddsStaysWithin() throws Exception {
    try (Fastjava app = ExampleApp.of(EncapsulationPage::example1)) {
      assertThat(app.inject("/orders")).hasBody("the cart").hasHeader("x-orders", "1");
      assertThat(app.inject("/")).hasBody("false").doesNotHaveHeader("x-orders");
    }
  }

  @Test
  void whatASharedPluginAddsIsSeenByItsNeighbours() throws Exception {
    try (Fastjava app = ExampleApp.of(EncapsulationPage::example2)) {
      assertThat(app.inject("/pool")).hasBody("a pool");
    }
  }

  @Test
  void authenticationHoldsForTheRoutesOfItsPluginOnly() throws Exception {
    try (Fastjava app = ExampleApp.of(EncapsulationPage::example3)) {
      assertThat(app.inject("/club")).hasStatus(401);
      assertThat(app.inject(r -> r.url("/club").header("authorization", "x"))).hasBody("welcome");
      assertThat(app.inject("/open")).hasBody("for everybody");
    }
  }
}
