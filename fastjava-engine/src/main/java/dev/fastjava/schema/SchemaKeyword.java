package dev.fastjava.schema;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A keyword of one's own, to be added with {@link ValidationOptions.Builder#keyword}. Immutable.
 *
 * <pre>{@code
 * SchemaKeyword even =
 *     SchemaKeyword.of(
 *         "even",
 *         k ->
 *             k.types("number")
 *                 .validate((schema, value) -> ((Number) value).longValue() % 2 == 0));
 * }</pre>
 *
 * <p>A keyword without check, compiler or macro is an annotation: it is known, so strict mode lets
 * it pass, and does nothing.
 *
 * <p>Reference: Server, {@code ajv}.
 */
public final class SchemaKeyword {
  /** The check of a keyword, compiled for one place in a schema. Called from any thread. */
  @FunctionalInterface
  public interface Check {
    /**
     * Tells whether a value passes.
     *
     * @param value the value; of one of the keyword's types
     * @return true when it is valid
     */
    boolean test(@Nullable Object value);
  }

  /** Makes the check of a keyword, once for each place it is used at. */
  @FunctionalInterface
  public interface Compiler {
    /**
     * Compiles the keyword.
     *
     * @param schema the keyword's value in the schema
     * @param parentSchema the schema it stands in
     * @return the check
     * @throws Exception when the value makes no sense; boot fails
     */
    Check compile(@Nullable Object schema, Map<String, Object> parentSchema) throws Exception;
  }

  /** Turns a keyword into a schema that the value has to satisfy. */
  @FunctionalInterface
  public interface Macro {
    /**
     * Expands the keyword.
     *
     * @param schema the keyword's value in the schema
     * @param parentSchema the schema it stands in
     * @return a schema: a {@code Map} or a {@code Boolean}
     * @throws Exception when the value makes no sense; boot fails
     */
    Object expand(@Nullable Object schema, Map<String, Object> parentSchema) throws Exception;
  }

  private final Builder parts;

  private SchemaKeyword(Builder parts) {
    this.parts = parts;
  }

  /**
   * Makes a keyword.
   *
   * @param name the keyword; letters, digits, {@code _}, {@code $}, {@code :} and {@code -}
   * @param keyword sets what it does
   * @return the keyword
   */
  public static SchemaKeyword of(String name, Consumer<Builder> keyword) {
    Builder builder = new Builder(name);
    keyword.accept(builder);
    return new SchemaKeyword(builder.copy());
  }

  /**
   * Returns the keyword.
   *
   * @return its name
   */
  public String name() {
    return parts.name;
  }

  /**
   * Returns the JSON types of values it applies to.
   *
   * @return type names; empty when it applies to every value
   */
  public List<String> types() {
    return parts.types;
  }

  /**
   * Returns the JSON types that the keyword's own value may have.
   *
   * @return type names; empty when any is allowed
   */
  public List<String> schemaTypes() {
    return parts.schemaTypes;
  }

  /**
   * Returns the keywords that have to stand beside it.
   *
   * @return names; empty when it can stand alone
   */
  public List<String> dependencies() {
    return parts.dependencies;
  }

  /**
   * Returns the schema of the keyword's own value.
   *
   * @return a {@code Map} or a {@code Boolean}; null when any value is allowed
   */
  public @Nullable Object metaSchema() {
    return parts.metaSchema;
  }

  /**
   * Returns the compiler of the check.
   *
   * @return the compiler, or null
   */
  public @Nullable Compiler compiler() {
    return parts.compiler;
  }

  /**
   * Returns the macro.
   *
   * @return the macro, or null
   */
  public @Nullable Macro macro() {
    return parts.macro;
  }

  /**
   * Returns the message of an error, without the path.
   *
   * @param schema the keyword's value in the schema
   * @param value the faulty value
   * @return the message
   */
  public String message(@Nullable Object schema, @Nullable Object value) {
    return parts.message.apply(schema, value);
  }

