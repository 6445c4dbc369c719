package dev.fastjava.spring.boot.docs.actuator;

import dev.fastjava.Hook;
import dev.fastjava.RouteDefinition;
import dev.fastjava.spring.boot.FastjavaServer;
import dev.fastjava.spring.boot.FastjavaServers;
import dev.fastjava.spring.boot.OnServer;
import dev.fastjava.spring.boot.RegisterHook;
import dev.fastjava.spring.boot.actuate.EndpointSecurity;
import java.net.InetAddress;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(FeaturesEndpoint.class)
class Servers {

  @Bean
  EndpointSecurity endpointSecurity() {
    return request ->
        "secret".equals(request.header("x-token")) ? new Operator() : SecurityContext.NONE;
  }

  @Bean
  @OnServer(OnServer.MANAGEMENT)
  @RegisterHook("onRequest")
  Hook insideOnly() {
    return (request, reply) -> reply.header("x-inside", "yes");
  }

  @Bean
  FastjavaServer admin(FastjavaServers servers) {
    return servers.create(
        server ->
            server
                .port(0)
                .address(InetAddress.getLoopbackAddress())
                .options(options -> options.bodyLimit(1024)));
  }

  @Bean
  @OnServer("admin")
  RouteDefinition purge() {
    return RouteDefinition.post("/purge").handler((request, reply) -> Map.of("purged", true));
  }

  @Bean
  @OnServer({OnServer.APPLICATION, "admin"})
  RouteDefinition version() {
    return RouteDefinition.get("/version").handler((request, reply) -> Map.of("version", 3));
  }
}
