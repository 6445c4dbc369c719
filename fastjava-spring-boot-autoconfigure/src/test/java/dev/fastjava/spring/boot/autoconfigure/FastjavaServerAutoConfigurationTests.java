package dev.fastjava.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.inject.Inject;
import dev.fastjava.spring.boot.context.FastjavaClosing;
import dev.fastjava.spring.boot.context.FastjavaServerLifecycle;
import dev.fastjava.spring.boot.context.FastjavaWebServer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.ConfigurableApplicationContext;

class FastjavaServerAutoConfigurationTests {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  FastjavaAutoConfiguration.class, FastjavaServerAutoConfiguration.class))
          .withPropertyValues("server.port=0");

  @Test
  void listensInAnyContext() {
    runner.run(
        context -> {
          assertThat(context)
              .hasSingleBean(FastjavaWebServer.class)
              .hasSingleBean(FastjavaServerLifecycle.class)
              .hasSingleBean(WebServerGracefulShutdownLifecycle.class);
          int port = context.getBean(FastjavaWebServer.class).getPort();
          assertThat(port).isPositive();
          assertThat(context.getEnvironment().getProperty("local.server.port"))
              .isEqualTo("" + port);
          assertThat(context.getEnvironment().getProperty("local.fastjava.port"))
              .isEqualTo("" + port);
        });
  }

  @Test
  void doesNotListenWhenSwitchedOff() {
    runner
        .withPropertyValues("fastjava.server.enabled=false")
        .run(
            context -> {
              assertThat(context).doesNotHaveBean(WebServer.class).hasSingleBean(Inject.class);
              assertThat(context.getBean(Fastjava.class).addresses()).isEmpty();
            });
  }

  @Test
  void doesNotListenWithoutBootsWebServerModule() {
    runner
        .withClassLoader(new FilteredClassLoader("org.springframework.boot.web.server"))
        .run(
            context -> {
              assertThat(context).hasNotFailed().hasSingleBean(Inject.class);
              assertThat(context.getBean(Fastjava.class).addresses()).isEmpty();
            });
  }

  @Test
  void aServerOfTheUserIsStarted() {
    Fastjava own = Fastjava.create();
    runner
        .withBean(
            FastjavaWebServer.class,
            () -> new FastjavaWebServer(own, 0, null, Shutdown.IMMEDIATE, new FastjavaClosing(own)))
        .run(
            context -> {
              assertThat(context).hasSingleBean(FastjavaWebServer.class);
              assertThat(context.getBean(FastjavaWebServer.class).isRunning()).isTrue();
            });
  }

  @Test
  void anUnknownBundleStopsTheStart() {
    runner
        .withPropertyValues("fastjava.server.ssl.bundle=none")
        .run(context -> assertThat(context).hasFailed());
  }

  @Test
  void aStoppedContextHasClosedTheServer() {
    runner.run(
        context -> {
          FastjavaWebServer server = context.getBean(FastjavaWebServer.class);
          context.getSourceApplicationContext(ConfigurableApplicationContext.class).stop();
          assertThat(server.isRunning()).isFalse();
          assertThat(server.getPort()).isEqualTo(-1);
        });
  }
}
