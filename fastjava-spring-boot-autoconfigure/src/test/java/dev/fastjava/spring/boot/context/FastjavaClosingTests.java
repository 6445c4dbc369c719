package dev.fastjava.spring.boot.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.fastjava.AppHook;
import dev.fastjava.Closer;
import dev.fastjava.Fastjava;
import dev.fastjava.RouteDefinition;
import dev.fastjava.spring.boot.FastjavaCustomizer;
import dev.fastjava.spring.boot.RegisterHook;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Who closes the server when, and what the log tells of it. */
@ExtendWith(OutputCaptureExtension.class)
class FastjavaClosingTests {
  private static final String COMPLETE = "Graceful shutdown complete";
  private static final String ABORTED =
      "Graceful shutdown aborted with one or more requests still active";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Set<Thread> otherThreads = keepAliveThreads();

  @Test
  void hooksRunInOrderWhileBeansAreAlive(CapturedOutput output) {
    ConfigurableApplicationContext context = run(App.class);
    Steps steps = context.getBean(Steps.class);
    context.close();
    assertThat(steps.seen).containsExactly("preClose", "onClose", "beans destroyed");
    assertThat(output).contains(COMPLETE);
  }

  @Test
  void aSecondCloseDoesNothing(CapturedOutput output) {
    ConfigurableApplicationContext context = run(App.class);
    Fastjava app = context.getBean(Fastjava.class);
    Steps steps = context.getBean(Steps.class);
    context.close();
    context.close();
    app.close();
    assertThat(steps.seen).containsOnlyOnce("preClose", "onClose");
    assertThat(output.getOut().lines().filter(line -> line.contains(COMPLETE))).hasSize(1);
  }

  @Test
  void requestsUnderWayAreFinished(CapturedOutput output) throws Exception {
    ConfigurableApplicationContext context = run(App.class);
    Slow slow = context.getBean(Slow.class);
    int port = port(context);
    CompletableFuture<HttpResponse<String>> response = enter(slow, port);
    CompletableFuture<Void> closed = CompletableFuture.runAsync(context::close);
    // Not before closing has begun, which the connection refused tells.
    awaitRefusal(port);
    assertThat(closed).isNotDone();
    slow.leave.countDown();
    assertThat(response.get(10, TimeUnit.SECONDS).body()).isEqualTo("done");
    closed.get(10, TimeUnit.SECONDS);
    assertThat(output).contains("Commencing graceful shutdown", COMPLETE).doesNotContain(ABORTED);
  }

  @Test
  void requestsThatAreCutOffAreToldAndTheShortPhaseDoesNotOverrun(CapturedOutput output)
      throws Exception {
    ConfigurableApplicationContext context =
        run(App.class, "--spring.lifecycle.timeout-per-shutdown-phase=2s");
    Slow slow = context.getBean(Slow.class);
    CompletableFuture<HttpResponse<String>> response = enter(slow, port(context));
    CompletableFuture<Void> closed = CompletableFuture.runAsync(context::close);
    assertThatException().isThrownBy(() -> response.get(10, TimeUnit.SECONDS));
    // The handler never ends by itself, and the phases do not wait for it.
    closed.get(10, TimeUnit.SECONDS);
    slow.leave.countDown();
    assertThat(output).contains(ABORTED).doesNotContain(COMPLETE, "still running after timeout");
  }

  @Test
  void hooksThatTakeLongerThanRequestsMayAreNoRequestsCutOff(CapturedOutput output) {
    ConfigurableApplicationContext context =
        run(App.class, "--fastjava.close-timeout=20ms", "--steps.delay=60");
    context.close();
    assertThat(output).contains(COMPLETE).doesNotContain(ABORTED);
  }

  @Test
  void theShutdownIsImmediateOnDemand(CapturedOutput output) throws Exception {
    ConfigurableApplicationContext context = run(App.class, "--server.shutdown=immediate");
    Slow slow = context.getBean(Slow.class);
    CompletableFuture<HttpResponse<String>> response = enter(slow, port(context));
    CompletableFuture<Void> closed = CompletableFuture.runAsync(context::close);
    assertThatException().isThrownBy(() -> response.get(10, TimeUnit.SECONDS));
    slow.leave.countDown();
    closed.get(10, TimeUnit.SECONDS);
    assertThat(output).doesNotContain("Commencing graceful shutdown", "still running");
  }

  @Test
  void anInstanceThatTheApplicationClosesLetsTheProcessEnd() {
    ConfigurableApplicationContext context = run(App.class);
    assertThat(ownKeepAliveThreads()).hasSize(1);
    context.getBean(Fastjava.class).close();
    awaitNoKeepAliveThread();
    context.close();
  }

