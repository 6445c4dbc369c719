package dev.fastjava.spring.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Hook;
import dev.fastjava.Plugin;
import dev.fastjava.Plugins;
import dev.fastjava.RouteDefinition;
import dev.fastjava.inject.Inject;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.spring.boot.FastjavaServer;
import dev.fastjava.spring.boot.FastjavaServers;
import dev.fastjava.spring.boot.OnServer;
import dev.fastjava.spring.boot.RegisterHook;
import dev.fastjava.spring.boot.RegisterPlugin;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** What servers are made of, as the endpoints show it. */
class OwnEndpointsTests {
  private static ConfigurableApplicationContext context;

  @BeforeAll
  static void start() {
    context =
        new SpringApplicationBuilder(Shop.class)
            .properties("fastjava.server.enabled=false", "spring.jmx.enabled=false")
            .run("--management.endpoints.web.exposure.include=fastjavaroutes,fastjavaplugins");
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  private static JsonNode servers(String endpoint) {
    return context
        .getBean(Inject.class)
        .get("/actuator/" + endpoint)
        .json(JsonNode.class)
        .get("servers");
  }

  private static JsonNode named(JsonNode list, String key, String value) {
    for (JsonNode each : list) {
      if (each.get(key).asString().equals(value)) {
        return each;
      }
    }
    throw new AssertionError("no " + value + " in " + list);
  }

  @Test
  void routesAreShownInTheTreeOfContexts() {
    JsonNode root = servers("fastjavaroutes").get("application");
    JsonNode hello = named(root.get("routes"), "url", "/hello/:name");
    assertThat(hello.at("/schema/params/type").asString()).isEqualTo("object");
    assertThat(hello.get("methods").get(0).asString()).isEqualTo("GET");
    assertThat(hello.at("/hooks/onRequest/0").asString()).isEqualTo("guard");
    assertThat(root.get("schemas").toString()).contains("\"money\"");

    JsonNode users = named(root.get("contexts"), "prefix", "/users");
    assertThat(users.get("name").asString()).isEqualTo("users");
    JsonNode list = named(users.get("routes"), "url", "/users/list");
    assertThat(list.get("declaredAt").asString()).contains("OwnEndpointsTests.java:");
    assertThat(list.at("/hooks/onRequest")).hasSize(2);
  }

  @Test
  void hooksAreShownWithTheirPlace() {
    JsonNode root = servers("fastjavaroutes").get("application");
    JsonNode guard = named(root.get("hooks"), "phase", "onRequest");
    assertThat(guard.get("bean").asString()).isEqualTo("guard");
    assertThat(guard.has("declaredAt")).isFalse();
    JsonNode inside = named(root.get("contexts"), "prefix", "/users").get("hooks").get(0);
    assertThat(inside.has("bean")).isFalse();
    assertThat(inside.get("type").asString()).contains("OwnEndpointsTests").endsWith(" lambda");
    assertThat(inside.get("declaredAt").asString()).contains("OwnEndpointsTests.java:");
  }

  @Test
  void pluginsAreShownWithTheirTimes() {
    JsonNode root = servers("fastjavaplugins").get("application");
    JsonNode users = named(root.get("plugins"), "name", "users");
    assertThat(users.get("millis").isNumber()).isTrue();
    assertThat(named(users.get("plugins"), "name", "names").get("plugins")).isEmpty();
  }

  @Test
  void everyServerIsShown() {
    assertThat(named(servers("fastjavaroutes").get("admin").get("routes"), "url", "/admin"))
        .isNotNull();
    assertThat(servers("fastjavaplugins").has("admin")).isTrue();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Shop {
    @Bean
    JsonSchema money() {
      return JsonSchema.of(Map.of("$id", "money", "type", "integer"));
    }

    @Bean
    @RegisterHook("onRequest")
    Hook guard() {
      return (request, reply) -> {};
    }

    @Bean
    RouteDefinition hello() {
      return RouteDefinition.get("/hello/:name")
          .schema(schema -> schema.params(Map.of("type", "object")))
          .handler((request, reply) -> "hello");
    }

    @Bean
    @RegisterPlugin("/users")
    Plugin users() {
      return (app, options) -> {
        app.onRequest((request, reply) -> {});
        app.register(Plugins.named("names", (inner, more) -> {}));
        app.get("/list", (request, reply) -> "all");
      };
    }

    @Bean
    FastjavaServer admin(FastjavaServers servers) {
      return servers.create(server -> server.port(-1));
    }

    @Bean
    @OnServer("admin")
    RouteDefinition ofAdmin() {
      return RouteDefinition.get("/admin").handler((request, reply) -> "admin");
    }
  }
}
