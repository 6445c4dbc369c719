package dev.fastjava.schema;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How request schemas are compiled and values validated. Immutable.
 *
 * <p>The defaults are Fastify's: array coercion, defaults filled in, additional properties removed
 * where a schema forbids them, the first error only, strict mode.
 *
 * <pre>{@code
 * ValidationOptions options =
 *     ValidationOptions.of(o -> o.coercion(Coercion.OFF).allErrors(true));
 * }</pre>
 *
 * <p>Reference: Validation-and-Serialization, Validator Compiler; Server, {@code ajv}.
 */
public final class ValidationOptions {
  /** Whether a value of the wrong type is turned into the type the schema wants. */
  public enum Coercion {
    /** Scalars are converted, and a scalar becomes a list of one and the other way round. */
    ARRAY,
    /** Scalars are converted. */
    ON,
    /** Values are taken as they are. */
    OFF
  }

  /** Which properties are removed from objects. */
  public enum RemoveAdditional {
    /** Those that {@code "additionalProperties": false} forbids. */
    ON,
    /** All that {@code properties} and {@code patternProperties} do not name. */
    ALL,
    /** Those that {@code additionalProperties} rejects, whether false or a schema. */
    FAILING,
    /** None; a forbidden property is an error. */
    OFF
  }

  /** Which missing values the keyword {@code default} fills in. */
  public enum UseDefaults {
    /** Absent properties and items. */
    ON,
    /** Also those that are null or an empty string. */
    EMPTY,
    /** None. */
    OFF
  }

  /** What happens when a schema breaks a rule that is stricter than JSON Schema. */
  public enum Strictness {
    /** The schema does not compile. */
    ON,
    /** A warning is given. */
    LOG,
    /** Nothing. */
    OFF
  }

  /** The dialect of a schema that does not name one with {@code $schema}. */
  public enum Dialect {
    /** Draft-07, the dialect of the reference. */
    DRAFT_07,
    /** 2019-09. */
    DRAFT_2019_09,
    /** 2020-12. */
    DRAFT_2020_12
  }

  /** What validates. */
  public enum Engine {
    /**
     * Schemas of draft-07 are compiled by FastJava; those of later dialects go to
     * json-schema-validator.
     */
    COMPILED,
    /** All schemas go to {@code com.networknt:json-schema-validator}. */
    LIBRARY
  }

  private static final ValidationOptions DEFAULTS = new ValidationOptions(new Builder());

  /** Holds the values; nobody else has it. */
  private final Builder values;

  private ValidationOptions(Builder values) {
    this.values = values;
  }

  /**
   * Returns the defaults.
   *
   * @return the options Fastify uses
   */
  public static ValidationOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Makes options.
   *
   * @param options sets them; the others have their defaults
   * @return the options
   */
  public static ValidationOptions of(Consumer<Builder> options) {
    return DEFAULTS.with(options);
  }

  /**
   * Returns these options with changes.
   *
   * @param changes sets what differs
   * @return new options
   */
  public ValidationOptions with(Consumer<Builder> changes) {
    Builder builder = new Builder(values);
    changes.accept(builder);
    return new ValidationOptions(new Builder(builder));
  }

  /**
   * Returns what validates.
   *
   * @return the setting
   */
  public Engine engine() {
    return values.engine;
  }

  /**
   * Returns the dialect of schemas that name none.
   *
   * @return the setting
   */
  public Dialect dialect() {
    return values.dialect;
  }

  /**
   * Returns the coercion of one part of a request.
   *
   * @param part the part; null for a schema compiled outside of a route's parts
   * @return the setting of that part, or else the general one
   */
  public Coercion coercion(@Nullable HttpPart part) {
    Coercion ofPart = part == null ? null : values.coercionByPart.get(part);
    return ofPart == null ? values.coercion : ofPart;
  }

  /**
   * Returns which additional properties are removed.
   *
   * @return the setting
   */
  public RemoveAdditional removeAdditional() {
    return values.removeAdditional;
  }

  /**
   * Returns which defaults are filled in.
   *
   * @return the setting
   */
  public UseDefaults useDefaults() {
    return values.useDefaults;
  }

  /**
   * Returns whether all errors are collected.
   *
   * @return false when the first error ends the validation
   */
  public boolean allErrors() {
    return values.allErrors;
  }

  /**
   * Returns whether errors carry a message.
   *
   * @return true when they do
   */
  public boolean messages() {
    return values.messages;
  }

  /**
   * Returns how unknown keywords, unknown formats and ignored keywords are treated.
   *
   * @return the setting
   */
  public Strictness strictSchema() {
    return values.strictSchema;
  }

