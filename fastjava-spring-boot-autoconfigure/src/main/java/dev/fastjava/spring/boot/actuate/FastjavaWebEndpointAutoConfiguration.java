package dev.fastjava.spring.boot.actuate;

import dev.fastjava.Fastjava;
import dev.fastjava.spring.boot.OnServer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.IncludeExcludeEndpointFilter;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.CorsEndpointProperties;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.actuate.endpoint.EndpointAccessResolver;
import org.springframework.boot.actuate.endpoint.EndpointFilter;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.EndpointsSupplier;
import org.springframework.boot.actuate.endpoint.OperationFilter;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.invoke.OperationInvokerAdvisor;
import org.springframework.boot.actuate.endpoint.invoke.ParameterValueMapper;
import org.springframework.boot.actuate.endpoint.jackson.EndpointJsonMapper;
import org.springframework.boot.actuate.endpoint.web.AdditionalPathsMapper;
import org.springframework.boot.actuate.endpoint.web.EndpointMediaTypes;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.actuate.endpoint.web.PathMapper;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.actuate.endpoint.web.WebOperation;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpointDiscoverer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.WebServer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/**
 * Auto-configuration that finds the actuator's web endpoints where FastJava is the web server, as
 * Boot does it for its own: with the exposure, the access and the paths of {@code
 * management.endpoints.web.*} and {@code management.endpoint.*}.
 */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration",
      "dev.fastjava.spring.boot.autoconfigure.FastjavaAutoConfiguration"
    })
@ConditionalOnClass({WebEndpointDiscoverer.class, WebEndpointProperties.class, WebServer.class})
@ConditionalOnNotWebApplication
@ConditionalOnBean({Fastjava.class, ParameterValueMapper.class})
@EnableConfigurationProperties({WebEndpointProperties.class, CorsEndpointProperties.class})
public final class FastjavaWebEndpointAutoConfiguration {
  private final WebEndpointProperties properties;

  FastjavaWebEndpointAutoConfiguration(WebEndpointProperties properties) {
    this.properties = properties;
  }

  /** Shared by the servers of the application and of the management. */
  @Bean
  EndpointPlugins fastjavaEndpointPlugins(
      ObjectProvider<EndpointSecurity> security,
      ObjectProvider<EndpointJsonMapper> endpointMapper,
      ObjectProvider<JsonMapper> mappers,
      Environment environment) {
    JsonMapper mapper = mappers.getIfAvailable(() -> JsonMapper.builder().build());
    EndpointJsonMapper own = endpointMapper.getIfAvailable();
    return new EndpointPlugins(
        security.getIfAvailable(() -> request -> SecurityContext.NONE),
        own == null ? mapper : own.get(),
        mapper,
        environment.getProperty("spring.threads.virtual.enabled", Boolean.class, true));
  }

  @Bean
  PathMapper webEndpointPathMapper() {
    Map<EndpointId, String> paths = new HashMap<>();
    properties
        .getPathMapping()
        .forEach((id, path) -> paths.put(EndpointId.fromPropertyValue(id), path));
    return paths::get;
  }

  @Bean
  @ConditionalOnMissingBean
  EndpointMediaTypes endpointMediaTypes() {
    return EndpointMediaTypes.DEFAULT;
  }

  @Bean
  @ConditionalOnMissingBean(WebEndpointsSupplier.class)
  WebEndpointDiscoverer webEndpointDiscoverer(
      ApplicationContext context,
      ParameterValueMapper parameterValueMapper,
      EndpointMediaTypes mediaTypes,
      ObjectProvider<PathMapper> pathMappers,
      ObjectProvider<AdditionalPathsMapper> additionalPathsMappers,
      ObjectProvider<OperationInvokerAdvisor> invokerAdvisors,
      ObjectProvider<EndpointFilter<ExposableWebEndpoint>> endpointFilters,
      ObjectProvider<OperationFilter<WebOperation>> operationFilters) {
    return new WebEndpointDiscoverer(
        context,
        parameterValueMapper,
        mediaTypes,
        pathMappers.orderedStream().toList(),
        additionalPathsMappers.orderedStream().toList(),
        invokerAdvisors.orderedStream().toList(),
        endpointFilters.orderedStream().toList(),
        operationFilters.orderedStream().toList());
  }

  @Bean
  @ConditionalOnMissingBean
  PathMappedEndpoints pathMappedEndpoints(Collection<EndpointsSupplier<?>> suppliers) {
    return new PathMappedEndpoints(properties.getBasePath(), suppliers);
  }

  @Bean
  IncludeExcludeEndpointFilter<ExposableWebEndpoint> webExposeExcludePropertyEndpointFilter() {
    WebEndpointProperties.Exposure exposure = properties.getExposure();
    return new IncludeExcludeEndpointFilter<>(
        ExposableWebEndpoint.class,
        exposure.getInclude(),
        exposure.getExclude(),
        EndpointExposure.WEB.getDefaultIncludes());
  }

  @Bean
  OperationFilter<WebOperation> webAccessPropertiesOperationFilter(EndpointAccessResolver access) {
    return OperationFilter.byAccess(access);
  }

  @Bean
  EndpointRoutes fastjavaEndpointRoutes(
      WebEndpointsSupplier endpoints, EndpointMediaTypes mediaTypes, CorsEndpointProperties cors) {
    return new EndpointRoutes(endpoints, mediaTypes, properties, cors);
  }

  /** Behind the hooks of the whole application, as they are behind filters at Boot's servers. */
  @Bean
  @Conditional(OnManagementPort.Same.class)
  EndpointPlugin fastjavaEndpoints(EndpointRoutes routes, EndpointPlugins plugins) {
    return routes.plugin(plugins, WebServerNamespace.SERVER, "");
  }

  @Bean
  @OnServer(OnServer.MANAGEMENT)
  @Conditional(OnManagementPort.Different.class)
  EndpointPlugin fastjavaManagementEndpoints(
      EndpointRoutes routes, EndpointPlugins plugins, Environment environment) {
    return routes.plugin(
        plugins, WebServerNamespace.MANAGEMENT, EndpointPlugins.managementPath(environment));
  }

  /** What Boot checks of the properties of its own servers. */
  @Bean
  @Conditional(OnManagementPort.Same.class)
  static SharedManagementPort fastjavaSharedManagementPort(ConfigurableEnvironment environment) {
    return new SharedManagementPort(environment);
  }
}
