package dev.fastjava.spring.boot.accesslog;

import dev.fastjava.Fastjava;
import dev.fastjava.RequestListener;
import dev.fastjava.spring.boot.OnServer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Auto-configuration of the access log, by {@code fastjava.accesslog.enabled}. */
@AutoConfiguration
@ConditionalOnClass(Fastjava.class)
@ConditionalOnBooleanProperty("fastjava.accesslog.enabled")
@EnableConfigurationProperties(AccessLogProperties.class)
public final class FastjavaAccessLogAutoConfiguration {

  FastjavaAccessLogAutoConfiguration() {}

  @Bean
  @OnServer(OnServer.ALL)
  RequestListener fastjavaAccessLogListener(
      AccessLogProperties properties, ObjectProvider<AccessLogCondition> conditions) {
    return new AccessLogListener(properties, conditions.orderedStream().toList());
  }
}
