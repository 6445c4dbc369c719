package dev.fastjava.spring.boot.autoconfigure;

import dev.fastjava.spring.boot.OnServer;
import dev.fastjava.spring.boot.context.FastjavaServerLifecycle;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration of servers beside the application's own: those the application declares, and
 * that of {@code management.server.port}. They boot, listen and close in the phases of the
 * application's own.
 */
@AutoConfiguration(after = FastjavaAutoConfiguration.class)
@ConditionalOnClass(WebServer.class)
@ConditionalOnBean(FastjavaProperties.class)
public final class FastjavaServersAutoConfiguration {
  private static final int LISTENING = WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE;
  private static final int GRACEFUL = WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;

  /** Probes are answered until the application has finished its requests, as with Boot. */
  private static final int GRACEFUL_MANAGEMENT = GRACEFUL - 512;

  FastjavaServersAutoConfiguration() {}

  @Bean
  FurtherServers fastjavaServers(
      ConfigurableListableBeanFactory factory,
      ObjectProvider<ServerProperties> server,
      ObjectProvider<SslBundles> sslBundles) {
    return new FurtherServers(
        factory,
        server.getIfAvailable(ServerProperties::new).getShutdown(),
        sslBundles.getIfAvailable());
  }

  @Bean
  EachServer fastjavaServersBoot(
      ConfigurableListableBeanFactory factory, FastjavaProperties properties) {
    List<String> schemas = properties.schemas().locations();
    return each(
        LISTENING - 1,
        factory,
        server -> true,
        server ->
            new FastjavaBootLifecycle(
                server.app(),
                server.closing(),
                new BeanRegistration(factory, server.name(), schemas)));
  }

  private static EachServer each(
      int phase,
      ConfigurableListableBeanFactory factory,
      Predicate<FurtherServer> which,
      Function<FurtherServer, SmartLifecycle> lifecycle) {
    return new EachServer(
        phase, () -> FurtherServers.in(factory).stream().filter(which).map(lifecycle).toList());
  }

  @Configuration(proxyBeanMethods = false)
  @Conditional(OnServerWantedCondition.class)
  static class ListeningConfiguration {

    @Bean
    EachServer fastjavaServersListening(
        ConfigurableListableBeanFactory factory, ConfigurableApplicationContext context) {
      return each(
          LISTENING,
          factory,
          server -> true,
          server -> {
            String port =
                isOfManagement(server)
                    ? "local.management.port"
                    : "local.fastjava." + server.name() + ".port";
            return new FastjavaServerLifecycle(server.webServer(), context, port);
          });
    }

    @Bean
    EachServer fastjavaServersGracefulShutdown(ConfigurableListableBeanFactory factory) {
      return each(
          GRACEFUL,
          factory,
          server -> !isOfManagement(server),
          server -> new WebServerGracefulShutdownLifecycle(server.webServer()));
    }

    @Bean
    EachServer fastjavaManagementGracefulShutdown(ConfigurableListableBeanFactory factory) {
      return each(
          GRACEFUL_MANAGEMENT,
          factory,
          ListeningConfiguration::isOfManagement,
          server -> new WebServerGracefulShutdownLifecycle(server.webServer()));
    }

    private static boolean isOfManagement(FurtherServer server) {
      return server.name().equals(OnServer.MANAGEMENT);
    }
  }
}
