package dev.fastjava.spring.boot.autoconfigure;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;

import dev.fastjava.ErrorHandler;
import dev.fastjava.Fastjava;
import dev.fastjava.Hook;
import dev.fastjava.PayloadHook;
import dev.fastjava.Plugin;
import dev.fastjava.PluginOptions;
import dev.fastjava.Plugins;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.RequestListener;
import dev.fastjava.RouteDefinition;
import dev.fastjava.inject.Inject;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.spring.boot.FastjavaCustomizer;
import dev.fastjava.spring.boot.FastjavaOptionsCustomizer;
import dev.fastjava.spring.boot.RegisterHook;
import dev.fastjava.spring.boot.RegisterPlugin;
import dev.fastjava.spring.boot.service.FastjavaServicesAutoConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.annotation.Order;

class FastjavaAutoConfigurationTests {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  LifecycleAutoConfiguration.class, FastjavaAutoConfiguration.class));

  @Test
  void anInstanceIsMadeAndClosedWithTheContext() {
    List<String> closed = new ArrayList<>();
    runner
        .withBean(
            FastjavaCustomizer.class,
            () -> app -> app.onClose((Fastjava instance) -> closed.add("closed")))
        .run(
            context -> {
              assertThat(context).hasSingleBean(Fastjava.class).hasSingleBean(Inject.class);
              assertThat(closed).isEmpty();
            });
    assertThat(closed).containsExactly("closed");
  }

  @Test
  void anInstanceOfTheUserIsTaken() {
    Fastjava own = Fastjava.create();
    runner
        .withBean(Fastjava.class, () -> own)
        .withUserConfiguration(Routes.class)
        .run(
            context -> {
              assertThat(context.getBean(Fastjava.class)).isSameAs(own);
              assertThat(inject(context).get("/hello/Ada")).hasStatus(200);
            });
  }

  @Test
  void routesAreRegistered() {
    runner
        .withUserConfiguration(Routes.class)
        .run(
            context ->
                assertThat(inject(context).get("/hello/Ada"))
                    .hasStatus(200)
                    .bodyJson()
                    .extractingPath("$.hello")
                    .isEqualTo("Ada"));
  }

  @Test
  void whatIsDeclaredOnTheInjectedInstanceCounts() {
    runner
        .withUserConfiguration(DeclaringComponent.class)
        .run(context -> assertThat(inject(context).get("/declared")).hasStatus(200));
  }

  @Test
  void annotatedPluginsGetPrefixNameAndScope() {
    runner
        .withPropertyValues("api.version=v1")
        .withUserConfiguration(UserRoutes.class, Database.class)
        .run(
            context -> {
              assertThat(inject(context).get("/v1/users"))
                  .hasStatus(200)
                  .bodyJson()
                  .extractingPath("$.database")
                  .isEqualTo("connected");
              assertThat(context.getBean(Fastjava.class).hasPlugin("db")).isTrue();
            });
  }

  @Test
  void pluginsWithoutAnnotationAreRegisteredByBeanName() {
    runner
        .withBean(
            "reports",
            Plugin.class,
            () -> (app, options) -> app.get("/reports", (request, reply) -> app.pluginName()))
        .run(context -> assertThat(inject(context).get("/reports")).hasBody("reports"));
  }

  @Test
  void pluginsWithUnknownDependencyStopTheStart() {
    runner
        .withPropertyValues("api.version=v1")
        .withUserConfiguration(UserRoutes.class)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessage(
                        "Plugin 'users' (bean 'fastjavaAutoConfigurationTests.UserRoutes') depends"
                            + " on plugin 'db', which is no bean of the application. Plugins there"
                            + " are: 'users' (bean 'fastjavaAutoConfigurationTests.UserRoutes')"));
  }

  @Test
  void failingPluginsStopTheStart() {
    runner
        .withBean(
            Plugin.class,
            () ->
                (app, options) -> {
                  throw new IllegalStateException("no database");
                })
        .run(context -> assertThat(context).getFailure().rootCause().hasMessage("no database"));
  }

  @Test
  void hooksRunInTheirPhaseAndOrder() {
    runner
        .withUserConfiguration(Routes.class, Hooks.class)
        .run(
            context ->
                assertThat(inject(context).get("/hello/Ada"))
                    .hasHeader("trace", "first second preHandler")
                    .hasBody("[{\"hello\":\"Ada\"}]"));
  }

  @Test
  void hooksWithoutAnnotationAreLeftAlone() {
    runner
        .withUserConfiguration(Routes.class)
        .withBean(Hook.class, () -> (request, reply) -> reply.code(403).send("no"))
        .run(context -> assertThat(inject(context).get("/hello/Ada")).hasStatus(200));
  }

  @Test
  void hooksOfAnotherPhaseStopTheStart() {
    runner.withUserConfiguration(WrongHook.class).run(context -> assertThat(context).hasFailed());
  }

  @Test
  void sharedPluginsHoldForRouteBeans() {
    List<String> seen = new ArrayList<>();
    runner
        .withUserConfiguration(Routes.class)
        .withBean(
            Plugin.class,
            () ->
                Plugins.shared(
                    "listing",
                    (app, options) ->
                        app.onRoute((route, instance) -> seen.add(route.describe().url()))))
        .run(context -> assertThat(seen).contains("/hello/:name"));
  }

  @Test
  void errorHandlerAnswersForTheWholeApplication() {
    runner
        .withUserConfiguration(Routes.class)
        .withBean(
            ErrorHandler.class,
            () ->
                (error, request, reply) ->
                    reply.code(418).send(Map.of("problem", error.getMessage())))
        .run(context -> assertThat(inject(context).get("/fails")).hasStatus(418));
  }

  @Test
  void severalErrorHandlersStopTheStart() {
    ErrorHandler handler = (error, request, reply) -> "error";
    runner
        .withBean("one", ErrorHandler.class, () -> handler)
        .withBean("two", ErrorHandler.class, () -> handler)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("bean 'one'\n    - bean 'two'"));
  }

  @Test
  void listenersWatchHandlers() {
    List<String> seen = new ArrayList<>();
    runner
        .withUserConfiguration(Routes.class)
        .withBean(
            RequestListener.class,
            () ->
                new RequestListener() {
                  @Override
                  public void handlerStart(Request request, Reply reply) {
                    seen.add(request.routeOptions().url());
                  }
                })
        .run(
            context -> {
              inject(context).get("/hello/Ada");
              assertThat(seen).containsExactly("/hello/:name");
            });
  }

  @Test
  void customizersSeeOptionsAndInstanceInOrder() {
    runner
        .withPropertyValues("fastjava.body-limit=5B")
        .withUserConfiguration(Customizers.class)
        .run(
            context -> {
              assertThat(context.getBean("seenByCustomizer")).isEqualTo(List.of(5L, 10L));
              assertThat(inject(context).get("/decorated")).hasBody("first second");
            });
  }

  @Test
  void theMdcHoldsTheRequestIdInHandlers() {
    runner
        .withBean(
            RouteDefinition.class,
            () ->
                RouteDefinition.get("/id")
                    .handler((request, reply) -> MDC.get("reqId") + "/" + request.id()))
        .run(context -> assertThat(inject(context).get("/id")).hasBody("req-1/req-1"));
  }

  @ParameterizedTest
  @CsvSource({
    "spring.threads.virtual.enabled=false, true",
    "fastjava.execution=worker, true",
    "fastjava.execution=event-loop, false"
  })
  void bootsSwitchForVirtualThreadsHolds(String property, boolean onWorker) {
    runner
        .withPropertyValues(property)
        .withBean(
            RouteDefinition.class,
            () ->
                RouteDefinition.get("/thread")
                    .handler((request, reply) -> Thread.currentThread().getName()))
        .run(
            context ->
                assertThat(inject(context).get("/thread").body().startsWith("fastjava-worker"))
                    .isEqualTo(onWorker));
  }

  @Test
  void theMdcIsLeftAloneOnDemand() {
    runner
        .withPropertyValues("fastjava.logging.mdc=false")
        .withBean(
            RouteDefinition.class,
            () -> RouteDefinition.get("/id").handler((request, reply) -> "" + MDC.get("reqId")))
        .run(context -> assertThat(inject(context).get("/id")).hasBody("null"));
  }

  @Test
  void theServerLogsToSlf4jUnlessToldOtherwise() {
    runner.run(context -> assertThat(context.getBean(Fastjava.class).log().level()).isNotNull());
    runner
        .withPropertyValues("fastjava.logging.enabled=false")
        .run(
            context ->
                assertThat(context.getBean(Fastjava.class).log().isLevelEnabled(LogLevel.FATAL))
                    .isFalse());
  }

  private static Inject inject(AssertableApplicationContext context) {
    return context.getBean(Inject.class);
  }

  @Configuration(proxyBeanMethods = false)
  static class Routes {

    @Bean
    RouteDefinition hello() {
      return RouteDefinition.get("/hello/:name")
          .handler((request, reply) -> Map.of("hello", request.param("name")));
    }

    @Bean
    RouteDefinition fails() {
      return RouteDefinition.get("/fails")
          .handler(
              (request, reply) -> {
                throw new IllegalStateException("broken");
              });
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class DeclaringComponent {

    DeclaringComponent(Fastjava app) {
      app.get("/declared", (request, reply) -> "declared");
    }
  }

  @Order(1)
  @Configuration(proxyBeanMethods = false)
  @RegisterPlugin(prefix = "/${api.version}", name = "users", dependsOn = "db")
  static class UserRoutes implements Plugin {

    @Override
    public void register(Fastjava app, PluginOptions options) {
      String database = app.requireDecorator("database", String.class);
      app.get("/users", (request, reply) -> Map.of("database", database));
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Database {

    @Bean
    @RegisterPlugin(name = "db", shared = true)
    Plugin database() {
      return (app, options) -> app.decorate("database", "connected");
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Hooks {

    @Bean
    @Order(2)
    @RegisterHook("onRequest")
    Hook second() {
      return (request, reply) -> reply.header("trace", reply.getHeader("trace") + " second");
    }

    @Bean
    @Order(1)
    @RegisterHook("onRequest")
    Hook.Callback first() {
      return (request, reply, done) -> {
        reply.header("trace", "first");
        done.done();
      };
    }

    @Bean
    @RegisterHook("preHandler")
    Hook.Async last() {
      return (request, reply) ->
          CompletableFuture.runAsync(
              () -> reply.header("trace", reply.getHeader("trace") + " preHandler"));
    }

    @Bean
    @RegisterHook("preSerialization")
    PayloadHook wrapping() {
      return (request, reply, payload) -> List.of(payload);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class WrongHook {

    @Bean
    @RegisterHook("onSend")
    Hook wrong() {
      return (request, reply) -> {};
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Customizers {

    @Bean
    List<Long> seenByCustomizer() {
      return new ArrayList<>();
    }

    @Bean
    @Order(2)
    FastjavaOptionsCustomizer secondLimit(List<Long> seenByCustomizer) {
      return options -> seenByCustomizer.add(options.snapshot().bodyLimit());
    }

    @Bean
    @Order(1)
    FastjavaOptionsCustomizer firstLimit(List<Long> seenByCustomizer) {
      return options -> {
        seenByCustomizer.add(options.snapshot().bodyLimit());
        options.bodyLimit(10);
      };
    }

    @Bean
    @Order(2)
    FastjavaCustomizer second() {
      return app -> {
        String first = app.requireDecorator("greeting", String.class);
        app.get("/decorated", (request, reply) -> first + " second");
      };
    }

    @Bean
    @Order(1)
    FastjavaCustomizer first() {
      return app -> app.decorate("greeting", "first");
    }
  }

  @Test
  void errorsAreToldInTheWordsOfTheMessageSourceWhenAskedFor() {
    StaticMessageSource texts = new StaticMessageSource();
    texts.addMessage("validation.required", Locale.GERMAN, "braucht {missingProperty}");
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                FastjavaAutoConfiguration.class, FastjavaServicesAutoConfiguration.class))
        .withBean("messageSource", MessageSource.class, () -> texts)
        .withPropertyValues("fastjava.validation.message-source=true")
        .run(context -> assertThat(missingName(context)).contains("body braucht name"));
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                FastjavaAutoConfiguration.class, FastjavaServicesAutoConfiguration.class))
        .withBean("messageSource", MessageSource.class, () -> texts)
        .run(context -> assertThat(missingName(context)).contains("body must have required"));
  }

  private static String missingName(BeanFactory context) {
    Fastjava app =
        Fastjava.create(
            options ->
                context
                    .getBeanProvider(FastjavaOptionsCustomizer.class)
                    .orderedStream()
                    .forEach(each -> each.customize(options)));
    app.post(
        "/",
        route -> route.schema(s -> s.body("{\"type\":\"object\",\"required\":[\"name\"]}")),
        (request, reply) -> "ok");
    return app.inject()
        .post(
            "/",
            "{}",
            r -> r.header("content-type", "application/json").header("accept-language", "de"))
        .body();
  }
}
