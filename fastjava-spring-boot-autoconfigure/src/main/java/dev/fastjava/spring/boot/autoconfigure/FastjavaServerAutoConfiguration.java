package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.Fastjava;
import dev.fastjava.spring.boot.context.FastjavaClosing;
import dev.fastjava.spring.boot.context.FastjavaServerLifecycle;
import dev.fastjava.spring.boot.context.FastjavaWebServer;
import java.util.Objects;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration that lets the {@link Fastjava} instance listen. Alone it serves at {@code
 * server.port}; beside Spring MVC or WebFlux it stays quiet, with a warning, unless {@code
 * fastjava.server.port} gives it a port of its own.
 */
@AutoConfiguration(after = FastjavaAutoConfiguration.class)
@ConditionalOnClass(WebServer.class)
@Conditional(OnServerWantedCondition.class)
public final class FastjavaServerAutoConfiguration {

  FastjavaServerAutoConfiguration() {}

  @Bean
  @ConditionalOnBean(ServerSettings.class)
  @ConditionalOnMissingBean
  FastjavaWebServer fastjavaWebServer(
      Fastjava app, ServerSettings settings, FastjavaClosing closing) {
    return new FastjavaWebServer(
        app, settings.port(), settings.address(), settings.shutdown(), closing);
  }

  @Bean
  @ConditionalOnBean(FastjavaWebServer.class)
  FastjavaServerLifecycle fastjavaServerLifecycle(
      FastjavaWebServer server, ConfigurableApplicationContext context) {
    return new FastjavaServerLifecycle(server, context);
  }

  @Bean
  @ConditionalOnBean(FastjavaWebServer.class)
  WebServerGracefulShutdownLifecycle fastjavaGracefulShutdownLifecycle(FastjavaWebServer server) {
    return new WebServerGracefulShutdownLifecycle(server);
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnNotWebApplication
  @EnableConfigurationProperties(ServerProperties.class)
  static class AloneConfiguration {

    @Bean
    static IgnoredServerProperties fastjavaIgnoredServerProperties(Environment environment) {
      return new IgnoredServerProperties(environment);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    ServerSettings fastjavaServerSettings(
        FastjavaProperties properties,
        ServerProperties serverProperties,
        ObjectProvider<SslBundles> sslBundles) {
      return ServerSettings.alone(properties, serverProperties, sslBundles.getIfAvailable());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication
  @ConditionalOnProperty("fastjava.server.port")
  static class BesideConfiguration {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    ServerSettings fastjavaServerSettings(
        FastjavaProperties properties,
        ObjectProvider<ServerProperties> serverProperties,
        ObjectProvider<SslBundles> sslBundles) {
      int port = Objects.requireNonNull(properties.server().port(), "fastjava.server.port");
      Shutdown shutdown = serverProperties.getIfAvailable(ServerProperties::new).getShutdown();
      return ServerSettings.beside(port, properties, shutdown, sslBundles.getIfAvailable());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication
  @ConditionalOnProperty(name = "fastjava.server.port", matchIfMissing = true, havingValue = "none")
  static class BackedOffConfiguration {
    private static final Log logger = LogFactory.getLog(FastjavaServerAutoConfiguration.class);

    @Bean
    SmartInitializingSingleton fastjavaServerWarning() {
      return () ->
          logger.warn(
              "FastJava does not listen because the application has another web server. Set"
                  + " fastjava.server.port to serve its routes on a port of their own, or"
                  + " fastjava.server.enabled=false to do without them.");
    }
  }
}
