package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.spring.boot.FastjavaServer;
import dev.fastjava.spring.boot.OnServer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Auto-configuration of the server of {@code management.server.port}, where that is not the one of
 * the application. What {@code management.server.*} does not say is as the application has it.
 */
@AutoConfiguration(after = FastjavaServersAutoConfiguration.class)
@ConditionalOnClass({ManagementServerProperties.class, WebServer.class})
@ConditionalOnNotWebApplication
@ConditionalOnBean(FurtherServers.class)
@Conditional(FastjavaManagementServerAutoConfiguration.OnPortOfItsOwn.class)
@EnableConfigurationProperties({ManagementServerProperties.class, ServerProperties.class})
public final class FastjavaManagementServerAutoConfiguration {
  FastjavaManagementServerAutoConfiguration() {}

  @Bean
  FastjavaServer fastjavaManagementServer(
      FurtherServers servers,
      FastjavaProperties properties,
      ServerProperties common,
      ManagementServerProperties management,
      ObjectProvider<SslBundles> sslBundles) {
    ServerSettings application =
        ServerSettings.alone(properties, common, sslBundles.getIfAvailable());
    return servers.create(
        OnServer.MANAGEMENT,
        application.management(management.getPort(), management.getAddress(), management.getSsl()),
        options -> {});
  }

  /** Boot's own condition knows servlets and WebFlux alone. */
  static final class OnPortOfItsOwn extends SpringBootCondition {
    OnPortOfItsOwn() {}

    @Override
    public ConditionOutcome getMatchOutcome(
        ConditionContext context, AnnotatedTypeMetadata metadata) {
      ManagementPortType type = ManagementPortType.get(context.getEnvironment());
      return new ConditionOutcome(
          type == ManagementPortType.DIFFERENT,
          ConditionMessage.forCondition("Management port").because("it is " + type));
    }
  }
}
