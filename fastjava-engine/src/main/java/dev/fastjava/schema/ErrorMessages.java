package dev.fastjava.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What clients are told in place of the messages of keywords: the value of {@code errorMessage} in
 * a schema. Immutable.
 *
 * <pre>{@code
 * object()
 *     .prop("name", string().minLength(3))
 *     .required("name")
 *     .errorMessages(m -> m
 *         .required("name", "Tell us your name")
 *         .property("name", "${/name} is too short for a name")
 *         .otherwise("This is no person"));
 * }</pre>
 *
 * <p>In a message, <code>${/name}</code> is the value that a JSON pointer finds in the whole,
 * <code>${0}</code> the value that the schema is for, <code>${1/name}</code> a property of what is
 * around it; values are written as JSON.
 *
 * <p>Reference: Validation-and-Serialization, Error Handling ({@code ajv-errors}).
 */
public final class ErrorMessages {
  private final Map<String, Object> keyword;

  private ErrorMessages(Builder builder) {
    Map<String, Object> all = new LinkedHashMap<>(builder.keywords);
    builder.byProperty.forEach((name, texts) -> all.put(name, Map.copyOf(texts)));
    if (!builder.properties.isEmpty()) {
      all.put("properties", Collections.unmodifiableMap(builder.properties));
    }
    if (!builder.items.isEmpty()) {
      all.put("items", List.copyOf(builder.items));
    }
    this.keyword = Collections.unmodifiableMap(all);
  }

  /**
   * Makes messages.
   *
   * @param messages sets them
   * @return the messages
   */
  public static ErrorMessages of(Consumer<Builder> messages) {
    Builder builder = new Builder();
    messages.accept(builder);
    return new ErrorMessages(builder);
  }

  /**
   * Returns the value of the keyword {@code errorMessage}.
   *
   * @return an immutable map of JSON values
   */
  public Map<String, Object> toMap() {
    return keyword;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ErrorMessages messages && keyword.equals(messages.keyword);
  }

  @Override
  public int hashCode() {
    return keyword.hashCode();
  }

  @Override
  public String toString() {
    return keyword.toString();
  }

  /** Sets messages; the last one of a place counts. */
  public static final class Builder {
    private final Map<String, Object> keywords = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> byProperty = new LinkedHashMap<>();
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<Object> items = new ArrayList<>();

    private Builder() {}

    /**
     * Sets the message of a keyword that stands beside the messages.
     *
     * @param name the keyword, such as {@code type} or {@code additionalProperties}
     * @param message the message
     * @return this
     */
    public Builder keyword(String name, String message) {
      if (List.of("properties", "items", "_").contains(name)) {
        throw new IllegalArgumentException(
            "'" + name + "' has a method of its own: property, item, otherwise");
      }
      keywords.put(Objects.requireNonNull(name), Objects.requireNonNull(message));
      byProperty.remove(name);
      return this;
    }

    /**
     * Sets the message of a property that is missing.
     *
     * @param property its name
     * @param message the message
     * @return this
     */
    public Builder required(String property, String message) {
      return byProperty("required", property, message);
    }

    /**
     * Sets the message of what a property asks for ({@code dependencies}) and is missing.
     *
     * @param property the property that asks
     * @param message the message
     * @return this
     */
    public Builder dependency(String property, String message) {
      return byProperty("dependencies", property, message);
    }

    private Builder byProperty(String name, String property, String message) {
      keywords.remove(name);
      byProperty
          .computeIfAbsent(name, missing -> new LinkedHashMap<>())
          .put(Objects.requireNonNull(property), Objects.requireNonNull(message));
      return this;
    }

    /**
     * Sets the message of all that is wrong with a property, at every depth.
     *
     * @param property its name
     * @param message the message
     * @return this
     */
    public Builder property(String property, String message) {
      properties.put(Objects.requireNonNull(property), Objects.requireNonNull(message));
      return this;
    }

    /**
     * Adds the message of all that is wrong with the next item of an array: the first call is about
     * the first one.
     *
     * @param message the message
     * @return this
     */
    public Builder item(String message) {
      items.add(Objects.requireNonNull(message));
      return this;
    }

    /**
     * Sets the message of everything that has no other one, at every depth.
     *
     * @param message the message
     * @return this
     */
    public Builder otherwise(String message) {
      keywords.put("_", Objects.requireNonNull(message));
      return this;
    }
  }
}
