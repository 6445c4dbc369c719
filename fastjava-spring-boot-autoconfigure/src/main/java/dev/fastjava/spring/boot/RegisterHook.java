package dev.fastjava.spring.boot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a bean a hook of the whole application, or of a plugin. Goes on the class of the bean or on
 * its {@code @Bean} method; the bean is of a hook type of the phase: plain, of stages ({@code
 * Hook.Async} and its like), or in callback style. Hooks of a phase run in the order of
 * {@code @Order} and {@code Ordered}. Hook beans without it are left alone, for use in routes and
 * plugins.
 *
 * <pre>{@code
 * @Bean
 * @RegisterHook("onRequest")
 * Hook requireToken(Tokens tokens) {
 *   return (request, reply) -> tokens.check(request.header("authorization"));
 * }
 *
 * @Bean
 * @RegisterHook("preHandler")
 * Hook.Async requireAccount(Accounts accounts) {
 *   return (request, reply) -> accounts.checkAsync(request);
 * }
 * }</pre>
 *
 * <p>Reference: Hooks.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface RegisterHook {
  /**
   * The phases the hook runs in.
   *
   * @return names such as {@code "onRequest"}; usually one
   */
  String[] value();

  /**
   * The plugin in whose context the hook runs.
   *
   * @return the name of a plugin bean; empty for the whole application
   */
  String plugin() default "";
}
