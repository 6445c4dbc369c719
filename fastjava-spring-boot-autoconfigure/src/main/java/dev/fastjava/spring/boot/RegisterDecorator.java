package dev.fastjava.spring.boot;

import dev.fastjava.type.DecoratorKey;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a bean of any type a decorator of the server, there before all plugins. It is read by name,
 * or by a {@link DecoratorKey} of this name and the type of the bean.
 *
 * <pre>{@code
 * @Bean
 * @RegisterDecorator("clock")
 * Clock clock() {
 *   return Clock.systemUTC();
 * }
 * }</pre>
 *
 * <p>Reference: Decorators.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface RegisterDecorator {
  /**
   * The name of the decorator.
   *
   * @return the name
   */
  String value();
}
