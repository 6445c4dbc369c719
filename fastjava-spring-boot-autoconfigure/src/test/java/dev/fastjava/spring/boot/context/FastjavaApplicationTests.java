package dev.fastjava.spring.boot.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.RouteDefinition;
import dev.fastjava.spring.boot.FastjavaCustomizer;
import dev.fastjava.spring.boot.RegisterPlugin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Whole applications with a real socket. */
@ExtendWith(OutputCaptureExtension.class)
class FastjavaApplicationTests {

  private final HttpClient client = HttpClient.newHttpClient();

  /** Those of contexts that other tests have left in the cache. */
  private final Set<Thread> otherThreads = allKeepAliveThreads();

  @Test
  void servesOnTheServerPort() throws Exception {
    try (ConfigurableApplicationContext context = run(App.class, "--server.port=0")) {
      assertThat(context).isInstanceOf(FastjavaApplicationContext.class);
      int port = port(context);
      assertThat(get(port, "/hello").body()).isEqualTo("{\"hello\":\"world\"}");
      assertThat(context.getEnvironment().getProperty("local.fastjava.port", int.class))
          .isEqualTo(port);
      assertThat(((FastjavaApplicationContext) context).getWebServer())
          .extracting(WebServer::getPort)
          .isEqualTo(port);
      assertThat(context.getBean(Events.class).seen)
          .containsExactly("listening on " + port, "ACCEPTING_TRAFFIC");
    }
  }

  @Test
  void ownPortAndAddressWin() throws Exception {
    int port = freePort();
    try (ConfigurableApplicationContext context =
        run(
            App.class,
            "--server.port=1",
            "--server.address=192.0.2.1",
            "--fastjava.server.port=" + port,
            "--fastjava.server.address=127.0.0.1")) {
      assertThat(port(context)).isEqualTo(port);
      assertThat(get(port, "/hello").statusCode()).isEqualTo(200);
      assertThat(context.getBean(Fastjava.class).addresses())
          .isNotEmpty()
          .allSatisfy(address -> assertThat(address.getAddress().isLoopbackAddress()).isTrue());
    }
  }

  @Test
  void twoApplicationsServeInOneProcess() throws Exception {
    try (ConfigurableApplicationContext one = run(App.class, "--server.port=0", "--greeting=one");
        ConfigurableApplicationContext two = run(App.class, "--server.port=0", "--greeting=two")) {
      assertThat(get(port(one), "/hello").body()).isEqualTo("{\"hello\":\"one\"}");
      assertThat(get(port(two), "/hello").body()).isEqualTo("{\"hello\":\"two\"}");
      assertThat(port(one)).isNotEqualTo(port(two));
    }
  }

  @Test
  void aThreadKeepsTheProcessAliveUntilTheEnd() throws Exception {
    ConfigurableApplicationContext context = run(App.class, "--server.port=0");
    Set<Thread> threads = keepAliveThreads();
    assertThat(threads).isNotEmpty().noneMatch(Thread::isDaemon);
    context.close();
    for (Thread thread : threads) {
      thread.join(10_000);
      assertThat(thread.isAlive()).isFalse();
    }
  }

