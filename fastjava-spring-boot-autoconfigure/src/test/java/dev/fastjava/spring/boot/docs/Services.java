package dev.fastjava.spring.boot.docs;

import dev.fastjava.RouteDefinition;
import dev.fastjava.spring.boot.RequestLocaleResolver;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.annotation.RequestScope;

/** The Java of the page docs/spring/Services.md. */
class Services {
  record Price(BigDecimal amount, Currency currency) {}

  record Offers(Price upTo, @Nullable @DateTimeFormat(pattern = "dd.MM.yyyy") LocalDate until) {}

  @Configuration(proxyBeanMethods = false)
  static class Conversion {
    @Bean
    PriceConverter priceConverter() {
      return new PriceConverter();
    }

    @Bean
    RouteDefinition offers() {
      return RouteDefinition.get("/offers")
          .schema(s -> s.querystring(Offers.class))
          .handler((request, reply) -> request.query(Offers.class).toString());
    }

    @Bean
    RouteDefinition cheaper() {
      return RouteDefinition.get("/cheaper-than/:price")
          .handler((request, reply) -> request.paramAs("price", Price.class).amount());
    }
  }

  static class PriceConverter implements Converter<String, Price> {
    @Override
    public Price convert(String text) {
      return new Price(
          new BigDecimal(text.substring(0, text.length() - 3)),
          Currency.getInstance(text.substring(text.length() - 3)));
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Locales {
    @Bean
    RequestLocaleResolver localeByParameter() {
      return request -> request.queryOptional("lang", Locale.class).orElse(Locale.ENGLISH);
    }

    @Bean
    RouteDefinition greeting() {
      return RouteDefinition.get("/language")
          .handler((request, reply) -> LocaleContextHolder.getLocale().getDisplayLanguage());
    }
  }

  @RequestScope
  static class Basket {
    private int items;

    int add() {
      return ++items;
    }
  }

  static class Ledger {
    @Transactional
    public void book(String text) {}
  }
}
