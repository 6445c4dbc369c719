package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.type.ConfigKey;
import dev.fastjava.type.DecoratorKey;
import dev.fastjava.type.TypeRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigKeyTests {
  private static final ConfigKey<Duration> CACHED = ConfigKey.of("cached", Duration.class);
  private static final ConfigKey<Integer> WEIGHT = ConfigKey.of("weight", Integer.class);
  private static final ConfigKey<List<String>> ROLES =
      ConfigKey.of("roles", new TypeRef<List<String>>() {});

  @Test
  void whatARouteSetsAHookReadsWithItsType() {
    try (Fastjava app = Fastjava.create()) {
      List<Object> seen = new ArrayList<>();
      app.onRoute((route, instance) -> seen.add(String.valueOf(route.describe().config(CACHED))));
      app.onRequest(
          (request, reply) -> {
            Duration cached = request.routeOptions().config(CACHED);
            Integer weight = request.routeOptions().config(WEIGHT);
            List<String> roles = request.routeOptions().config(ROLES);
            seen.add(cached + " " + weight + " " + roles);
          });
      app.get(
          "/",
          r ->
              r.config(CACHED, Duration.ofSeconds(9))
                  .config(WEIGHT, 2)
                  .config(ROLES, List.of("admin")),
          (request, reply) -> "there");
      app.get("/plain", r -> r.exposeHeadRoute(false), (request, reply) -> "there");
      app.inject("/");
      app.inject("/plain");
      assertThat(seen)
          .contains("PT9S", "PT9S 2 [admin]", "null null null")
          .endsWith("PT9S 2 [admin]", "null null null");
    }
  }

  @Test
  void whatARouteHasToHaveIsNamedWhereItIsMissing() {
    RouteDefinition route = RouteDefinition.get("/").config(WEIGHT, 2);
    assertThat(route.describe().requireConfig(WEIGHT)).isEqualTo(2);
    assertThatThrownBy(() -> route.describe().requireConfig(CACHED))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The route has no configuration 'cached'");
    try (Fastjava app = Fastjava.create()) {
      app.get("/", (request, reply) -> request.routeOptions().requireConfig(WEIGHT));
      assertThat(app.inject("/").body()).contains("The route has no configuration 'weight'");
    }
  }

  @Test
  void aValueOfAnotherTypeIsNamedWhereItIsRead() {
    RouteDefinition route = RouteDefinition.get("/").config("cached", "for ever");
    assertThatThrownBy(() -> route.describe().config(CACHED))
        .isInstanceOf(ClassCastException.class)
        .hasMessage("The value of 'cached' is of type java.lang.String, not java.time.Duration");
  }

  @Test
  void keysOfOneNameAndTypeAreEqualButNotThoseOfDecorators() {
    assertThat(CACHED)
        .isEqualTo(ConfigKey.of("cached", Duration.class))
        .hasSameHashCodeAs(ConfigKey.of("cached", Duration.class))
        .isNotEqualTo(ConfigKey.of("cached", Long.class))
        .isNotEqualTo(ConfigKey.of("other", Duration.class))
        .isNotEqualTo(DecoratorKey.of("cached", Duration.class))
        .hasToString("'cached' of type java.time.Duration");
    assertThat(ROLES).isEqualTo(ConfigKey.of("roles", new TypeRef<List<String>>() {}));
  }
}
