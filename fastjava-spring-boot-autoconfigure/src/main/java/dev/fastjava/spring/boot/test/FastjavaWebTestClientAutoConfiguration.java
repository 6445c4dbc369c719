package dev.fastjava.spring.boot.test;

import dev.fastjava.inject.Inject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.boot.webtestclient.autoconfigure.WebTestClientBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Auto-configuration of a {@link WebTestClient} that sends requests without a socket. Where the
 * server has one, Boot's own auto-configuration finds it.
 */
@AutoConfiguration(
    afterName = {
      "dev.fastjava.spring.boot.autoconfigure.FastjavaAutoConfiguration",
      "dev.fastjava.spring.boot.autoconfigure.FastjavaServerAutoConfiguration"
    },
    beforeName =
        "org.springframework.boot.webtestclient.autoconfigure.WebTestClientAutoConfiguration")
@ConditionalOnClass({WebTestClient.class, WebClient.class, WebTestClientBuilderCustomizer.class})
@ConditionalOnNotWebApplication
@ConditionalOnBean(Inject.class)
public final class FastjavaWebTestClientAutoConfiguration {
  FastjavaWebTestClientAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean(
      value = WebTestClient.class,
      type = "dev.fastjava.spring.boot.context.FastjavaWebServer")
  WebTestClient fastjavaWebTestClient(
      Inject inject, ObjectProvider<WebTestClientBuilderCustomizer> customizers) {
    WebTestClient.Builder builder =
        WebTestClient.bindToServer(new InjectClientHttpConnector(inject))
            .baseUrl("http://localhost");
    customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
    return builder.build();
  }
}
