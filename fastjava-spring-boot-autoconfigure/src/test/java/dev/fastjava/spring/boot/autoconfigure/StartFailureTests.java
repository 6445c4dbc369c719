package dev.fastjava.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.ErrorHandler;
import dev.fastjava.Hook;
import dev.fastjava.Plugin;
import dev.fastjava.RouteDefinition;
import dev.fastjava.spring.boot.RegisterHook;
import dev.fastjava.spring.boot.RegisterPlugin;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Scope;

/** Mistakes stop the start with a report that names bean, place and fix. */
@ExtendWith(OutputCaptureExtension.class)
class StartFailureTests {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  LifecycleAutoConfiguration.class, FastjavaAutoConfiguration.class));

  private FailureAnalysis report(Class<?> configuration) {
    FailureAnalysis[] report = new FailureAnalysis[1];
    runner
        .withPropertyValues("fastjava.plugin-timeout=300ms")
        .withUserConfiguration(configuration)
        .run(
            context ->
                report[0] =
                    new BeanRegistrationFailureAnalyzer().analyze(context.getStartupFailure()));
    assertThat(report[0]).as("a report").isNotNull();
    return report[0];
  }

  private void reported(Class<?> configuration, String bean, String... texts) {
    FailureAnalysis report = report(configuration);
    assertThat(report.getDescription())
        .contains("bean '" + bean + "', declared at " + configuration.getName() + "." + bean)
        .containsPattern("\\(StartFailureTests.java:\\d+\\)")
        .doesNotContain("BeanRegistration")
        .contains(texts);
    assertThat(report.getAction()).isNotBlank();
  }

  @Configuration(proxyBeanMethods = false)
  static class TwiceTheSame {
    @Bean
    RouteDefinition one() {
      return RouteDefinition.get("/same").handler((request, reply) -> "1");
    }

    @Bean
    RouteDefinition two() {
      return RouteDefinition.get("/same").handler((request, reply) -> "2");
    }
  }

  @Test
  void aRouteThatIsThereTwice() {
    reported(TwiceTheSame.class, "two", "'GET' already declared for route '/same'");
  }

  @Configuration(proxyBeanMethods = false)
  static class UnknownReference {
    @Bean
    RouteDefinition order() {
      return RouteDefinition.post("/orders")
          .schema(s -> s.body("{\"$ref\":\"nowhere#\"}"))
          .handler((request, reply) -> "1");
    }
  }

  @Test
  void aSchemaThatRefersToNothing() {
    reported(UnknownReference.class, "order", "Route POST:/orders", "nowhere#");
  }

  @Configuration(proxyBeanMethods = false)
  static class BadSchema {
    @Bean
    RouteDefinition order() {
      return RouteDefinition.post("/orders")
          .schema(s -> s.body("{\"type\":\"objekt\"}"))
          .handler((request, reply) -> "1");
    }
  }

  @Test
  void aSchemaThatIsNone() {
    reported(BadSchema.class, "order", "Route POST:/orders");
  }

  @Configuration(proxyBeanMethods = false)
  static class NoHandler {
    @Bean
    RouteDefinition silent() {
      return RouteDefinition.get("/silent");
    }
  }

  @Test
  void aRouteWithoutAHandler() {
    reported(NoHandler.class, "silent", "FST_ERR_ROUTE_MISSING_HANDLER");
  }

  @Configuration(proxyBeanMethods = false)
  static class UnknownPhase {
    @Bean
    @RegisterHook("onReqest")
    Hook guard() {
      return (request, reply) -> {};
    }
  }

  @Test
  void aPhaseThatIsNone() {
    reported(UnknownPhase.class, "guard", "onReqest");
  }

  @Configuration(proxyBeanMethods = false)
  static class ThrowingPlugin {
    @Bean
    Plugin users() {
      return (app, options) -> {
        throw new IllegalStateException("no database");
      };
    }
  }

  @Test
  void aPluginThatThrows() {
    reported(ThrowingPlugin.class, "users", "Plugin \"users\"", "no database");
  }

  @Configuration(proxyBeanMethods = false)
  static class EndlessPlugin {
    @Bean
    Plugin.Async users() {
      return (app, options) -> new CompletableFuture<Void>();
    }
  }

  @Test
  void aPluginThatNeverCompletes() {
    reported(EndlessPlugin.class, "users", "Plugin \"users\"", "FST_ERR_PLUGIN_TIMEOUT");
  }

  @Configuration(proxyBeanMethods = false)
  static class TwoErrorHandlers {
    @Bean
    ErrorHandler one() {
      return (error, request, reply) -> "1";
    }

    @Bean
    ErrorHandler two() {
      return (error, request, reply) -> "2";
    }
  }

  @Test
  void errorHandlersThatAreTwo() {
    reported(TwoErrorHandlers.class, "one", "several beans of type ErrorHandler", "bean 'two'");
  }

  @Configuration(proxyBeanMethods = false)
  static class OnePrimaryErrorHandler extends TwoErrorHandlers {
    @Bean
    @Primary
    ErrorHandler three() {
      return (error, request, reply) -> "3";
    }
  }

  @Test
  void ofErrorHandlersThePrimaryOneIsTaken() {
    runner
        .withUserConfiguration(OnePrimaryErrorHandler.class)
        .run(context -> assertThat(context.getStartupFailure()).isNull());
  }

  @Test
  void theErrorHandlerOfAParentContextIsNotTaken() {
    new ApplicationContextRunner()
        .withUserConfiguration(TwoErrorHandlers.class)
        .run(
            parent ->
                runner
                    .withParent(parent)
                    .run(context -> assertThat(context.getStartupFailure()).isNull()));
  }

  @Configuration(proxyBeanMethods = false)
  static class NoHook {
    @Bean
    @RegisterHook("onRequest")
    Object guard() {
      return "no hook";
    }
  }

  @Test
  void anAnnotatedBeanThatIsNoHook() {
    reported(NoHook.class, "guard", "@RegisterHook is on", "java.lang.String");
  }

  @Configuration(proxyBeanMethods = false)
  static class NoPlugin {
    @Bean
    @RegisterPlugin("/v1")
    RouteDefinition users() {
      return RouteDefinition.get("/users").handler((request, reply) -> "1");
    }
  }

  @Test
  void anAnnotatedBeanThatIsNoPlugin() {
    reported(NoPlugin.class, "users", "@RegisterPlugin is on");
  }

  @Configuration(proxyBeanMethods = false)
  static class PrototypeRoute {
    @Bean
    @Scope("prototype")
    RouteDefinition users() {
      return RouteDefinition.get("/users").handler((request, reply) -> "1");
    }
  }

  @Test
  void aRouteOfAnotherScope() {
    FailureAnalysis report = report(PrototypeRoute.class);
    assertThat(report.getDescription()).contains("Bean 'users'", "no singleton");
  }

  @Configuration(proxyBeanMethods = false)
  static class PrototypeHook {
    @Bean
    @Scope("prototype")
    @RegisterHook("onRequest")
    Hook guard() {
      return (request, reply) -> reply.code(403).send("no");
    }
  }

  @Test
  void aHookOfAnotherScope() {
    assertThat(report(PrototypeHook.class).getDescription())
        .contains("Bean 'guard'", "no singleton");
  }

  @Configuration(proxyBeanMethods = false)
  static class ForgottenHook {
    @Bean
    Hook guard() {
      return (request, reply) -> {};
    }

    @Bean
    Hook used() {
      return (request, reply) -> {};
    }

    @Bean
    RouteDefinition route(Hook used) {
      return RouteDefinition.get("/").preHandler(used).handler((request, reply) -> "1");
    }
  }

  @Test
  void aHookThatNobodyUsesIsWarnedOf(CapturedOutput output) {
    runner
        .withUserConfiguration(ForgottenHook.class)
        .run(context -> assertThat(context.getStartupFailure()).isNull());
    assertThat(output)
        .contains("bean 'guard', declared at")
        .contains("does not run: it has no @RegisterHook")
        .doesNotContain("bean 'used'");
  }
}
