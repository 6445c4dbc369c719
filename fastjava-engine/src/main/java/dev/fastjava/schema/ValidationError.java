package dev.fastjava.schema;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One violation of a schema, in the form Ajv reports it. Immutable.
 *
 * <p>Reference: Validation-and-Serialization, Error Handling.
 */
@JsonPropertyOrder({"instancePath", "schemaPath", "keyword", "params", "message"})
public final class ValidationError {
  /** Parameters that name a property which is missing, or should not be there. */
  private static final List<String> NAMED =
      List.of("missingProperty", "additionalProperty", "unevaluatedProperty", "propertyName");

  private final String instancePath;
  private final String schemaPath;
  private final String keyword;
  private final Map<String, Object> params;
  private final @Nullable String message;
  private final boolean own;
  private final @Nullable String pointer;
  private final Map<String, @Nullable Object> details;

  /**
   * Makes an error.
   *
   * @param instancePath JSON pointer to the faulty value; empty for the root
   * @param schemaPath URI fragment that points to the keyword in the schema
   * @param keyword the violated keyword
   * @param params details by keyword, such as {@code limit} or {@code missingProperty}
   * @param message what is wrong, without the path; null when messages are switched off
   */
  public ValidationError(
      String instancePath,
      String schemaPath,
      String keyword,
      Map<String, Object> params,
      @Nullable String message) {
    this(instancePath, schemaPath, keyword, params, message, false, null, Map.of());
  }

  private ValidationError(
      String instancePath,
      String schemaPath,
      String keyword,
      Map<String, Object> params,
      @Nullable String message,
      boolean own,
      @Nullable String pointer,
      Map<String, @Nullable Object> details) {
    this.instancePath = instancePath;
    this.schemaPath = schemaPath;
    this.keyword = keyword;
    this.params = params;
    this.message = message;
    this.own = own;
    this.pointer = pointer;
    this.details = details;
  }

  /**
   * Returns the same error with another message, such as a translation.
   *
   * @param text the message; null for none
   * @return a new error
   */
  public ValidationError withMessage(@Nullable String text) {
    return new ValidationError(
        instancePath, schemaPath, keyword, params, text, own, pointer, details);
  }

  /**
   * Returns the same error with a message that schema or type have for it, which is not translated.
   *
   * @param text the message; null when messages are switched off
   * @return a new error
   */
  public ValidationError withOwnMessage(@Nullable String text) {
    return new ValidationError(
        instancePath, schemaPath, keyword, params, text, true, pointer, details);
  }

  /**
   * Returns the same error with the field that it is about, where its instance path is not that.
   *
   * @param place a JSON pointer
   * @return a new error
   */
  public ValidationError about(String place) {
    return new ValidationError(
        instancePath, schemaPath, keyword, params, message, own, place, details);
  }

  /**
   * Returns the same error with what {@link ValidationOptions#verbose()} asks for.
   *
   * @param data the faulty value
   * @param schema the value of the keyword
   * @param parentSchema the schema with the keyword
   * @return a new error
   */
  public ValidationError withDetails(
      @Nullable Object data, @Nullable Object schema, @Nullable Object parentSchema) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("schema", schema);
    all.put("parentSchema", parentSchema);
    all.put("data", data);
    return new ValidationError(
        instancePath,
        schemaPath,
        keyword,
        params,
        message,
        own,
        pointer,
        Collections.unmodifiableMap(all));
  }

  /**
   * Returns where the faulty value is.
   *
   * @return a JSON pointer; empty for the root
   */
  @JsonProperty
  public String instancePath() {
    return instancePath;
  }

  /**
   * Returns where the keyword is.
   *
   * @return a URI fragment; of another schema, with its identifier
   */
  @JsonProperty
  public String schemaPath() {
    return schemaPath;
  }

  /**
   * Returns the violated keyword.
   *
   * @return its name, such as {@code minLength}
   */
  @JsonProperty
  public String keyword() {
    return keyword;
  }

  /**
   * Returns details.
   *
   * @return by name, such as {@code limit} or {@code missingProperty}
   */
  @JsonProperty
  public Map<String, Object> params() {
    return params;
  }

  /**
   * Returns what is wrong.
   *
   * @return a text without the path; null when messages are switched off
   */
  @JsonProperty
  public @Nullable String message() {
    return message;
  }

  /**
   * Returns whether the message is one that schema or type have for this error.
   *
   * @return false for the words of the engine, which may be translated
   */
  @JsonIgnore
  public boolean hasOwnMessage() {
    return own || keyword.equals("errorMessage");
  }

  /**
   * Returns the field that the error is about: of a property that is missing, or should not be
   * there, its own, where the instance path is that of the object.
   *
   * @return a JSON pointer; empty for the root
   */
  @JsonIgnore
  public String pointer() {
    if (pointer != null) {
      return pointer;
    }
    for (String named : NAMED) {
      if (params.get(named) instanceof String property) {
        return instancePath + '/' + property.replace("~", "~0").replace("/", "~1");
      }
    }
    return params.get("errors") instanceof List<?> replaced
            && replaced.size() == 1
            && replaced.get(0) instanceof ValidationError only
        ? only.pointer() // a message of the schema, in place of that of the keyword
        : instancePath;
  }

  /**
   * Returns what {@link ValidationOptions#verbose()} asks for, as Ajv has it.
   *
   * @return {@code schema}, the value of the keyword, {@code parentSchema}, the schema with it, and
   *     {@code data}, the faulty value; empty without the option
   */
  @JsonAnyGetter
  public Map<String, @Nullable Object> details() {
    return details;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ValidationError error
        && instancePath.equals(error.instancePath)
        && schemaPath.equals(error.schemaPath)
        && keyword.equals(error.keyword)
        && params.equals(error.params)
        && Objects.equals(message, error.message)
        && details.equals(error.details);
  }

  @Override
  public int hashCode() {
    return Objects.hash(instancePath, schemaPath, keyword, params, message);
  }

  @Override
  public String toString() {
    return "ValidationError[instancePath="
        + instancePath
        + ", schemaPath="
        + schemaPath
        + ", keyword="
        + keyword
        + ", params="
        + params
        + ", message="
        + message
        + (details.isEmpty() ? "]" : ", details=" + details + "]");
  }
}
