package dev.fastjava.spring.boot.service;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.fastjava.Execution;
import dev.fastjava.Hook;
import dev.fastjava.RouteDefinition;
import dev.fastjava.inject.Inject;
import dev.fastjava.spring.boot.RegisterHook;
import dev.fastjava.spring.boot.autoconfigure.FastjavaAutoConfiguration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.web.context.annotation.RequestScope;
import org.springframework.web.context.annotation.SessionScope;
import org.springframework.web.context.request.RequestContextHolder;

/** Beans that each request has of its own. */
class RequestScopeTests {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  LifecycleAutoConfiguration.class,
                  FastjavaServicesAutoConfiguration.class,
                  FastjavaAutoConfiguration.class));

  /** Counts its instances, and what happens to them. */
  static class Basket implements DisposableBean {
    static final AtomicInteger MADE = new AtomicInteger();
    static final Queue<String> DESTROYED = new ConcurrentLinkedQueue<>();

    private final int number = MADE.incrementAndGet();
    private int items;

    int add() {
      return ++items;
    }

    String told() {
      return number + ":" + items;
    }

    @Override
    public void destroy() {
      DESTROYED.add(told());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @SuppressWarnings("FutureReturnValueIgnored") // the engine waits for what handlers return
  static class Routes {
    @Bean
    @RequestScope
    Basket basket() {
      return new Basket();
    }

    @Bean
    @RegisterHook("onRequest")
    Hook put(Basket basket) {
      return (request, reply) -> basket.add();
    }

    @Bean
    @RegisterHook("onResponse")
    Hook putAtTheEnd(Basket basket) {
      return (request, reply) -> basket.add();
    }

    @Bean
    RouteDefinition plain(Basket basket) {
      return RouteDefinition.get("/plain")
          .handler(
              (request, reply) -> {
                basket.add();
                return basket.told();
              });
    }

    @Bean
    RouteDefinition later(Basket basket) {
      return RouteDefinition.get("/later")
          .preHandler(
              (request, reply, done) ->
                  CompletableFuture.runAsync(() -> {}).whenComplete((value, error) -> done.done()))
          .handler(
              (request, reply) -> {
                basket.add();
                return CompletableFuture.supplyAsync(() -> "later");
              });
    }

    @Bean
    RouteDefinition failing(Basket basket) {
      return RouteDefinition.get("/failing")
          .handler(
              (request, reply) -> {
                basket.add();
                throw new IllegalStateException("boom");
              });
    }
  }

  @ParameterizedTest
  @EnumSource(Execution.class)
  void eachRequestHasItsOwnInEveryModeUntilTheResponseIsOver(Execution mode) {
    if (mode == Execution.VIRTUAL && Runtime.version().feature() < 21) {
      return;
    }
    Basket.MADE.set(0);
    Basket.DESTROYED.clear();
    runner
        .withUserConfiguration(Routes.class)
        .withPropertyValues("fastjava.execution=" + mode, "fastjava.worker-threads=1")
        .run(
            context -> {
              Inject inject = context.getBean(Inject.class);
              assertThat(inject.get("/plain")).hasStatus(200).hasBody("1:2");
              assertThat(inject.get("/later")).hasStatus(200).hasBody("later");
              assertThat(inject.get("/failing")).hasStatus(500);
              assertThat(inject.get("/plain")).hasBody("4:2");
              await()
                  .untilAsserted(
                      () ->
                          assertThat(Basket.DESTROYED)
                              .containsExactlyInAnyOrder("1:3", "2:3", "3:3", "4:3"));
              assertThat(RequestContextHolder.getRequestAttributes()).isNull();
            });
  }

  @Test
  void outsideOfARequestThereIsNone() {
    runner
        .withUserConfiguration(Routes.class)
        .run(
            context ->
                assertThat(catchThrowable(() -> context.getBean(Basket.class).told()))
                    .rootCause()
                    .hasMessageContaining("No thread-bound request found"));
  }

  @Test
  void withoutSuchBeansRequestsHaveNothingOfIt() {
    runner
        .withBean(
            RouteDefinition.class,
            () ->
                RouteDefinition.get("/")
                    .handler(
                        (request, reply) ->
                            String.valueOf(RequestContextHolder.getRequestAttributes())))
        .run(context -> assertThat(context.getBean(Inject.class).get("/")).hasBody("null"));
  }

  @Configuration(proxyBeanMethods = false)
  static class OfSession {
    @Bean
    @SessionScope
    Basket cart() {
      return new Basket();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class OfApplication {
    @Bean
    @Scope("application")
    Basket cart() {
      return new Basket();
    }
  }

  @Test
  void scopesThatNeedMoreAreRefusedWithTheRemedy() {
    for (Class<?> each : List.of(OfSession.class, OfApplication.class)) {
      runner
          .withUserConfiguration(each)
          .run(
              context ->
                  assertThat(context)
                      .getFailure()
                      .hasMessageStartingWith("Bean 'cart' has the scope '")
                      .hasMessageContaining("FastJava"));
    }
  }

  @Test
  void sessionsAreRefusedAtRunTimeToo() {
    RequestBeans beans = new RequestBeans(none());
    assertThatThrownBy(beans::getSessionId).hasMessageContaining("FastJava has no sessions");
    beans.requestCompleted();
    assertThatThrownBy(() -> beans.getAttribute("a", 0))
        .hasMessageContaining("The request is over");
  }

  private static dev.fastjava.Request none() {
    return (dev.fastjava.Request)
        java.lang.reflect.Proxy.newProxyInstance(
            RequestScopeTests.class.getClassLoader(),
            new Class<?>[] {dev.fastjava.Request.class},
            (proxy, method, arguments) -> null);
  }
}
