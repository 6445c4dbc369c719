package dev.fastjava.spring.boot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which servers a bean belongs to: a route, a plugin, a hook, an error handler or anything
 * else that is registered on a server. Without it, a bean belongs to the application's own server.
 * Goes on the class of the bean or on its {@code @Bean} method.
 *
 * <pre>{@code
 * @Bean
 * @OnServer("admin")
 * RouteDefinition status() {
 *   return RouteDefinition.get("/status").handler((request, reply) -> Map.of("ok", true));
 * }
 * }</pre>
 *
 * <p>A plugin and what is registered in its context have to be on the same servers.
 *
 * @see FastjavaServers
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface OnServer {
  /** All servers. */
  String ALL = "*";

  /** The application's own server. */
  String APPLICATION = "";

  /**
   * The server of {@code management.server.port}; the application's own where both are the same.
   * None where the management is served nowhere.
   */
  String MANAGEMENT = "management";

  /**
   * The servers.
   *
   * @return names of {@link FastjavaServer} beans, {@link #APPLICATION}, {@link #MANAGEMENT} or
   *     {@link #ALL}; the application does not start when there is none of a name
   */
  String[] value();
}
