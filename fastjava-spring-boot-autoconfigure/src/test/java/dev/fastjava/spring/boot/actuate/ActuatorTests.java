package dev.fastjava.spring.boot.actuate;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;

import dev.fastjava.Execution;
import dev.fastjava.Hook;
import dev.fastjava.inject.Inject;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.spring.boot.FastjavaOptionsCustomizer;
import dev.fastjava.spring.boot.RegisterHook;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The actuator on the server of the application. */
class ActuatorTests {
  private static final String JSON = "application/vnd.spring-boot.actuator.v3+json";

  private static ConfigurableApplicationContext context;

  @BeforeAll
  static void start() {
    context =
        run(
            "--management.endpoints.web.exposure.include=*",
            "--management.endpoints.web.exposure.exclude=beans",
            "--management.endpoints.web.path-mapping.prints=papers",
            "--management.endpoints.web.cors.allowed-origins=https://page.example",
            "--management.endpoints.web.cors.allowed-methods=GET,POST",
            "--management.endpoints.web.cors.allowed-headers=x-a",
            "--management.endpoints.web.cors.max-age=10m",
            "--management.endpoint.env.access=none",
            "--management.endpoint.loggers.access=read-only",
            "--management.endpoint.health.group.shop.include=orders",
            "--management.endpoint.health.group.shop.show-details=when-authorized",
            "--management.endpoint.health.group.shop.additional-path=server:/shopz",
            "--management.endpoint.health.validate-group-membership=false",
            "--management.endpoint.health.probes.add-additional-paths=true");
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  private static ConfigurableApplicationContext run(String... arguments) {
    return new SpringApplicationBuilder(Shop.class)
        .properties("fastjava.server.enabled=false", "spring.jmx.enabled=false")
        .run(arguments);
  }

  private static InjectResponse send(String method, String url, Consumer<InjectRequest> settings) {
    InjectRequest request = new InjectRequest().method(method).url(url);
    settings.accept(request);
    return context.getBean(Inject.class).send(request);
  }

  private static InjectResponse get(String url) {
    return send("GET", url, request -> {});
  }

  private static InjectResponse get(String url, String header, String value) {
    return send("GET", url, request -> request.header(header, value));
  }

  @Test
  void linksTellWhichEndpointsThereAre() {
    InjectResponse links = get("/actuator", "host", "shop.example");
    assertThat(links).hasStatus(200).hasHeader("content-type", JSON);
    Map<?, ?> found = (Map<?, ?>) links.json(Map.class).get("_links");
    assertThat(found.get("self"))
        .isEqualTo(Map.of("href", "http://shop.example/actuator", "templated", false));
    assertThat(found.get("tickets-id"))
        .isEqualTo(Map.of("href", "http://shop.example/actuator/tickets/{id}", "templated", true));
    assertThat(found.get("prints")).asString().contains("/actuator/papers");
    assertThat(found.containsKey("beans")).isFalse();
    assertThat(found.containsKey("env")).isFalse();
  }

  @Test
  void whatIsNotExposedOrHasNoAccessIsNotFound() {
    assertThat(get("/actuator/beans")).hasStatus(404);
    assertThat(get("/actuator/env")).hasStatus(404);
    assertThat(get("/actuator/loggers/ROOT")).hasStatus(200);
    assertThat(send("POST", "/actuator/loggers/ROOT", it -> it.payload(Map.of()))).hasStatus(405);
  }

  @Test
  void healthHasGroupsAndStatusCodes() {
    assertThat(get("/actuator/health")).hasStatus(503);
    assertThat(get("/actuator/health/liveness")).hasStatus(200).hasBody("{\"status\":\"UP\"}");
    assertThat(get("/actuator/health/shop")).hasStatus(503);
    assertThat(get("/actuator/health/unknown")).hasStatus(404);
  }

  @Test
  void groupsHavePathsOfTheirOwn() {
    assertThat(get("/livez")).hasStatus(200).hasBody("{\"status\":\"UP\"}");
    assertThat(get("/readyz")).hasStatus(200);
    assertThat(get("/shopz")).hasStatus(503);
    assertThat(send("POST", "/livez", it -> {})).hasStatus(405);
  }

  @Test
  void rolesAreAskedOfTheApplication() {
    assertThat(get("/shopz").body()).doesNotContain("sold out");
    assertThat(get("/shopz", "x-user", "ada").body()).contains("sold out");
    assertThat(get("/actuator/tickets")).bodyJson().extractingPath("$.admin").isEqualTo(false);
    assertThat(get("/actuator/tickets", "x-user", "ada"))
        .bodyJson()
        .extractingPath("$.admin")
        .isEqualTo(true);
  }

  @Test
  void operationsBlockThoughTheServerDoesNot() {
    assertThat(get("/actuator/tickets").json(Map.class).get("thread"))
        .isNotEqualTo(Thread.currentThread().getName())
        .asString()
        .doesNotContain("loop");
  }

  @Test
  void argumentsComeFromPathQueryAndBody() {
    assertThat(get("/actuator/tickets?limit=7")).bodyJson().extractingPath("$.limit").isEqualTo(7);
    assertThat(get("/actuator/tickets/a%20b")).bodyJson().extractingPath("$.id").isEqualTo("a b");
    assertThat(get("/actuator/tickets/a/b%2Fc/d"))
        .bodyJson()
        .isEqualTo(Map.of("id", "a", "path", List.of("b/c", "d")));
    assertThat(
            send(
                "POST",
                "/actuator/tickets/a",
                it -> it.payload(Map.of("title", "Aida", "seats", 3))))
        .hasStatus(202)
        .bodyJson()
        .isEqualTo(Map.of("id", "a", "title", "Aida", "seats", 3));
    assertThat(send("DELETE", "/actuator/tickets/a", it -> {})).hasStatus(204);
    assertThat(get("/actuator/tickets/none")).hasStatus(404);
  }

  @Test
  void badArgumentsAreRefused() {
    assertThat(get("/actuator/tickets?limit=many")).hasStatus(400);
    assertThat(post("/actuator/tickets/a", "application/json", "{}")).hasStatus(400);
    assertThat(post("/actuator/tickets/a", "application/json", "{\"title\":[1]}")).hasStatus(400);
    assertThat(post("/actuator/tickets/a", "application/json", "{")).hasStatus(400);
    assertThat(post("/actuator/tickets/a", "application/json", "")).hasStatus(400);
    assertThat(post("/actuator/tickets/a", "text/plain", "title")).hasStatus(415);
    assertThat(post("/actuator/tickets/a", JSON, "{\"title\":\"Aida\"}")).hasStatus(202);
  }

  private static InjectResponse post(String url, String type, String body) {
    return send("POST", url, it -> it.header("content-type", type).payload(body));
  }

  @Test
  void otherMethodsAreToldWhatIsAllowed() {
    assertThat(send("PUT", "/actuator/tickets/a", it -> {}))
        .hasStatus(405)
        .hasHeader("allow", "DELETE, GET, POST");
    assertThat(send("OPTIONS", "/actuator/tickets", it -> {}))
        .hasStatus(200)
        .hasHeader("allow", "GET,HEAD,OPTIONS");
    assertThat(send("HEAD", "/actuator/tickets", it -> {})).hasStatus(200).hasEmptyBody();
  }

  @Test
  void repliesAreOfTheTypeTheClientAccepts() {
    assertThat(get("/actuator/tickets")).hasHeader("content-type", JSON);
    assertThat(get("/actuator/tickets", "accept", "application/json"))
        .hasHeader("content-type", "application/json");
    assertThat(get("/actuator/tickets", "accept", "text/html")).hasStatus(406);
    assertThat(get("/actuator/threaddump", "accept", "text/plain").body()).contains("\"main\"");
    assertThat(get("/actuator/threaddump")).hasHeader("content-type", JSON);
    assertThat(get("/actuator/papers"))
        .hasHeader("content-type", "text/plain;charset=UTF-8")
        .hasBody("a print");
  }

  @Test
  void publishersAndResourcesAreSentAsWhatTheyHold() {
    assertThat(get("/actuator/papers/mono")).hasBody("{\"kind\":\"mono\"}");
    assertThat(get("/actuator/papers/flux")).hasBody("[\"a\",\"b\"]");
    assertThat(get("/actuator/papers/late")).hasStatus(404);
    assertThat(send("POST", "/actuator/papers", it -> {}))
        .hasStatus(200)
        .hasHeader("content-type", "application/octet-stream")
        .hasBody("0123456789");
  }

  @Test
  void pagesOfAllowedOriginsMayUseThem() {
    Consumer<InjectRequest> preflight =
        it ->
            it.header("origin", "https://page.example")
                .header("access-control-request-method", "GET")
                .header("access-control-request-headers", "x-a");
    assertThat(send("OPTIONS", "/actuator/tickets", preflight))
        .hasStatus(200)
        .hasHeader("access-control-allow-origin", "https://page.example")
        .hasHeader("access-control-allow-methods", "GET, POST")
        .hasHeader("access-control-allow-headers", "x-a")
        .hasHeader("access-control-max-age", "600");
    assertThat(get("/actuator/tickets", "origin", "https://page.example"))
        .hasStatus(200)
        .hasHeader("access-control-allow-origin", "https://page.example");
    assertThat(get("/actuator/tickets", "origin", "https://other.example")).hasStatus(403);
    Consumer<InjectRequest> other =
        it ->
            it.header("access-control-request-method", "GET").header("origin", "https://o.example");
    assertThat(send("OPTIONS", "/actuator/tickets", other)).hasStatus(403);
  }

  @Test
  void hooksOfTheWholeApplicationGuardThem() {
    assertThat(get("/actuator/tickets", "x-blocked", "yes")).hasStatus(401);
    assertThat(get("/livez", "x-blocked", "yes")).hasStatus(401);
  }

  @Test
  void basePathAndLinksAreAsTold() {
    try (ConfigurableApplicationContext other =
        run(
            "--management.endpoints.web.base-path=/manage",
            "--management.endpoints.web.discovery.enabled=false")) {
      Inject inject = other.getBean(Inject.class);
      assertThat(inject.get("/manage/health")).hasStatus(503);
      assertThat(inject.get("/manage")).hasStatus(404);
      assertThat(inject.get("/actuator/health")).hasStatus(404);
      assertThat(inject.get("/manage/tickets")).hasStatus(404);
    }
  }

  @Test
  void portOfMinusOneServesNone() {
    try (ConfigurableApplicationContext other = run("--management.server.port=-1")) {
      assertThat(other.getBean(Inject.class).get("/actuator/health")).hasStatus(404);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({TicketsEndpoint.class, TicketsEndpoint.Prints.class})
  static class Shop {
    @Bean
    HealthIndicator ordersHealthIndicator() {
      return () -> Health.down().withDetail("reason", "sold out").build();
    }

    @Bean
    FastjavaOptionsCustomizer loops() {
      return options -> options.execution(Execution.EVENT_LOOP);
    }

    @Bean
    EndpointSecurity security() {
      return request -> {
        String user = request.header("x-user");
        return user == null ? SecurityContext.NONE : new User(user);
      };
    }

    @Bean
    @RegisterHook("onRequest")
    Hook guard() {
      return (request, reply) -> {
        if (request.header("x-blocked") != null) {
          reply.code(401).send();
        }
      };
    }
  }

  private record User(String name) implements SecurityContext {
    @Override
    public Principal getPrincipal() {
      return () -> name;
    }

    @Override
    public boolean isUserInRole(String role) {
      return role.equals("ADMIN");
    }
  }
}
