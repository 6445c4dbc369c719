package dev.fastjava.spring.boot.actuate;

import dev.fastjava.Fastjava;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Auto-configuration of the endpoints that show what FastJava servers are made of. */
@AutoConfiguration(
    afterName = "dev.fastjava.spring.boot.autoconfigure.FastjavaAutoConfiguration",
    beforeName = "dev.fastjava.spring.boot.actuate.FastjavaWebEndpointAutoConfiguration")
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(Fastjava.class)
public final class FastjavaEndpointsAutoConfiguration {
  FastjavaEndpointsAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnAvailableEndpoint
  FastjavaRoutesEndpoint fastjavaRoutesEndpoint(
      Fastjava app, ConfigurableListableBeanFactory factory) {
    return new FastjavaRoutesEndpoint(new Servers(app, factory));
  }

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnAvailableEndpoint
  FastjavaPluginsEndpoint fastjavaPluginsEndpoint(
      Fastjava app, ConfigurableListableBeanFactory factory) {
    return new FastjavaPluginsEndpoint(new Servers(app, factory));
  }
}
