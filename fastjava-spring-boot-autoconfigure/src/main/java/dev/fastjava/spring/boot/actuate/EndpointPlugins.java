package dev.fastjava.spring.boot.actuate;

import dev.fastjava.Execution;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.web.EndpointMapping;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.core.env.Environment;
import org.springframework.web.cors.CorsConfiguration;
import tools.jackson.databind.json.JsonMapper;

/** Makes the plugins that serve endpoints. */
final class EndpointPlugins {
  private final EndpointSecurity security;
  private final EndpointBodies bodies;
  private final EndpointReplies replies;
  private final Execution execution;

  /**
   * Takes what all of them share.
   *
   * @param virtualThreads whether operations may run on virtual threads
   */
  EndpointPlugins(
      EndpointSecurity security,
      JsonMapper endpointMapper,
      JsonMapper mapper,
      boolean virtualThreads) {
    this.security = security;
    this.bodies = new EndpointBodies(mapper);
    this.replies = new EndpointReplies(endpointMapper, mapper);
    this.execution = virtualThreads ? Execution.BLOCKING : Execution.WORKER;
  }

  EndpointPlugin create(
      String name, WebServerNamespace namespace, @Nullable CorsConfiguration cors) {
    return new EndpointPlugin(
        name, execution, new EndpointServices(security, namespace, bodies, replies), cors);
  }

  EndpointReplies replies() {
    return replies;
  }

  /** The path that all of the server of the management is below; empty for none. */
  static String managementPath(Environment environment) {
    // Written as Boot reads it: with a slash before it, and none behind it.
    return new EndpointMapping(environment.getProperty("management.server.base-path", ""))
        .getPath();
  }
}
