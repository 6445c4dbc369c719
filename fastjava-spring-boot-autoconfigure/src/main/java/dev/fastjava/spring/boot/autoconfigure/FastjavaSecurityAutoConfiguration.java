package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.spring.boot.context.FastjavaWebServer;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.web.server.WebServer;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration that stops the start of a server that is not protected though it seems to be:
 * with Spring Security on the class path, Boot protects all routes of its own servers, and its
 * filters see nothing of what FastJava serves.
 */
@AutoConfiguration(
    after = FastjavaServerAutoConfiguration.class,
    afterName = FastjavaSecurityAutoConfiguration.SECURITY)
@ConditionalOnClass(WebServer.class)
@ConditionalOnBean(
    value = FastjavaWebServer.class,
    type = FastjavaSecurityAutoConfiguration.SECURITY)
@ConditionalOnBooleanProperty(
    name = "fastjava.security.ignore-spring-security",
    havingValue = false,
    matchIfMissing = true)
public final class FastjavaSecurityAutoConfiguration {
  static final String SECURITY =
      "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration";

  FastjavaSecurityAutoConfiguration() {}

  @Bean
  static SmartInitializingSingleton fastjavaSecurityCheck() {
    return () -> {
      throw new BeanRegistrationException(
          "Spring Security is on the class path, but its filters do not protect what FastJava"
              + " serves: all routes would be open",
          """
          Decide what protects the routes:

              - hooks of your own, such as a bean with @RegisterHook("onRequest"), or nothing: then \
          set fastjava.security.ignore-spring-security=true
              - if Spring Security is not needed, remove its starter or exclude %s\
          """
              .formatted(SECURITY),
          null);
    };
  }
}
