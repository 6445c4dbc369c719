package dev.fastjava.spring.boot.test;

import dev.fastjava.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.boot.resttestclient.autoconfigure.RestTestClientBuilderCustomizer;
import org.springframework.boot.test.http.server.LocalTestWebServer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Auto-configuration of a {@link RestTestClient}: sends requests to the port of the server, or
 * without a socket where it has none. Boot's own one is for servlets.
 */
@AutoConfiguration(
    afterName = {
      "dev.fastjava.spring.boot.autoconfigure.FastjavaAutoConfiguration",
      "dev.fastjava.spring.boot.autoconfigure.FastjavaServerAutoConfiguration"
    },
    beforeName =
        "org.springframework.boot.resttestclient.autoconfigure.RestTestClientTestAutoConfiguration")
@ConditionalOnClass(
    value = {RestTestClient.class, ClientHttpRequestFactory.class},
    // In signatures of the client: without it, the client can be made, but not be a bean.
    name = "org.springframework.web.servlet.function.RouterFunction")
@ConditionalOnNotWebApplication
@ConditionalOnBean(Inject.class)
public final class FastjavaRestTestClientAutoConfiguration {
  FastjavaRestTestClientAutoConfiguration() {}

  private static RestTestClient.Builder<?> builder(ApplicationContext context, Inject inject) {
    @Nullable LocalTestWebServer server = LocalTestWebServer.get(context);
    if (server == null) {
      return RestTestClient.bindToServer(new InjectClientHttpRequestFactory(inject))
          .baseUrl("http://localhost");
    }
    return RestTestClient.bindToServer().uriBuilderFactory(server.uriBuilderFactory());
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(RestTestClientBuilderCustomizer.class)
  static class CustomizedConfiguration {
    @Bean
    @ConditionalOnMissingBean
    RestTestClient fastjavaRestTestClient(
        ApplicationContext context,
        Inject inject,
        ObjectProvider<RestTestClientBuilderCustomizer> customizers) {
      RestTestClient.Builder<?> builder = builder(context, inject);
      customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
      return builder.build();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class PlainConfiguration {
    @Bean
    @ConditionalOnMissingBean
    RestTestClient fastjavaRestTestClient(ApplicationContext context, Inject inject) {
      return builder(context, inject).build();
    }
  }
}
