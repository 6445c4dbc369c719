package dev.fastjava.spring.boot;

import dev.fastjava.Handler;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a {@link Handler} bean the answer to requests that no route matches, of the whole
 * application or of the prefix of a plugin.
 *
 * <pre>{@code
 * @Bean
 * @RegisterNotFoundHandler
 * Handler notFound() {
 *   return (request, reply) -> reply.code(404).send(Map.of("problem", "no such page"));
 * }
 * }</pre>
 *
 * <p>Reference: Server, setNotFoundHandler.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface RegisterNotFoundHandler {
  /**
   * The plugin in whose context requests are answered.
   *
   * @return the name of a plugin bean; empty for the whole application
   */
  String plugin() default "";
}
