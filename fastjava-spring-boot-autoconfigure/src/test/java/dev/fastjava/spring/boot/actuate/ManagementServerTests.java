package dev.fastjava.spring.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.fastjava.Hook;
import dev.fastjava.RequestListener;
import dev.fastjava.RouteDefinition;
import dev.fastjava.spring.boot.FastjavaServer;
import dev.fastjava.spring.boot.FastjavaServers;
import dev.fastjava.spring.boot.OnServer;
import dev.fastjava.spring.boot.RegisterHook;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Servers beside the application's own: that of the management, and declared ones. */
class ManagementServerTests {
  private final HttpClient client = HttpClient.newHttpClient();

  private static ConfigurableApplicationContext run(Class<?> application, String... arguments) {
    return new SpringApplicationBuilder(application)
        .properties("server.port=0", "spring.jmx.enabled=false")
        .run(arguments);
  }

  private HttpResponse<String> get(ConfigurableApplicationContext context, String port, String path)
      throws Exception {
    return client.send(request(context, port, path), BodyHandlers.ofString());
  }

  private static HttpRequest request(
      ConfigurableApplicationContext context, String port, String path) {
    String number = context.getEnvironment().getRequiredProperty(port);
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + number + path)).build();
  }

  @Test
  void theManagementHasAServerOfItsOwn() throws Exception {
    try (ConfigurableApplicationContext context =
        run(
            Shop.class,
            "--management.server.port=0",
            "--management.server.address=127.0.0.1",
            "--management.server.base-path=/inside",
            "--management.endpoint.health.group.own.include=ping",
            "--management.endpoint.health.group.own.additional-path=management:/ownz",
            "--management.endpoint.health.probes.add-additional-paths=true")) {
      String own = "local.management.port";
      String application = "local.server.port";
      assertThat(get(context, own, "/inside/actuator/health").body()).contains("UP");
      assertThat(get(context, own, "/inside/actuator").body())
          .contains("/inside/actuator/health\"");
      assertThat(get(context, own, "/inside/ownz").body()).isEqualTo("{\"status\":\"UP\"}");
      assertThat(get(context, own, "/about").body()).isEqualTo("{\"about\":\"inside\"}");
      assertThat(get(context, own, "/hello").statusCode()).isEqualTo(404);

      assertThat(get(context, application, "/hello").headers().map()).containsKey("x-hook");
      assertThat(get(context, application, "/about").statusCode()).isEqualTo(404);
      assertThat(get(context, application, "/actuator/health").statusCode()).isEqualTo(404);
      assertThat(get(context, application, "/livez").statusCode()).isEqualTo(200);
      assertThat(get(context, own, "/inside/actuator/health").headers().map())
          .doesNotContainKey("x-hook");
    }
  }

  @Test
  void whatIsOfTheManagementIsOnTheServerOfTheApplicationWithoutOneOfItsOwn() throws Exception {
    try (ConfigurableApplicationContext context = run(Shop.class)) {
      assertThat(get(context, "local.management.port", "/about").statusCode()).isEqualTo(200);
      assertThat(get(context, "local.server.port", "/actuator/health").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theManagementAnswersUntilTheRequestsOfTheApplicationAreOver() throws Exception {
    ConfigurableApplicationContext context = run(Shop.class, "--management.server.port=0");
    HttpRequest health = request(context, "local.management.port", "/actuator/health/readiness");
    CompletableFuture<HttpResponse<String>> slow =
        client.sendAsync(request(context, "local.server.port", "/slow"), BodyHandlers.ofString());
    Gate gate = context.getBean(Gate.class);
    assertThat(gate.entered.await(30, TimeUnit.SECONDS)).isTrue();

    CompletableFuture<Void> closing = CompletableFuture.runAsync(context::close);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(client.send(health, BodyHandlers.ofString()).statusCode())
                    .as("refuses traffic")
                    .isEqualTo(503));
    gate.open.countDown();

    assertThat(slow.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    closing.get(30, TimeUnit.SECONDS);
    assertThatThrownBy(() -> client.send(health, BodyHandlers.ofString())).isNotNull();
  }

  @Test
  void settingsOfAnotherServerAreRefusedWithoutItsPort() {
    assertThatThrownBy(() -> run(Shop.class, "--management.server.address=127.0.0.1").close())
        .hasStackTraceContaining("no address of its own")
        .hasStackTraceContaining("management.server.port");
    assertThatThrownBy(
            () ->
                run(Shop.class, "--fastjava.server.port=9099", "--management.server.port=9099")
                    .close())
        .hasStackTraceContaining(
            "'management.server.port' and 'fastjava.server.port' are the same");
  }

  @Test
  void declaredServersHaveTheBeansThatAreTheirs() throws Exception {
    try (ConfigurableApplicationContext context = run(Several.class)) {
      FastjavaServer admin = context.getBean(FastjavaServer.class);
      String port = "local.fastjava.admin.port";
      assertThat(context.getEnvironment().getProperty(port, int.class)).isEqualTo(admin.port());
      assertThat(get(context, port, "/admin").body()).isEqualTo("{\"of\":\"admin\"}");
      assertThat(get(context, port, "/both").body()).isEqualTo("{\"of\":\"both\"}");
      assertThat(get(context, port, "/admin").headers().map()).containsKey("x-admin");
      assertThat(get(context, "local.server.port", "/admin").statusCode()).isEqualTo(404);
      assertThat(get(context, "local.server.port", "/both").headers().map())
          .doesNotContainKey("x-admin");
      assertThat(admin.app().inject("/admin").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void observationsAndTheAccessLogAreThoseOfAllServers() {
    try (ConfigurableApplicationContext context =
        run(Several.class, "--fastjava.accesslog.enabled=true")) {
      assertThat(context.getBeansOfType(RequestListener.class).keySet())
          .filteredOn(name -> !name.equals("fastjavaClosing"))
          .isNotEmpty()
          .allSatisfy(
              name ->
                  assertThat(context.findAnnotationOnBean(name, OnServer.class))
                      .as(name)
                      .extracting(OnServer::value)
                      .isEqualTo(new String[] {OnServer.ALL}));
    }
  }

  @Test
  void aServerThatIsNotThereIsTold() {
    assertThatThrownBy(() -> run(Nowhere.class).close())
        .hasStackTraceContaining("belongs to server 'nowhere', which is no bean");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Shop {
    @Bean
    Gate gate() {
      return new Gate(new CountDownLatch(1), new CountDownLatch(1));
    }

    @Bean
    RouteDefinition hello() {
      return RouteDefinition.get("/hello").handler((request, reply) -> Map.of("hello", "world"));
    }

    @Bean
    RouteDefinition slow(Gate gate) {
      return RouteDefinition.get("/slow")
          .handler(
              (request, reply) -> {
                gate.entered.countDown();
                return Map.of("opened", gate.open.await(30, TimeUnit.SECONDS));
              });
    }

    @Bean
    @OnServer(OnServer.MANAGEMENT)
    RouteDefinition about() {
      return RouteDefinition.get("/about").handler((request, reply) -> Map.of("about", "inside"));
    }

    @Bean
    @RegisterHook("onRequest")
    Hook hook() {
      return (request, reply) -> reply.header("x-hook", "yes");
    }
  }

  record Gate(CountDownLatch entered, CountDownLatch open) {}

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Several {
    @Bean
    FastjavaServer admin(FastjavaServers servers) {
      return servers.create(
          server ->
              server
                  .address(InetAddress.getLoopbackAddress())
                  .options(options -> options.bodyLimit(10)));
    }

    @Bean
    @OnServer("admin")
    RouteDefinition ofAdmin() {
      return RouteDefinition.get("/admin").handler((request, reply) -> Map.of("of", "admin"));
    }

    @Bean
    @OnServer(OnServer.ALL)
    RouteDefinition ofBoth() {
      return RouteDefinition.get("/both").handler((request, reply) -> Map.of("of", "both"));
    }

    @Bean
    @OnServer("admin")
    @RegisterHook("onRequest")
    Hook hookOfAdmin() {
      return (request, reply) -> reply.header("x-admin", "yes");
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Nowhere {
    @Bean
    @OnServer("nowhere")
    RouteDefinition lost() {
      return RouteDefinition.get("/lost").handler((request, reply) -> "lost");
    }
  }
}
