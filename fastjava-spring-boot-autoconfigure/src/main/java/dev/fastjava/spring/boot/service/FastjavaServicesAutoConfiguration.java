package dev.fastjava.spring.boot.service;

import dev.fastjava.RequestListener;
import dev.fastjava.spi.ValidationMessages;
import dev.fastjava.spring.boot.FastjavaOptionsCustomizer;
import dev.fastjava.spring.boot.OnServer;
import dev.fastjava.spring.boot.RequestLocaleResolver;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.context.request.RequestAttributes;

/**
 * Auto-configuration of what Spring offers to handlers and hooks: the conversion service, the
 * locale of the request, messages of the {@link MessageSource}, and beans of the scope of a
 * request.
 */
@AutoConfiguration(beforeName = "dev.fastjava.spring.boot.autoconfigure.FastjavaAutoConfiguration")
@EnableConfigurationProperties(WebProperties.class)
public final class FastjavaServicesAutoConfiguration {
  FastjavaServicesAutoConfiguration() {}

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  FastjavaOptionsCustomizer fastjavaConversionCustomizer(ConfigurableListableBeanFactory beans) {
    // Converters may need beans that need the server.
    SpringTextConverter converter =
        new SpringTextConverter(SingletonSupplier.of(() -> ApplicationConversion.of(beans)));
    return options -> options.textConverter(converter);
  }

  @Bean
  @ConditionalOnMissingBean
  RequestLocaleResolver fastjavaLocaleResolver(WebProperties properties) {
    return new PropertiesLocaleResolver(properties);
  }

  @Bean
  @OnServer(OnServer.ALL)
  @Order(Ordered.HIGHEST_PRECEDENCE + 10)
  RequestListener fastjavaLocaleListener(RequestLocaleResolver resolver) {
    return new LocaleListener(resolver);
  }

  /** What is wrong with requests, in the words of the application's {@link MessageSource}. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  @ConditionalOnBooleanProperty("fastjava.validation.message-source")
  FastjavaOptionsCustomizer fastjavaMessageSourceCustomizer(
      MessageSource texts, RequestLocaleResolver resolver, WebProperties properties) {
    ValidationMessages messages =
        ValidationMessages.of((key, locale) -> texts.getMessage(key, null, null, locale));
    boolean byHeader =
        resolver instanceof PropertiesLocaleResolver
            && properties.getLocale() == null
            && properties.getLocaleResolver() == WebProperties.LocaleResolver.ACCEPT_HEADER;
    // The engine itself goes on to the next language of the header when there is no message.
    return options -> {
      if (byHeader) {
        options.validationMessages(messages);
      } else {
        options.validationMessages(messages, resolver::resolve);
      }
    };
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(RequestAttributes.class)
  static class RequestScopeConfiguration {
    @Bean
    @OnServer(OnServer.ALL)
    static RequestScopes fastjavaRequestScopes() {
      return new RequestScopes();
    }
  }
}
