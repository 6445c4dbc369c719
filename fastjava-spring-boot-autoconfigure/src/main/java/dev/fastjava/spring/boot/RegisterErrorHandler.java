package dev.fastjava.spring.boot;

import dev.fastjava.ErrorHandler;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says whose errors an {@link ErrorHandler} bean answers. Without it, those of the whole
 * application.
 *
 * <pre>{@code
 * @Bean
 * @RegisterErrorHandler(plugin = "users")
 * ErrorHandler userProblems() {
 *   return (error, request, reply) -> reply.code(422).send(Map.of("problem", error.getMessage()));
 * }
 * }</pre>
 *
 * <p>Reference: Server, setErrorHandler.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface RegisterErrorHandler {
  /**
   * The plugin in whose context errors are answered.
   *
   * @return the name of a plugin bean; empty for the whole application
   */
  String plugin() default "";
}
