package dev.fastjava.spring.boot;

import dev.fastjava.BodyParser;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which content types a {@link BodyParser} bean reads.
 *
 * <pre>{@code
 * @Bean
 * @RegisterParser("text/csv")
 * BodyParser csv() {
 *   return BodyParser.text((request, body) -> List.of(body.split(",")));
 * }
 * }</pre>
 *
 * <p>Reference: ContentTypeParser.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface RegisterParser {
  /**
   * The content types.
   *
   * @return types such as {@code "text/csv"}; {@code "*"} for all that no other parser reads
   */
  String[] value();

  /**
   * The plugin in whose context bodies are parsed.
   *
   * @return the name of a plugin bean; empty for the whole application
   */
  String plugin() default "";
}
