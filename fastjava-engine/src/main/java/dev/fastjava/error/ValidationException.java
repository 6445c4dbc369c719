package dev.fastjava.error;

import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.ValidationError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that is not what its route wants: it does not satisfy the schema, or a parameter, query
 * value or body does not convert to the type a handler asks for. The reply is a 400 unless the
 * error of a custom validator or formatter, then the cause, tells another status.
 *
 * <p>Reference: Validation-and-Serialization, Error Handling.
 */
public class ValidationException extends FastjavaException {
  private static final long serialVersionUID = 1L;

  /** The status code of the reply. */
  private final int statusCode;

  /** The code in the body of the reply. */
  private final String code;

  /** The part of the request that is invalid. */
  private final HttpPart validationContext;

  private final transient List<ValidationError> validation;

  /**
   * Makes an error.
   *
   * @param message what the client is told
   * @param statusCode the status code of the reply
   * @param code the code of the error
   * @param validationContext the part of the request that is invalid
   * @param validation the violations
   * @param cause the error of a custom validator or formatter, or null
   */
  public ValidationException(
      @Nullable String message,
      int statusCode,
      String code,
      HttpPart validationContext,
      List<ValidationError> validation,
      @Nullable Throwable cause) {
    super(ErrorCode.FST_ERR_VALIDATION, message, cause);
    this.statusCode = statusCode;
    this.code = code;
    this.validationContext = validationContext;
    this.validation = List.copyOf(validation);
  }

  /**
   * Returns the part of the request that is invalid.
   *
   * @return the part
   */
  public HttpPart validationContext() {
    return validationContext;
  }

  /**
   * Returns the violations, the first one only unless {@code ValidationOptions} ask for all.
   *
   * @return an immutable list; empty when a custom validator told an error of its own; those of a
   *     conversion to a Java type have an empty schema path
   */
  public List<ValidationError> validation() {
    return validation;
  }

  /**
   * Returns what is wrong by field, for forms.
   *
   * @return messages by the field they are about, in order: {@code customer.name}, {@code
   *     lines.0.sku}; of a missing or unknown property by that one; of the part as a whole by the
   *     empty text
   */
  public Map<String, List<String>> errorsByField() {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    errorsByPointer()
        .forEach(
            (pointer, messages) ->
                fields
                    .computeIfAbsent(field(pointer), field -> new ArrayList<>())
                    .addAll(messages));
    return fields;
  }

  private static String field(String pointer) {
    return pointer.isEmpty()
        ? ""
        : pointer.substring(1).replace('/', '.').replace("~1", "/").replace("~0", "~");
  }

  /**
   * Returns what is wrong by its place.
   *
   * @return messages by the JSON pointer of what they are about, in order: {@code /customer/name};
   *     of a missing or unknown property its own, of the part as a whole the empty one
   */
  public Map<String, List<String>> errorsByPointer() {
    Map<String, List<String>> places = new LinkedHashMap<>();
    for (ValidationError each : validation) {
      String message = each.message() == null ? each.keyword() : each.message();
      places.computeIfAbsent(each.pointer(), place -> new ArrayList<>()).add(message);
    }
    return places;
  }

  @Override
  public int statusCode() {
    return statusCode;
  }

  /**
   * Returns the code in the body of the reply.
   *
   * @return {@code FST_ERR_VALIDATION} unless a formatter or custom validator gave another one
   */
  @Override
  public String code() {
    return code;
  }

  @Override
  public Map<String, ?> loggedProperties() {
    Map<String, Object> logged = new LinkedHashMap<>(super.loggedProperties());
    logged.put("validationContext", validationContext.label());
    if (!validation.isEmpty()) { // an error of a custom validator has none
      logged.put("validation", validation);
    }
    return logged;
  }
}
