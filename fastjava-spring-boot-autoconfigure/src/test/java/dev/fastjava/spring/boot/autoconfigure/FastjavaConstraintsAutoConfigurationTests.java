package dev.fastjava.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.RouteDefinition;
import dev.fastjava.inject.Inject;
import dev.fastjava.schema.BeanConstraints;
import dev.fastjava.spring.boot.FastjavaOptionsCustomizer;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class FastjavaConstraintsAutoConfigurationTests {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  LifecycleAutoConfiguration.class,
                  FastjavaAutoConfiguration.class,
                  FastjavaConstraintsAutoConfiguration.class))
          .withUserConfiguration(Routes.class);

  record Named(@NotBlank String name) {}

  record Filter(int limit) {}

  @Configuration(proxyBeanMethods = false)
  static class Routes {
    @Bean
    RouteDefinition named() {
      return RouteDefinition.post("/")
          .schema(s -> s.body(Named.class))
          .handler((request, reply) -> request.body(Named.class).name());
    }

    @Bean
    RouteDefinition filtered() {
      return RouteDefinition.post("/filter")
          .schema(s -> s.body(Filter.class))
          .handler((request, reply) -> request.body(Filter.class).limit());
    }
  }

  @Test
  void theValidatorBeanChecks() {
    runner
        .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
        .run(
            context -> {
              Inject inject = context.getBean(Inject.class);
              assertThat(inject.post("/", Map.of("name", "Ada"), r -> {}).body()).isEqualTo("Ada");
              assertThat(inject.post("/", Map.of("name", " "), r -> {}).body())
                  .contains("body/name must not be blank");
            });
  }

  @Test
  void withoutAValidatorWhatCannotBeCheckedStopsTheContext() {
    runner.run(
        context ->
            assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("NotBlank of body/name"));
  }

  @Test
  void withoutTheLibraryTheConfigurationBacksOff() {
    runner
        .withClassLoader(new FilteredClassLoader(Validator.class))
        .withBean(
            FastjavaOptionsCustomizer.class,
            () -> options -> options.beanConstraints(BeanConstraints.unchecked()))
        .run(
            context ->
                assertThat(context)
                    .doesNotHaveBean(FastjavaConstraintsAutoConfiguration.class)
                    .hasNotFailed());
  }

  @Test
  void aCustomizerOfTheApplicationWins() {
    runner
        .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
        .withBean(
            FastjavaOptionsCustomizer.class,
            () -> options -> options.beanConstraints(BeanConstraints.unchecked()))
        .run(
            context ->
                assertThat(
                        context
                            .getBean(Inject.class)
                            .post("/", Map.of("name", " "), r -> {})
                            .body())
                    .isEqualTo(" "));
  }

  @Test
  void aPropertyTurnsTheConversionOfBodiesOff() {
    ApplicationContextRunner validated =
        runner.withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class));
    validated.run(
        context ->
            assertThat(
                    context
                        .getBean(Inject.class)
                        .post("/filter", Map.of("limit", "7"), r -> {})
                        .body())
                .isEqualTo("7"));
    validated
        .withPropertyValues("fastjava.validation.body-coercion=off")
        .run(
            context ->
                assertThat(
                        context
                            .getBean(Inject.class)
                            .post("/filter", Map.of("limit", "7"), r -> {})
                            .body())
                    .contains("body/limit must be integer"));
  }
}
