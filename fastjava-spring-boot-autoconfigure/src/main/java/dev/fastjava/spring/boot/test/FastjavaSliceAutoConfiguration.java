package dev.fastjava.spring.boot.test;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;

/** Auto-configuration of what routes commonly have injected, for slices only. */
@AutoConfiguration
public final class FastjavaSliceAutoConfiguration {
  FastjavaSliceAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  ConversionService fastjavaConversionService(ListableBeanFactory beans) {
    ApplicationConversionService service = new ApplicationConversionService();
    ApplicationConversionService.addBeans(service, beans);
    return service;
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(SimpleMeterRegistry.class)
  static class MetricsConfiguration {
    @Bean
    @ConditionalOnMissingBean(MeterRegistry.class)
    SimpleMeterRegistry fastjavaMeterRegistry() {
      return new SimpleMeterRegistry();
    }
  }
}