  /**
   * Returns the {@code params} of an error.
   *
   * @param schema the keyword's value in the schema
   * @param value the faulty value
   * @return details by name
   */
  public Map<String, Object> params(@Nullable Object schema, @Nullable Object value) {
    return parts.params.apply(schema, value);
  }

  /** Collects the parts of a {@link SchemaKeyword}. Not thread-safe. */
  public static final class Builder {
    private final String name;
    private List<String> types = List.of();
    private List<String> schemaTypes = List.of();
    private List<String> dependencies = List.of();
    private @Nullable Object metaSchema;
    private @Nullable Compiler compiler;
    private @Nullable Macro macro;
    private BiFunction<@Nullable Object, @Nullable Object, String> message;
    private BiFunction<@Nullable Object, @Nullable Object, Map<String, Object>> params =
        (schema, value) -> Map.of();

    private Builder(String name) {
      this.name = Objects.requireNonNull(name, "name");
      this.message = (schema, value) -> "must pass \"" + name + "\" keyword validation";
    }

    /**
     * Sets the JSON types it applies to. Default: every value.
     *
     * @param names any of {@code string, number, integer, boolean, null, object, array}
     * @return this
     */
    public Builder types(String... names) {
      types = List.of(names);
      return this;
    }

    /**
     * Sets the JSON types the keyword's own value may have. Default: any.
     *
     * @param names type names
     * @return this
     */
    public Builder schemaTypes(String... names) {
      schemaTypes = List.of(names);
      return this;
    }

    /**
     * Names keywords that have to stand beside it.
     *
     * @param keywords the keywords
     * @return this
     */
    public Builder dependsOn(String... keywords) {
      dependencies = List.of(keywords);
      return this;
    }

    /**
     * Sets the schema of the keyword's own value.
     *
     * @param schema a schema
     * @return this
     */
    public Builder metaSchema(JsonSchema schema) {
      metaSchema = schema.toValue();
      return this;
    }

    /**
     * Sets a check that gets the keyword's value and the value to check.
     *
     * @param check true for a valid value
     * @return this
     */
    public Builder validate(BiFunction<@Nullable Object, @Nullable Object, Boolean> check) {
      Objects.requireNonNull(check, "check");
      return compile((schema, parent) -> value -> check.apply(schema, value));
    }

    /**
     * Sets a compiler, to prepare the check at boot.
     *
     * @param compiler makes the check
     * @return this
     */
    public Builder compile(Compiler compiler) {
      this.compiler = Objects.requireNonNull(compiler, "compiler");
      return this;
    }

    /**
     * Sets a macro.
     *
     * @param macro makes the schema to check with
     * @return this
     */
    public Builder macro(Macro macro) {
      this.macro = Objects.requireNonNull(macro, "macro");
      return this;
    }

    /**
     * Sets the message. Default: {@code must pass "NAME" keyword validation}.
     *
     * @param text the message
     * @return this
     */
    public Builder message(String text) {
      Objects.requireNonNull(text, "text");
      return message((schema, value) -> text);
    }

    /**
     * Sets the message as a function of the keyword's value and the faulty value.
     *
     * @param message makes the message
     * @return this
     */
    public Builder message(BiFunction<@Nullable Object, @Nullable Object, String> message) {
      this.message = Objects.requireNonNull(message, "message");
      return this;
    }

    /**
     * Sets the details of an error as a function of the keyword's value and the faulty value.
     * Default: none.
     *
     * @param params makes the details
     * @return this
     */
    public Builder params(
        BiFunction<@Nullable Object, @Nullable Object, Map<String, Object>> params) {
      this.params = Objects.requireNonNull(params, "params");
      return this;
    }

    private Builder copy() {
      Builder copy = new Builder(name);
      copy.types = types;
      copy.schemaTypes = schemaTypes;
      copy.dependencies = dependencies;
      copy.metaSchema = metaSchema;
      copy.compiler = compiler;
      copy.macro = macro;
      copy.message = message;
      copy.params = params;
      return copy;
    }
  }
}