  @Test
  void aStartThatIsBrokenOffLeavesNothingBehind() throws Exception {
    Start start = new Start();
    CompletableFuture<ConfigurableApplicationContext> run =
        CompletableFuture.supplyAsync(
            () -> {
              SpringApplication application = new SpringApplication(App.class);
              application.addInitializers(
                  context -> {
                    start.context.complete(context);
                    context.getBeanFactory().registerSingleton("start", start.hook());
                  });
              return application.run("--server.port=0");
            });
    assertThat(start.entered.await(10, TimeUnit.SECONDS)).isTrue();
    ConfigurableApplicationContext context = start.context.get(10, TimeUnit.SECONDS);
    CompletableFuture<Void> closed = CompletableFuture.runAsync(context::close);
    start.leave.countDown();
    closed.get(20, TimeUnit.SECONDS);
    // It may have come to its end before, or fail for being closed.
    CompletableFuture<?> ended = run.handle((value, failure) -> "ended");
    assertThat(ended.get(20, TimeUnit.SECONDS)).isEqualTo("ended");
    context.close();
    awaitNoKeepAliveThread();
    assertThat(start.app.get(1, TimeUnit.SECONDS).addresses()).isEmpty();
  }

  @Test
  void aStartThatFailsWhenTheServerListensLetsTheProcessEnd() {
    assertThatException().isThrownBy(() -> run(FailingAfterTheServer.class));
    awaitNoKeepAliveThread();
  }

  private static ConfigurableApplicationContext run(Class<?> app, String... arguments) {
    SpringApplication application = new SpringApplication(app);
    String[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = "--server.port=0";
    return application.run(all);
  }

  private static int port(ConfigurableApplicationContext context) {
    return context.getEnvironment().getRequiredProperty("local.server.port", int.class);
  }

  private CompletableFuture<HttpResponse<String>> enter(Slow slow, int port) throws Exception {
    CompletableFuture<HttpResponse<String>> response =
        client.sendAsync(request(port, "/slow"), BodyHandlers.ofString());
    assertThat(slow.entered.await(10, TimeUnit.SECONDS)).isTrue();
    return response;
  }

  private static HttpRequest request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
  }

  private void awaitRefusal(int port) {
    HttpClient other = HttpClient.newHttpClient();
    // A connection of the last moment may be cut or even be served: the next one tells.
    await("connections are refused")
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(
            () ->
                assertThatThrownBy(
                        () -> other.send(request(port, "/slow"), BodyHandlers.ofString()))
                    .isInstanceOf(ConnectException.class));
  }

  private void awaitNoKeepAliveThread() {
    await("no thread keeps the process alive")
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(10))
        .untilAsserted(() -> assertThat(ownKeepAliveThreads()).isEmpty());
  }

  private Set<Thread> ownKeepAliveThreads() {
    Set<Thread> threads = keepAliveThreads();
    threads.removeAll(otherThreads);
    return threads;
  }

  private static Set<Thread> keepAliveThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("fastjava-keep-alive"))
        .collect(Collectors.toSet());
  }

  /** A start that waits in a hook of the boot. */
  private static final class Start {
    private final CompletableFuture<ConfigurableApplicationContext> context =
        new CompletableFuture<>();
    private final CompletableFuture<Fastjava> app = new CompletableFuture<>();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);

    FastjavaCustomizer hook() {
      return instance -> {
        app.complete(instance);
        instance.onReady(
            () -> {
              entered.countDown();
              assertThat(leave.await(20, TimeUnit.SECONDS)).isTrue();
            });
      };
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class App {
    @Bean
    Slow slow() {
      return new Slow();
    }

    @Bean
    RouteDefinition slowRoute(Slow slow) {
      return RouteDefinition.get("/slow").handler((request, reply) -> slow.run());
    }

    @Bean
    Steps steps() {
      return new Steps();
    }

    @Bean
    @RegisterHook("preClose")
    AppHook preClose(Steps steps) {
      return () -> steps.seen.add("preClose");
    }

    @Bean
    @RegisterHook("onClose")
    Closer onClose(Steps steps, @Value("${steps.delay:0}") long millis) {
      return () -> {
        boolean unused = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        steps.seen.add("onClose");
      };
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(App.class)
  @EnableAutoConfiguration
  static class FailingAfterTheServer {
    @Bean
    SmartLifecycle failing() {
      return new SmartLifecycle() {
        @Override
        public void start() {
          throw new IllegalStateException("no start today");
        }

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
          return false;
        }
      };
    }
  }

  /** What has happened so far. */
  static class Steps implements DisposableBean {
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @Override
    public void destroy() {
      seen.add("beans destroyed");
    }
  }

  /** A request that takes as long as the test wants. */
  static class Slow {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);

    String run() throws InterruptedException {
      entered.countDown();
      assertThat(leave.await(30, TimeUnit.SECONDS)).isTrue();
      return "done";
    }
  }
}