  /**
   * Returns whether NaN and the infinities are refused as numbers.
   *
   * @return true when they are
   */
  public boolean strictNumbers() {
    return values.strictNumbers;
  }

  /**
   * Returns how keywords without their type, and unions of types, are treated.
   *
   * @return the setting
   */
  public Strictness strictTypes() {
    return values.strictTypes;
  }

  /**
   * Returns how tuples of open length are treated.
   *
   * @return the setting
   */
  public Strictness strictTuples() {
    return values.strictTuples;
  }

  /**
   * Returns how required properties that are not declared are treated.
   *
   * @return the setting
   */
  public Strictness strictRequired() {
    return values.strictRequired;
  }

  /**
   * Returns whether strict types allow unions such as {@code ["string", "number"]}.
   *
   * @return true when they do
   */
  public boolean allowUnionTypes() {
    return values.allowUnionTypes;
  }

  /**
   * Returns whether strict schemas allow a declared property to match a pattern too.
   *
   * @return true when they do
   */
  public boolean allowMatchingProperties() {
    return values.allowMatchingProperties;
  }

  /**
   * Returns how schemas that break the meta-schema are treated.
   *
   * @return the setting
   */
  public Strictness validateSchema() {
    return values.validateSchema;
  }

  /**
   * Returns whether the keyword {@code format} is checked.
   *
   * @return true when it is
   */
  public boolean validateFormats() {
    return values.validateFormats;
  }

  /**
   * Returns whether OpenAPI's {@code discriminator} is known.
   *
   * @return true when it is
   */
  public boolean discriminator() {
    return values.discriminator;
  }

  /**
   * Returns whether errors have values and schemas.
   *
   * @return false by default
   */
  public boolean verbose() {
    return values.verbose;
  }

  /**
   * Returns whether {@code errorMessage} in a schema says what clients are told.
   *
   * @return false by default
   */
  public boolean errorMessages() {
    return values.errorMessages;
  }

  /**
   * Returns whether {@code {"$data": "pointer"}} may stand for the value of a keyword.
   *
   * @return true when it may
   */
  public boolean dataReferences() {
    return values.dataReferences;
  }

  /**
   * Returns the precision of {@code multipleOf}.
   *
   * @return decimal digits that count, or 0 for an exact check
   */
  public int multipleOfPrecision() {
    return values.multipleOfPrecision;
  }

  /**
   * Returns whether lengths of strings count code points.
   *
   * @return false when they count UTF-16 units
   */
  public boolean unicode() {
    return values.unicode;
  }

  /**
   * Returns whether patterns have the {@code u} flag.
   *
   * @return true when they do
   */
  public boolean unicodeRegExp() {
    return values.unicodeRegExp;
  }

  /**
   * Returns whether keywords beside {@code $ref} are ignored, as draft-07 has it.
   *
   * @return false when they count, as in the reference
   */
  public boolean ignoreKeywordsWithRef() {
    return values.ignoreKeywordsWithRef;
  }

  /**
   * Returns whether compiled schemas can be referred to by later ones and by themselves.
   *
   * @return true when they can
   */
  public boolean addUsedSchema() {
    return values.addUsedSchema;
  }

  /**
   * Returns whether schemas without references are compiled into the place that refers to them.
   *
   * @return true when they are
   */
  public boolean inlineRefs() {
    return values.inlineRefs;
  }

  /**
   * Returns how deep references may nest while a value is validated.
   *
   * @return the limit; a deeper value is invalid
   */
  public int maxDepth() {
    return values.maxDepth;
  }

  /**
   * Returns how many references may be followed while one value is validated.
   *
   * @return the limit; a value that needs more is invalid
   */
  public long maxReferences() {
    return values.maxReferences;
  }

  /**
   * Returns how many steps the matches of backtracking regular expressions may take in one
   * validation.
   *
   * @return the limit; a value that needs more is invalid
   */
  public long maxRegexSteps() {
    return values.maxRegexSteps;
  }

  /**
   * Returns the formats added to the built-in ones.
   *
   * @return formats by name
   */
  public Map<String, SchemaFormat> formats() {
    return Collections.unmodifiableMap(values.formats);
  }

  /**
   * Returns the keywords added to the built-in ones.
   *
   * @return keywords in the order they were added
   */
  public List<SchemaKeyword> keywords() {
    return Collections.unmodifiableList(values.keywords);
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder extends ValidationSettings<Builder> {
    private Builder() {}

    private Builder(Builder from) {
      copy(from);
    }

    @Override
    Builder self() {
      return this;
    }
  }
}
