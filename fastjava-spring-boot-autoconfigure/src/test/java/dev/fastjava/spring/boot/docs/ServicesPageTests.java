package dev.fastjava.spring.boot.docs;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;

import dev.fastjava.inject.Inject;
import dev.fastjava.spring.boot.autoconfigure.FastjavaAutoConfiguration;
import dev.fastjava.spring.boot.service.FastjavaServicesAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What the page docs/spring/Services.md shows, run. */
class ServicesPageTests {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  LifecycleAutoConfiguration.class,
                  FastjavaServicesAutoConfiguration.class,
                  FastjavaAutoConfiguration.class));

  @Test
  void textsBecomePrices() {
    runner
        .withUserConfiguration(Services.Conversion.class)
        .run(
            context -> {
              Inject inject = context.getBean(Inject.class);
              assertThat(inject.get("/offers?upTo=9.99EUR&until=24.12.2026"))
                  .hasStatus(200)
                  .hasBody("Offers[upTo=Price[amount=9.99, currency=EUR], until=2026-12-24]");
              assertThat(inject.get("/cheaper-than/5EUR")).hasStatus(200).hasBody("5");
              assertThat(inject.get("/cheaper-than/free"))
                  .hasStatus(400)
                  .bodyText()
                  .contains("params/price is not valid");
            });
  }

  @Test
  void theResolverTellsTheLanguage() {
    runner
        .withUserConfiguration(Services.Locales.class)
        .run(
            context ->
                assertThat(context.getBean(Inject.class).get("/language?lang=de"))
                    .hasStatus(200)
                    .bodyText()
                    .isNotEmpty());
  }
}
