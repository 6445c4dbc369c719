package dev.fastjava.spring.boot.actuate;

import dev.fastjava.spring.boot.OnServer;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.actuate.endpoint.web.WebOperation;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.actuate.endpoint.AdditionalHealthEndpointPath;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointWebExtension;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointProperties;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of health over HTTP: its groups, the status codes of its statuses, and the
 * groups that have a path of their own, such as {@code /livez}.
 */
@AutoConfiguration(
    after = {FastjavaWebEndpointAutoConfiguration.class, HealthEndpointAutoConfiguration.class})
@ConditionalOnClass({HealthEndpoint.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnBean({EndpointPlugins.class, HealthEndpoint.class})
@ConditionalOnAvailableEndpoint(endpoint = HealthEndpoint.class, exposure = EndpointExposure.WEB)
public final class FastjavaHealthEndpointAutoConfiguration {
  FastjavaHealthEndpointAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  HealthEndpointWebExtension healthEndpointWebExtension(
      HealthContributorRegistry registry,
      ObjectProvider<ReactiveHealthContributorRegistry> reactiveRegistry,
      HealthEndpointGroups groups,
      HealthEndpointProperties properties) {
    return new HealthEndpointWebExtension(
        registry,
        reactiveRegistry.getIfAvailable(),
        groups,
        properties.getLogging().getSlowIndicatorThreshold());
  }

  @Bean
  EndpointPlugin fastjavaHealthPaths(
      EndpointPlugins plugins, WebEndpointsSupplier endpoints, HealthEndpointGroups groups) {
    return healthPaths(plugins, endpoints, groups, WebServerNamespace.SERVER, "");
  }

  @Bean
  @OnServer(OnServer.MANAGEMENT)
  @Conditional(OnManagementPort.Different.class)
  EndpointPlugin fastjavaManagementHealthPaths(
      EndpointPlugins plugins,
      WebEndpointsSupplier endpoints,
      HealthEndpointGroups groups,
      Environment environment) {
    return healthPaths(
        plugins,
        endpoints,
        groups,
        WebServerNamespace.MANAGEMENT,
        EndpointPlugins.managementPath(environment));
  }

  private static EndpointPlugin healthPaths(
      EndpointPlugins plugins,
      WebEndpointsSupplier endpoints,
      HealthEndpointGroups groups,
      WebServerNamespace namespace,
      String serverPath) {
    EndpointPlugin plugin = plugins.create("actuator-health-paths", namespace, null);
    Set<HealthEndpointGroup> withPath = groups.getAllWithAdditionalPath(namespace);
    for (ExposableWebEndpoint endpoint : endpoints.getEndpoints()) {
      if (endpoint.getEndpointId().equals(HealthEndpoint.ID)) {
        endpoint.getOperations().forEach(operation -> add(plugin, operation, withPath, serverPath));
      }
    }
    return plugin;
  }

  private static void add(
      EndpointPlugin plugin,
      WebOperation operation,
      Set<HealthEndpointGroup> groups,
      String serverPath) {
    if (operation.getRequestPredicate().getMatchAllRemainingPathSegmentsVariable() == null) {
      return;
    }
    for (HealthEndpointGroup group : groups) {
      AdditionalHealthEndpointPath path = group.getAdditionalPath();
      if (path != null) {
        plugin.addAtFixedPath(serverPath, path.getValue(), operation);
      }
    }
  }
}
