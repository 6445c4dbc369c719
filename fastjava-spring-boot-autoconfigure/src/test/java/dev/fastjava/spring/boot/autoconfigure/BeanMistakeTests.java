package dev.fastjava.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import dev.fastjava.Fastjava;
import dev.fastjava.Hook;
import dev.fastjava.Plugin;
import dev.fastjava.RouteDefinition;
import dev.fastjava.inject.Inject;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.option.TrustProxy;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.spring.boot.FastjavaCustomizer;
import dev.fastjava.spring.boot.FastjavaOptionsCustomizer;
import dev.fastjava.spring.boot.RegisterHook;
import dev.fastjava.spring.boot.RegisterPlugin;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/**
 * What beans do wrong by themselves is reported as what Boot reports: bean, place, line and fix.
 */
@ExtendWith(OutputCaptureExtension.class)
class BeanMistakeTests {

  private static void start(Class<?> configuration, String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = "--server.port=0";
    assertThatException().isThrownBy(() -> SpringApplication.run(configuration, all));
  }

  private static void reported(
      CapturedOutput output, Class<?> configuration, String bean, String... texts) {
    start(configuration);
    assertThat(output)
        .contains("APPLICATION FAILED TO START", "Action:")
        .contains("bean '" + bean + "', declared at " + configuration.getName() + "." + bean)
        .containsPattern("\\(BeanMistakeTests.java:\\d+\\)")
        .contains(texts);
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class FailingMethod {
    @Bean
    TrustProxy proxies() {
      return TrustProxy.addresses("nobody");
    }
  }

  @Test
  void whatTheFrameworkThrowsInsideOfABeanMethod(CapturedOutput output) {
    reported(output, FailingMethod.class, "proxies", "Making bean 'proxies'", "nobody");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class FailingText {
    @Bean
    RouteDefinition orders() {
      Map<?, ?> schema = new JsonMapper().readValue("{type", Map.class);
      return RouteDefinition.post("/orders")
          .schema(s -> s.body(JsonSchema.of(Map.of("a", schema))));
    }
  }

  @Test
  void aSchemaTextThatFailsInsideOfTheBeanMethod(CapturedOutput output) {
    reported(output, FailingText.class, "orders", "StreamReadException");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class NoJson {
    @Bean
    RouteDefinition orders() {
      return RouteDefinition.post("/orders")
          .schema(s -> s.body("{type"))
          .handler((request, reply) -> "1");
    }
  }

  @Test
  void aSchemaTextThatIsNoJson(CapturedOutput output) {
    reported(output, NoJson.class, "orders", "the text of the schema is not JSON");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class TwoLevels {
    @Bean
    @RegisterPlugin(logLevel = {LogLevel.INFO, LogLevel.DEBUG})
    Plugin users() {
      return (app, options) -> {};
    }
  }

  @Test
  void severalLogLevelsOfAPlugin(CapturedOutput output) {
    reported(output, TwoLevels.class, "users", "logLevel of @RegisterPlugin");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class UnknownPlaceholder {
    @Bean
    @RegisterPlugin(prefix = "/${api.version}")
    Plugin users() {
      return (app, options) -> {};
    }
  }

  @Test
  void aPlaceholderInAPrefixThatNobodyKnows(CapturedOutput output) {
    reported(output, UnknownPlaceholder.class, "users", "api.version");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class MissingDependency {
    @Bean
    Plugin users() {
      return (app, options) -> app.decorate("users", "all", "database");
    }
  }

  @Test
  void aDecoratorThatDependsOnAMissingOne(CapturedOutput output) {
    reported(
        output, MissingDependency.class, "users", "FST_ERR_DEC_MISSING_DEPENDENCY", "dependsOn");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class MissingDecorator {
    @Bean
    Plugin users() {
      return (app, options) -> app.requireDecorator("clock", Object.class);
    }
  }

  @Test
  void aDecoratorThatIsNotThere(CapturedOutput output) {
    reported(output, MissingDecorator.class, "users", "clock", "FastjavaCustomizer");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class NegativeSize {
    @Bean
    FastjavaOptionsCustomizer sizes() {
      return options -> options.bodyLimit(-1);
    }
  }

  @Test
  void aNegativeSizeOfACustomizer(CapturedOutput output) {
    reported(output, NegativeSize.class, "sizes", "'bodyLimit'");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class NegativeSizeOfARoute {
    @Bean
    RouteDefinition orders() {
      return RouteDefinition.post("/orders").bodyLimit(-1).handler((request, reply) -> "1");
    }
  }

  @Test
  void aNegativeSizeOfARoute(CapturedOutput output) {
    reported(output, NegativeSizeOfARoute.class, "orders", "bodyLimit");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class UnknownProxy {
    @Bean
    FastjavaOptionsCustomizer proxies() {
      return options -> options.trustProxy(TrustProxy.addresses("nobody"));
    }
  }

  @Test
  void aProxyOfACustomizerThatIsNoAddress(CapturedOutput output) {
    reported(output, UnknownProxy.class, "proxies", "invalid IP address: nobody");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class EarlyInject {
    @Bean
    RouteDefinition hello(Inject inject) {
      inject.get("/hello");
      return RouteDefinition.get("/hello").handler((request, reply) -> "1");
    }
  }

  @Test
  void aRequestInjectedBeforeTheStart(CapturedOutput output) {
    reported(output, EarlyInject.class, "hello", "before the application has started");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class InjectInOnReady {
    @Bean
    FastjavaCustomizer warmUp(Inject inject) {
      return app -> app.onReady(() -> inject.get("/hello"));
    }

    @Bean
    @RegisterHook("onRequest")
    Hook guard() {
      return (request, reply) -> {};
    }
  }

  @Test
  void aRequestInjectedWhileTheServerBoots(CapturedOutput output) {
    start(InjectInOnReady.class);
    assertThat(output)
        .contains("APPLICATION FAILED TO START", "before the application has started");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class EarlyBoot {
    @Bean
    RouteDefinition hello(Fastjava app) {
      assertThat(app.ready()).succeedsWithin(Duration.ofSeconds(10));
      return RouteDefinition.get("/hello").handler((request, reply) -> "1");
    }
  }

  @Test
  void aServerThatIsBootedBeforeItsBeansAreRegistered(CapturedOutput output) {
    start(EarlyBoot.class);
    assertThat(output)
        .contains("APPLICATION FAILED TO START", "was booted before its beans were registered");
  }
}
