package dev.fastjava.spring.boot.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fastjava.ErrorHandler;
import dev.fastjava.Fastjava;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.RequestListener;
import dev.fastjava.RouteDefinition;
import dev.fastjava.inject.Inject;
import dev.fastjava.spring.boot.FastjavaServer;
import dev.fastjava.spring.boot.FastjavaServers;
import dev.fastjava.spring.boot.OnServer;
import dev.fastjava.spring.boot.autoconfigure.FastjavaAutoConfiguration;
import dev.fastjava.spring.boot.autoconfigure.FastjavaServersAutoConfiguration;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.MaximumAllowableTagsMeterFilter;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class FastjavaObservationAutoConfigurationTests {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  MetricsAutoConfiguration.class,
                  CompositeMeterRegistryAutoConfiguration.class,
                  SimpleMetricsExportAutoConfiguration.class,
                  ObservationAutoConfiguration.class,
                  FastjavaAutoConfiguration.class,
                  FastjavaObservationAutoConfiguration.class))
          .withUserConfiguration(Routes.class);

  @Configuration(proxyBeanMethods = false)
  static class Routes {
    @Bean
    RouteDefinition item() {
      return RouteDefinition.get("/items/:id").handler((request, reply) -> "item");
    }

    @Bean
    RouteDefinition fails() {
      return RouteDefinition.get("/fails")
          .handler(
              (request, reply) -> {
                throw new IllegalStateException("x");
              });
    }

    @Bean
    RouteDefinition many() {
      return RouteDefinition.get("/many")
          .handler(
              (request, reply) -> {
                ServerRequestObservationContext.findCurrent(request)
                    .orElseThrow()
                    .addLowCardinalityKeyValue(KeyValue.of("tenant", "blue"));
                return "many";
              });
    }
  }

  private static Map<String, String> tags(MeterRegistry registry, String name) {
    Timer timer =
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> registry.find(name).timer(), found -> found != null);
    return timer.getId().getTags().stream().collect(Collectors.toMap(Tag::getKey, Tag::getValue));
  }

  @Test
  void everyRequestIsTimedWithTheKeysOfSpring() {
    runner.run(
        context -> {
          context.getBean(Inject.class).get("/items/7?x=1");
          assertThat(tags(context.getBean(MeterRegistry.class), "http.server.requests"))
              .containsOnly(
                  // Micrometer adds it to the timer of every observation.
                  Map.entry("error", "none"),
                  Map.entry("exception", "none"),
                  Map.entry("method", "GET"),
                  Map.entry("outcome", "SUCCESS"),
                  Map.entry("status", "200"),
                  Map.entry("uri", "/items/:id"));
        });
  }

  @Test
  void errorsAreNamedByTheirClass() {
    runner.run(
        context -> {
          context.getBean(Inject.class).get("/fails");
          assertThat(tags(context.getBean(MeterRegistry.class), "http.server.requests"))
              .containsEntry("exception", "IllegalStateException")
              .containsEntry("outcome", "SERVER_ERROR")
              .containsEntry("status", "500");
        });
  }

  @Test
  void errorsThatTheApplicationHandlesAreNone() {
    runner
        .withBean(
            ErrorHandler.class, () -> (error, request, reply) -> reply.code(409).send("handled"))
        .run(
            context -> {
              context.getBean(Inject.class).get("/fails");
              assertThat(tags(context.getBean(MeterRegistry.class), "http.server.requests"))
                  .containsEntry("exception", "none")
                  .containsEntry("status", "409");
            });
  }

  @Test
  void anErrorHandlerMaySetTheErrorOfTheObservation() {
    runner
        .withBean(
            ErrorHandler.class,
            () ->
                (error, request, reply) -> {
                  ServerRequestObservationContext.findCurrent(request)
                      .ifPresent(context -> context.setError(error));
                  return reply.code(409).send("handled");
                })
        .run(
            context -> {
              context.getBean(Inject.class).get("/fails");
              assertThat(tags(context.getBean(MeterRegistry.class), "http.server.requests"))
                  .containsEntry("exception", "IllegalStateException")
                  .containsEntry("status", "409");
            });
  }

  @Test
  void propertiesOfBootNameTheObservationsAndAddKeyValues() {
    runner
        .withPropertyValues(
            "management.observations.http.server.requests.name=my.requests",
            "management.observations.key-values.region=north")
        .run(
            context -> {
              context.getBean(Inject.class).get("/items/7");
              MeterRegistry registry = context.getBean(MeterRegistry.class);
              assertThat(tags(registry, "my.requests")).containsEntry("region", "north");
              assertThat(registry.find("http.server.requests").meters()).isEmpty();
            });
  }

  @Test
  void observationsThatAreSwitchedOffAreNone() {
    runner
        .withPropertyValues("management.observations.enable.http.server.requests=false")
        .run(
            context -> {
              assertThat(context.getBean(Inject.class).get("/items/7").body()).isEqualTo("item");
              assertThat(context.getBean(Inject.class).get("/many").statusCode()).isEqualTo(500);
              assertThat(context.getBean(MeterRegistry.class).getMeters())
                  .extracting(meter -> meter.getId().getName())
                  .doesNotContain("http.server.requests", "http.server.requests.active");
            });
  }

  @Test
  void aConventionBeanTakesThePlaceOfTheDefault() {
    runner
        .withBean(
            ServerRequestObservationConvention.class,
            () ->
                new DefaultServerRequestObservationConvention("own.requests") {
                  @Override
                  public KeyValues getLowCardinalityKeyValues(
                      ServerRequestObservationContext context) {
                    return KeyValues.of(method(context), status(context));
                  }
                })
        .run(
            context -> {
              context.getBean(Inject.class).get("/items/7");
              assertThat(tags(context.getBean(MeterRegistry.class), "own.requests"))
                  .containsOnly(
                      Map.entry("error", "none"),
                      Map.entry("method", "GET"),
                      Map.entry("status", "200"));
            });
  }

  @Test
  void handlersAddKeyValuesToTheCurrentObservation() {
    runner.run(
        context -> {
          context.getBean(Inject.class).get("/many");
          assertThat(tags(context.getBean(MeterRegistry.class), "http.server.requests"))
              .containsEntry("tenant", "blue");
        });
  }

  @Test
  void listenersOfTheApplicationAddKeyValuesAtTheEnd() {
    runner
        .withBean(
            RequestListener.class,
            () ->
                new RequestListener() {
                  @Override
                  public void responseEnd(Request request, Reply reply, @Nullable Throwable error) {
                    ServerRequestObservationContext.findCurrent(request)
                        .orElseThrow()
                        .addLowCardinalityKeyValue(KeyValue.of("tenant", "late"));
                  }
                })
        .run(
            context -> {
              context.getBean(Inject.class).get("/items/7");
              assertThat(tags(context.getBean(MeterRegistry.class), "http.server.requests"))
                  .containsEntry("tenant", "late");
            });
  }

  @Test
  void moreUrisThanAllowedAreNotCounted(CapturedOutput output) {
    runner
        .withPropertyValues("management.metrics.web.server.max-uri-tags=1")
        .run(
            context -> {
              assertThat(context).hasSingleBean(MaximumAllowableTagsMeterFilter.class);
              Inject inject = context.getBean(Inject.class);
              inject.get("/items/1");
              MeterRegistry registry = context.getBean(MeterRegistry.class);
              tags(registry, "http.server.requests");
              IntStream.range(0, 3).forEach(n -> inject.get("/fails"));
              await()
                  .atMost(Duration.ofSeconds(20))
                  .until(
                      () -> output.getOut().contains("Reached the maximum number of 'uri' tags"));
              assertThat(registry.find("http.server.requests").meters())
                  .extracting(Meter::getId)
                  .extracting(id -> id.getTag("uri"))
                  .containsOnly("/items/:id");
            });
  }

  @Test
  void aConventionForAnotherWebServerIsWarnedOf(CapturedOutput output) {
    runner
        .withBean(
            "theirs",
            org.springframework.http.server.reactive.observation
                .DefaultServerRequestObservationConvention.class)
        .run(context -> assertThat(context).hasNotFailed());
    assertThat(output.getOut())
        .contains("FastJava does nothing with the bean 'theirs'")
        .contains("dev.fastjava.spring.boot.observation.ServerRequestObservationConvention");
  }

  @Configuration(proxyBeanMethods = false)
  static class Admin {
    @Bean
    FastjavaServer admin(FastjavaServers servers) {
      return servers.create(server -> server.port(-1));
    }

    @Bean
    @OnServer("admin")
    RouteDefinition state() {
      return RouteDefinition.get("/state").handler((request, reply) -> "up");
    }
  }

  @Test
  void requestsOfFurtherServersAreObservedAsWell() {
    runner
        .withConfiguration(AutoConfigurations.of(FastjavaServersAutoConfiguration.class))
        .withUserConfiguration(Admin.class)
        .run(
            context -> {
              Fastjava admin = context.getBean("admin", FastjavaServer.class).app();
              assertThat(admin.inject("/state").body()).isEqualTo("up");
              assertThat(tags(context.getBean(MeterRegistry.class), "http.server.requests"))
                  .containsEntry("uri", "/state");
            });
  }

  @Test
  void nothingIsThereWithoutARegistry() {
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                FastjavaAutoConfiguration.class, FastjavaObservationAutoConfiguration.class))
        .withUserConfiguration(Routes.class)
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .doesNotHaveBean(FastjavaObservationAutoConfiguration.class));
  }

  @Test
  void nothingIsThereWithoutMicrometer() {
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                FastjavaAutoConfiguration.class, FastjavaObservationAutoConfiguration.class))
        .withClassLoader(new FilteredClassLoader("io.micrometer"))
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .doesNotHaveBean(FastjavaObservationAutoConfiguration.class));
  }

  @Test
  void contextPropagationIsNotNeeded() {
    runner
        .withClassLoader(new FilteredClassLoader("io.micrometer.context"))
        .run(
            context -> {
              context.getBean(Inject.class).get("/items/7");
              assertThat(tags(context.getBean(MeterRegistry.class), "http.server.requests"))
                  .containsEntry("uri", "/items/:id");
            });
  }
}
