package dev.fastjava.spring.boot.actuate;

import java.util.Map;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.CorsEndpointProperties;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.web.EndpointLinksResolver;
import org.springframework.boot.actuate.endpoint.web.EndpointMapping;
import org.springframework.boot.actuate.endpoint.web.EndpointMediaTypes;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.actuate.endpoint.web.WebOperation;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.util.StringUtils;

/** Makes the plugin that serves the exposed endpoints below their base path. */
final class EndpointRoutes {
  private final WebEndpointsSupplier endpoints;
  private final EndpointMediaTypes mediaTypes;
  private final WebEndpointProperties properties;
  private final CorsEndpointProperties cors;

  EndpointRoutes(
      WebEndpointsSupplier endpoints,
      EndpointMediaTypes mediaTypes,
      WebEndpointProperties properties,
      CorsEndpointProperties cors) {
    this.endpoints = endpoints;
    this.mediaTypes = mediaTypes;
    this.properties = properties;
    this.cors = cors;
  }

  /**
   * Makes the plugin.
   *
   * @param namespace whose server it is
   * @param serverPath the path that all of the server is below; empty for none
   */
  EndpointPlugin plugin(EndpointPlugins plugins, WebServerNamespace namespace, String serverPath) {
    EndpointPlugin plugin = plugins.create("actuator", namespace, cors.toCorsConfiguration());
    String basePath = properties.getBasePath();
    EndpointMapping mapping = new EndpointMapping(basePath);
    for (ExposableWebEndpoint endpoint : endpoints.getEndpoints()) {
      for (WebOperation operation : endpoint.getOperations()) {
        String path = mapping.createSubPath(operation.getRequestPredicate().getPath());
        plugin.add(serverPath + path, operation);
      }
    }
    // At the root of the application there is a page of the application.
    boolean hasPlace =
        StringUtils.hasText(basePath) || namespace.equals(WebServerNamespace.MANAGEMENT);
    if (properties.getDiscovery().isEnabled() && hasPlace) {
      EndpointLinksResolver links = new EndpointLinksResolver(endpoints.getEndpoints(), basePath);
      String url = serverPath + mapping.getPath();
      plugin.add(
          url.isEmpty() ? "/" : url,
          new LinksOperation(
              mediaTypes.getProduced(),
              address -> OperationResponseBody.of(Map.of("_links", links.resolveLinks(address))),
              plugins.replies()));
    }
    return plugin;
  }
}