  @Test
  void aPortInUseIsExplained(CapturedOutput output) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatException()
          .isThrownBy(
              () ->
                  run(
                      App.class,
                      "--server.port=" + taken.getLocalPort(),
                      "--server.address=127.0.0.1"))
          .havingRootCause()
          .isInstanceOf(IOException.class);
      assertThat(output)
          .contains(
              "Web server failed to start. Port " + taken.getLocalPort() + " was already in use.");
    }
    assertThat(keepAliveThreads()).isEmpty();
  }

  @Test
  void aPortInUseIsBootsOwnException() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Fastjava app = Fastjava.create();
      FastjavaWebServer server =
          new FastjavaWebServer(
              app,
              taken.getLocalPort(),
              InetAddress.getLoopbackAddress(),
              Shutdown.GRACEFUL,
              new FastjavaClosing(app));
      assertThatException().isThrownBy(server::start).isInstanceOf(PortInUseException.class);
      assertThat(server.getPort()).isEqualTo(-1);
      assertThat(server.isRunning()).isFalse();
      server.stop();
    }
  }

  @Test
  void aMissingPluginIsExplained(CapturedOutput output) {
    assertThatException().isThrownBy(() -> run(AppWithMissingPlugin.class, "--server.port=0"));
    assertThat(output)
        .contains(
            "Plugin 'users' (bean 'users') depends on plugin 'db', which is no bean of the"
                + " application. Plugins there are: 'users'",
            "Declare a Plugin bean with @RegisterPlugin(name = \"db\")");
  }

  @Test
  void anErrorOfTheBootStopsTheApplication() {
    assertThatException()
        .isThrownBy(() -> run(AppWithTwiceTheSameRoute.class, "--server.port=0"))
        .havingRootCause()
        .withMessageContaining("'GET' already declared for route '/same'");
    assertThat(keepAliveThreads()).isEmpty();
  }

  @Test
  void aNegativePortMeansNoServer() {
    try (ConfigurableApplicationContext context = run(App.class, "--server.port=-1")) {
      assertThat(context.getEnvironment().containsProperty("local.server.port")).isFalse();
      assertThat(context.getBean(Fastjava.class).inject("/hello").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theServerCanBeSwitchedOff() {
    try (ConfigurableApplicationContext context =
        run(App.class, "--fastjava.server.enabled=false")) {
      assertThat(context.getEnvironment().containsProperty("local.server.port")).isFalse();
      assertThat(((FastjavaApplicationContext) context).getWebServer()).isNull();
      assertThat(context.getBean(Fastjava.class).inject("/hello").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void anApplicationOfNoWebTypeHasNoServer() {
    try (ConfigurableApplicationContext context =
        run(App.class, "--spring.main.web-application-type=none")) {
      assertThat(context.getEnvironment().containsProperty("local.server.port")).isFalse();
      assertThat(context.getBeanProvider(FastjavaWebServer.class).getIfAvailable()).isNull();
      assertThat(context.getBean(Fastjava.class).inject("/hello").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aServerThatIsAskedForListensInAnApplicationOfNoWebType() throws Exception {
    try (ConfigurableApplicationContext context =
        run(
            App.class,
            "--spring.main.web-application-type=none",
            "--fastjava.server.enabled=true",
            "--server.port=0")) {
      assertThat(get(port(context), "/hello").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void lazyBeansAreServedAsWell() throws Exception {
    try (ConfigurableApplicationContext context =
        run(App.class, "--server.port=0", "--spring.main.lazy-initialization=true")) {
      assertThat(get(port(context), "/hello").statusCode()).isEqualTo(200);
    }
  }

  private static ConfigurableApplicationContext run(Class<?> app, String... arguments) {
    return SpringApplication.run(app, arguments);
  }

  private static int port(ConfigurableApplicationContext context) {
    return context.getEnvironment().getRequiredProperty("local.server.port", int.class);
  }

  private HttpResponse<String> get(int port, String path) throws Exception {
    return client.send(request(port, path), BodyHandlers.ofString());
  }

  private static HttpRequest request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Set<Thread> keepAliveThreads() {
    Set<Thread> threads = allKeepAliveThreads();
    threads.removeAll(otherThreads);
    return threads;
  }

  private static Set<Thread> allKeepAliveThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("fastjava-keep-alive"))
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class App {

    @Bean
    RouteDefinition hello(Environment environment) {
      String greeting = environment.getProperty("greeting", "world");
      return RouteDefinition.get("/hello").handler((request, reply) -> Map.of("hello", greeting));
    }

    @Bean
    Events events() {
      return new Events();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class AppWithMissingPlugin {

    @Bean
    @RegisterPlugin(dependsOn = "db")
    Plugin users() {
      return (app, options) -> {};
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class AppWithTwiceTheSameRoute {

    @Bean
    FastjavaCustomizer twice() {
      return app -> app.get("/same", (request, reply) -> "1").get("/same", (request, reply) -> "2");
    }
  }

  static class Events {
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @EventListener
    void on(WebServerInitializedEvent event) {
      seen.add("listening on " + event.getWebServer().getPort());
    }

    @EventListener
    void on(AvailabilityChangeEvent<ReadinessState> event) {
      seen.add(event.getState().name());
    }
  }
}
