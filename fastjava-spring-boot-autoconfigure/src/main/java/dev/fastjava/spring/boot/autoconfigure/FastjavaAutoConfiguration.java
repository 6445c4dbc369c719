package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.Fastjava;
import dev.fastjava.RequestListener;
import dev.fastjava.inject.Inject;
import dev.fastjava.spring.boot.FastjavaOptionsCustomizer;
import dev.fastjava.spring.boot.OnServer;
import dev.fastjava.spring.boot.context.FastjavaClosing;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import tools.jackson.databind.json.JsonMapper;

/**
 * Auto-configuration of a {@link Fastjava} instance: made from {@link FastjavaProperties}, filled
 * with the beans that are routes, plugins and hooks, and booted with the context. The bean may be
 * injected everywhere; what is declared on it before the context is refreshed counts as well.
 */
@AutoConfiguration(
    afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@EnableConfigurationProperties(FastjavaProperties.class)
public final class FastjavaAutoConfiguration {
  /** Under these profiles replies are checked. */
  private static final Profiles DEVELOPMENT = Profiles.of("development", "dev", "test");

  FastjavaAutoConfiguration() {}

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  PropertiesOptionsCustomizer fastjavaPropertiesCustomizer(
      FastjavaProperties properties,
      ObjectProvider<LifecycleProperties> lifecycle,
      Environment environment) {
    Duration shutdownPhase =
        lifecycle.getIfAvailable(LifecycleProperties::new).getTimeoutPerShutdownPhase();
    boolean development = environment.acceptsProfiles(DEVELOPMENT);
    // Used where there are any, unless Boot is told not to.
    boolean virtualThreads =
        environment.getProperty("spring.threads.virtual.enabled", Boolean.class, true);
    boolean structuredLines = environment.containsProperty("logging.structured.format.console");
    return new PropertiesOptionsCustomizer(
        properties, shutdownPhase, development, virtualThreads, structuredLines);
  }

  /** The application's mapper; with several of them, one has to be the primary one. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  FastjavaOptionsCustomizer fastjavaJsonMapperCustomizer(ObjectProvider<JsonMapper> mappers) {
    return options -> mappers.ifAvailable(options::jsonMapper);
  }

  /** Not closed by its context: {@link FastjavaClosing} does that. */
  @Bean(destroyMethod = "")
  @ConditionalOnMissingBean
  Fastjava fastjava(ConfigurableListableBeanFactory beanFactory) {
    return new InstanceCreation(beanFactory).create();
  }

  @Bean
  @ConditionalOnMissingBean
  Inject fastjavaInject(Fastjava app, ObjectProvider<FastjavaBootLifecycle> boot) {
    return new ContextInject(app.inject(), () -> boot.getObject().isBooted());
  }

  @Bean
  static CloserBeans fastjavaCloserBeans() {
    return new CloserBeans();
  }

  @Bean
  FastjavaClosing fastjavaClosing(Fastjava app) {
    return new FastjavaClosing(app);
  }

  @Bean
  FastjavaBootLifecycle fastjavaBootLifecycle(
      Fastjava app,
      FastjavaClosing closing,
      FastjavaProperties properties,
      ConfigurableListableBeanFactory beanFactory) {
    return new FastjavaBootLifecycle(
        app,
        closing,
        new BeanRegistration(beanFactory, OnServer.APPLICATION, properties.schemas().locations()));
  }

  @Bean
  @OnServer(OnServer.ALL)
  @Order(Ordered.HIGHEST_PRECEDENCE)
  @ConditionalOnBooleanProperty(name = "fastjava.logging.mdc", matchIfMissing = true)
  RequestListener fastjavaRequestIdMdcListener(FastjavaProperties properties) {
    return RequestListener.mdc(properties.requestIdLogLabel());
  }
}
