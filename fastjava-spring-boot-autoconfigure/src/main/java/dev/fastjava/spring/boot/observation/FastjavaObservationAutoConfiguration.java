package dev.fastjava.spring.boot.observation;

import dev.fastjava.RequestListener;
import dev.fastjava.spring.boot.FastjavaCustomizer;
import dev.fastjava.spring.boot.OnServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.metrics.MaximumAllowableTagsMeterFilter;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsProperties;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.util.ClassUtils;

/**
 * Auto-configuration of an observation for every request, with the names, properties and key values
 * of Boot's own web servers, where there is an {@link ObservationRegistry}.
 */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration",
      "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
    })
@ConditionalOnClass({Observation.class, ObservationProperties.class, HttpStatus.class})
@ConditionalOnBean(ObservationRegistry.class)
@EnableConfigurationProperties(ObservationProperties.class)
public final class FastjavaObservationAutoConfiguration {

  FastjavaObservationAutoConfiguration() {}

  @Bean
  @OnServer(OnServer.ALL)
  FastjavaCustomizer fastjavaObservationCustomizer() {
    return app -> app.decorateRequest(ServerRequestObservationContext.KEY);
  }

  /** Around all others, which may log. */
  @Bean
  @OnServer(OnServer.ALL)
  @Order(Ordered.HIGHEST_PRECEDENCE)
  RequestListener fastjavaObservationListener(
      ObservationRegistry registry,
      ObjectProvider<ServerRequestObservationConvention> convention,
      ObservationProperties properties) {
    String name = properties.getHttp().getServer().getRequests().getName();
    boolean threadContext =
        ClassUtils.isPresent(
            "io.micrometer.context.ContextSnapshotFactory", getClass().getClassLoader());
    return new ObservationListener(
        registry,
        convention.getIfAvailable(() -> new DefaultServerRequestObservationConvention(name)),
        threadContext ? ThreadContext.ofRegistry() : ThreadContext.NONE);
  }

  @Bean
  @OnServer(OnServer.ALL)
  @Order
  RequestListener fastjavaObservationEndListener() {
    return new ObservationListener.End();
  }

  @Bean
  @ConditionalOnNotWebApplication
  static ForeignConventions fastjavaForeignConventions(ListableBeanFactory factory) {
    return new ForeignConventions(factory);
  }

  /** Boot's own web servers bring this filter with them. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnNotWebApplication
  @ConditionalOnClass({MeterRegistry.class, MaximumAllowableTagsMeterFilter.class})
  @ConditionalOnBean(MeterRegistry.class)
  @EnableConfigurationProperties(MetricsProperties.class)
  static class MeterFilterConfiguration {

    @Bean
    @Order(0)
    MaximumAllowableTagsMeterFilter fastjavaMetricsUriTagFilter(
        ObservationProperties observations, MetricsProperties metrics) {
      return new MaximumAllowableTagsMeterFilter(
          observations.getHttp().getServer().getRequests().getName(),
          "uri",
          metrics.getWeb().getServer().getMaxUriTags());
    }
  }
}
