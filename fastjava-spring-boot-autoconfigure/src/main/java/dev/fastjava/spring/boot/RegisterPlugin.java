package dev.fastjava.spring.boot;

import dev.fastjava.Plugin;
import dev.fastjava.PluginMeta;
import dev.fastjava.logging.LogLevel;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;

/**
 * Says how a {@link Plugin}, {@link Plugin.Async} or {@link Plugin.Callback} bean is registered.
 * Goes on the class of the bean or on its {@code @Bean} method. Plugin beans without it are
 * registered too, with no prefix and in a context of their own.
 *
 * <p>Plugins are registered in the order of {@code @Order} and {@code Ordered}, each one after
 * those it depends on.
 *
 * <pre>{@code
 * @Component
 * @RegisterPlugin(prefix = "/v1", dependsOn = "db")
 * class UserRoutes implements Plugin {
 *   public void register(Fastjava app, PluginOptions options) {
 *     app.get("/users", (request, reply) -> ...);
 *   }
 * }
 * }</pre>
 *
 * <p>Reference: Plugins.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface RegisterPlugin {
  /**
   * Same as {@link #prefix()}.
   *
   * @return a path
   */
  @AliasFor("prefix")
  String value() default "";

  /**
   * The prefix of the plugin's routes. May have parameters, and placeholders such as {@code
   * ${api.prefix}}.
   *
   * @return a path; empty for none
   */
  @AliasFor("value")
  String prefix() default "";

  /**
   * The name of the plugin, which others may depend on.
   *
   * @return the name; empty for the one of {@link PluginMeta#name()}, else the name of the bean
   */
  String name() default "";

  /**
   * The plugin in whose context this one is registered, so that it has its prefix, hooks,
   * decorators and schemas.
   *
   * @return the name of a plugin bean; empty for the application
   */
  String parent() default "";

  /**
   * The plugins that must be loaded before.
   *
   * @return names of plugin beans; the application does not start when one is missing
   */
  String[] dependsOn() default {};

  /**
   * Whether hooks, decorators and schemas of the plugin belong to the whole application instead of
   * a context of their own, as those of a plugin made by {@link dev.fastjava.Plugins#shared}.
   *
   * @return true for a shared plugin; a plugin whose {@link PluginMeta} says so is shared anyway
   */
  boolean shared() default false;

  /**
   * The log level of the plugin's routes.
   *
   * @return one level, such as {@code LogLevel.DEBUG}; none for that of the server
   */
  LogLevel[] logLevel() default {};
}
