package dev.fastjava.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What clients are told when a value of a request is not what a type asks for, in place of the
 * messages of the keywords: the keyword {@code errorMessage} in the schema of the type.
 *
 * <pre>{@code
 * record NewOrder(
 *     @ErrorMessage("Name your customer") @NotBlank String customer,
 *     @ErrorMessage(keyword = "minimum", value = "At least one, not ${0}") @Min(1) int amount) {}
 * }</pre>
 *
 * <p>On a component, field or getter it is about that property, and that it is missing; on a type
 * about all values of it. Needs no option: {@link ValidationOptions#errorMessages()} is for schemas
 * written by hand.
 *
 * <p>Reference: Validation-and-Serialization, Error Handling ({@code ajv-errors}).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
@Repeatable(ErrorMessage.All.class)
public @interface ErrorMessage {
  /**
   * The message. <code>${/json/pointer}</code> stands for a value of the request, <code>${0}</code>
   * for the value it is about.
   *
   * @return a text
   */
  String value();

  /**
   * The keyword of the schema that it is about, such as {@code minLength} or {@code required}.
   *
   * @return a keyword; empty for all that have no message of their own
   */
  String keyword() default "";

  /** Several messages of one place. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
  @interface All {
    /**
     * The messages.
     *
     * @return at most one for each keyword
     */
    ErrorMessage[] value();
  }
}
