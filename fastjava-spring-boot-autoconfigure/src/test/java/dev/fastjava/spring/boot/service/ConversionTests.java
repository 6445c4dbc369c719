package dev.fastjava.spring.boot.service;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;

import dev.fastjava.RouteDefinition;
import dev.fastjava.inject.Inject;
import dev.fastjava.spring.boot.autoconfigure.FastjavaAutoConfiguration;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.format.Formatter;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.NumberFormat;
import org.springframework.util.unit.DataSize;

/** The conversion service of the application, where texts are wanted as types of its own. */
class ConversionTests {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  LifecycleAutoConfiguration.class,
                  FastjavaServicesAutoConfiguration.class,
                  FastjavaAutoConfiguration.class))
          .withUserConfiguration(Routes.class);

  sealed interface Sku {
    int number();

    record Plain(int number) implements Sku {}
  }

  record Money(BigDecimal amount) {}

  record Search(
      Sku sku,
      @Nullable List<Sku> more,
      @Nullable DataSize size,
      @Nullable @DateTimeFormat(pattern = "dd.MM.yyyy") LocalDate from,
      @Nullable LocalDate to,
      @Nullable @NumberFormat(pattern = "#,##0.00") BigDecimal price,
      @Nullable Money money) {}

  static final class SkuConverter implements Converter<String, Sku> {
    @Override
    public Sku convert(String text) {
      return new Sku.Plain(Integer.parseInt(text.substring(1)));
    }
  }

  static final class MoneyFormatter implements Formatter<Money> {
    @Override
    public Money parse(String text, Locale locale) {
      return new Money(
          new BigDecimal(text.replace(locale.equals(Locale.GERMANY) ? ',' : '.', '.')));
    }

    @Override
    public String print(Money money, Locale locale) {
      return money.toString();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Routes {
    @Bean
    SkuConverter skuConverter() {
      return new SkuConverter();
    }

    @Bean
    MoneyFormatter moneyFormatter() {
      return new MoneyFormatter();
    }

    @Bean
    RouteDefinition one() {
      return RouteDefinition.get("/one/:sku")
          .handler(
              (request, reply) ->
                  request.paramAs("sku", Sku.class).number()
                      + request
                          .headerOptional("size", DataSize.class)
                          .map(DataSize::toKilobytes)
                          .orElse(0L));
    }

    @Bean
    RouteDefinition all() {
      return RouteDefinition.get("/all")
          .schema(s -> s.querystring(Search.class))
          .handler((request, reply) -> request.query(Search.class).toString());
    }
  }

  @Test
  void convertersAndFormattersThatAreBeansAreUsed() {
    runner.run(
        context -> {
          Inject inject = context.getBean(Inject.class);
          assertThat(inject.get("/one/s7", r -> r.header("size", "2MB"))).hasBody("2055");
          assertThat(inject.get("/one/x"))
              .hasStatus(400)
              .bodyJson()
              .extractingPath("$.message")
              .isEqualTo("params/sku is not valid");
          assertThat(
                  inject.get(
                      "/all?sku=s1&more=s2&size=1KB&from=24.12.2026&to=2026-12-31&price=1.234,50&money=3,5",
                      r -> r.header("accept-language", "de-DE")))
              .hasBody(
                  "Search[sku=Plain[number=1], more=[Plain[number=2]], size=1024B, from=2026-12-24,"
                      + " to=2026-12-31, price=1234.50, money=Money[amount=3.5]]");
        });
  }

  @Test
  void whatDoesNotConvertIsToldByItsPlace() {
    runner.run(
        context -> {
          Inject inject = context.getBean(Inject.class);
          assertThat(inject.get("/all?sku=s1&from=24-12-2026"))
              .hasStatus(400)
              .bodyJson()
              .extractingPath("$.message")
              .isEqualTo("querystring/from is not valid");
          assertThat(inject.get("/all?sku=s1&to=24.12.2026"))
              .hasStatus(400)
              .bodyJson()
              .extractingPath("$.message")
              .isEqualTo("querystring/to must match format \"date\"");
        });
  }

  @Test
  void aConversionServiceOfTheApplicationIsTheOne() {
    DefaultConversionService own = new DefaultConversionService();
    own.addConverter(String.class, Sku.class, text -> new Sku.Plain(99));
    runner
        .withBean("conversionService", ConversionService.class, () -> own)
        .withBean("another", ConversionService.class, DefaultConversionService::new)
        .run(
            context ->
                assertThat(context.getBean(Inject.class).get("/one/anything")).hasBody("99"));
  }
}
