package dev.fastjava.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 *     ValidationOptions.defaults().with(o -> o.coercion(Coercion.OFF).allErrors(true));
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

  private static final ValidationOptions DEFAULTS = new Builder().build();

  private final Builder parts;

  private ValidationOptions(Builder parts) {
    this.parts = parts;
  }

  /**
   * Returns the options Fastify uses.
   *
   * @return the defaults
   */
  public static ValidationOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Starts from the defaults.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Starts from these options.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    return new Builder(parts);
  }

  /**
   * Returns these options with changes.
   *
   * @param changes applied to a copy
   * @return new options
   */
  public ValidationOptions with(Consumer<Builder> changes) {
    Builder copy = toBuilder();
    changes.accept(copy);
    return copy.build();
  }

  /**
   * Returns the coercion of one part of a request.
   *
   * @param part the part; null for a schema compiled outside of a route's parts
   * @return the setting of that part, or else the general one
   */
  public Coercion coercion(@Nullable HttpPart part) {
    Coercion ofPart = part == null ? null : parts.coercionByPart.get(part);
    return ofPart == null ? parts.coercion : ofPart;
  }

  /**
   * Returns which additional properties are removed.
   *
   * @return the setting
   */
  public RemoveAdditional removeAdditional() {
    return parts.removeAdditional;
  }

  /**
   * Returns which defaults are filled in.
   *
   * @return the setting
   */
  public UseDefaults useDefaults() {
    return parts.useDefaults;
  }

  /**
   * Returns whether all errors are collected.
   *
   * @return false when the first error ends the validation
   */
  public boolean allErrors() {
    return parts.allErrors;
  }

  /**
   * Returns whether errors carry a message.
   *
   * @return true when they do
   */
  public boolean messages() {
    return parts.messages;
  }

  /**
   * Returns how unknown keywords, unknown formats and ignored keywords are treated.
   *
   * @return the setting
   */
  public Strictness strictSchema() {
    return parts.strictSchema;
  }

  /**
   * Returns whether NaN and the infinities are refused as numbers.
   *
   * @return true when they are
   */
  public boolean strictNumbers() {
    return parts.strictNumbers;
  }

  /**
   * Returns how keywords without their type, and unions of types, are treated.
   *
   * @return the setting
   */
  public Strictness strictTypes() {
    return parts.strictTypes;
  }

  /**
   * Returns how tuples of open length are treated.
   *
   * @return the setting
   */
  public Strictness strictTuples() {
    return parts.strictTuples;
  }

  /**
   * Returns how required properties that are not declared are treated.
   *
   * @return the setting
   */
  public Strictness strictRequired() {
    return parts.strictRequired;
  }

  /**
   * Returns whether strict types allow unions such as {@code ["string", "number"]}.
   *
   * @return true when they do
   */
  public boolean allowUnionTypes() {
    return parts.allowUnionTypes;
  }

  /**
   * Returns whether strict schemas allow a declared property to match a pattern too.
   *
   * @return true when they do
   */
  public boolean allowMatchingProperties() {
    return parts.allowMatchingProperties;
  }

  /**
   * Returns how schemas that break the meta-schema are treated.
   *
   * @return the setting
   */
  public Strictness validateSchema() {
    return parts.validateSchema;
  }

  /**
   * Returns whether the keyword {@code format} is checked.
   *
   * @return true when it is
   */
  public boolean validateFormats() {
    return parts.validateFormats;
  }

  /**
   * Returns whether OpenAPI's {@code discriminator} is known.
   *
   * @return true when it is
   */
  public boolean discriminator() {
    return parts.discriminator;
  }

  /**
   * Returns whether {@code {"$data": "pointer"}} may stand for the value of a keyword.
   *
   * @return true when it may
   */
  public boolean dataReferences() {
    return parts.dataReferences;
  }

  /**
   * Returns the precision of {@code multipleOf}.
   *
   * @return decimal digits that count, or 0 for an exact check
   */
  public int multipleOfPrecision() {
    return parts.multipleOfPrecision;
  }

  /**
   * Returns whether lengths of strings count code points.
   *
   * @return false when they count UTF-16 units
   */
  public boolean unicode() {
    return parts.unicode;
  }

  /**
   * Returns whether patterns have the {@code u} flag.
   *
   * @return true when they do
   */
  public boolean unicodeRegExp() {
    return parts.unicodeRegExp;
  }

  /**
   * Returns whether keywords beside {@code $ref} are ignored, as draft-07 has it.
   *
   * @return false when they count, as in the reference
   */
  public boolean ignoreKeywordsWithRef() {
    return parts.ignoreKeywordsWithRef;
  }

  /**
   * Returns whether compiled schemas can be referred to by later ones and by themselves.
   *
   * @return true when they can
   */
  public boolean addUsedSchema() {
    return parts.addUsedSchema;
  }

  /**
   * Returns whether schemas without references are compiled into the place that refers to them.
   *
   * @return true when they are
   */
  public boolean inlineRefs() {
    return parts.inlineRefs;
  }

  /**
   * Returns how deep references may nest while a value is validated.
   *
   * @return the limit; a deeper value is invalid
   */
  public int maxDepth() {
    return parts.maxDepth;
  }

  /**
   * Returns how many references may be followed while one value is validated.
   *
   * @return the limit; a value that needs more is invalid
   */
  public long maxReferences() {
    return parts.maxReferences;
  }

  /**
   * Returns how many steps one match of a backtracking regular expression may take.
   *
   * @return the limit; a string that needs more is invalid
   */
  public long maxRegexSteps() {
    return parts.maxRegexSteps;
  }

  /**
   * Returns the formats added to the built-in ones.
   *
   * @return formats by name
   */
  public Map<String, SchemaFormat> formats() {
    return parts.formats;
  }

  /**
   * Returns the keywords added to the built-in ones.
   *
   * @return keywords in the order they were added
   */
  public List<SchemaKeyword> keywords() {
    return parts.keywords;
  }

  /** Collects {@link ValidationOptions}. Not thread-safe. */
  public static final class Builder {
    private Coercion coercion = Coercion.ARRAY;
    private Map<HttpPart, Coercion> coercionByPart = new EnumMap<>(HttpPart.class);
    private RemoveAdditional removeAdditional = RemoveAdditional.ON;
    private UseDefaults useDefaults = UseDefaults.ON;
    private boolean allErrors;
    private boolean messages = true;
    private Strictness strictSchema = Strictness.ON;
    private boolean strictNumbers = true;
    private Strictness strictTypes = Strictness.LOG;
    private Strictness strictTuples = Strictness.LOG;
    private Strictness strictRequired = Strictness.OFF;
    private boolean allowUnionTypes;
    private boolean allowMatchingProperties;
    private Strictness validateSchema = Strictness.ON;
    private boolean validateFormats = true;
    private boolean discriminator;
    private boolean dataReferences;
    private int multipleOfPrecision;
    private boolean unicode = true;
    private boolean unicodeRegExp = true;
    private boolean ignoreKeywordsWithRef;
    private boolean addUsedSchema;
    private boolean inlineRefs = true;
    private int maxDepth = 500;
    private long maxReferences = 10_000_000;
    private long maxRegexSteps = 1_000_000;
    private Map<String, SchemaFormat> formats = new LinkedHashMap<>();
    private List<SchemaKeyword> keywords = new ArrayList<>();

    private Builder() {}

    private Builder(Builder other) {
      coercion = other.coercion;
      coercionByPart = new EnumMap<>(HttpPart.class);
      coercionByPart.putAll(other.coercionByPart);
      removeAdditional = other.removeAdditional;
      useDefaults = other.useDefaults;
      allErrors = other.allErrors;
      messages = other.messages;
      strictSchema = other.strictSchema;
      strictNumbers = other.strictNumbers;
      strictTypes = other.strictTypes;
      strictTuples = other.strictTuples;
      strictRequired = other.strictRequired;
      allowUnionTypes = other.allowUnionTypes;
      allowMatchingProperties = other.allowMatchingProperties;
      validateSchema = other.validateSchema;
      validateFormats = other.validateFormats;
      discriminator = other.discriminator;
      dataReferences = other.dataReferences;
      multipleOfPrecision = other.multipleOfPrecision;
      unicode = other.unicode;
      unicodeRegExp = other.unicodeRegExp;
      ignoreKeywordsWithRef = other.ignoreKeywordsWithRef;
      addUsedSchema = other.addUsedSchema;
      inlineRefs = other.inlineRefs;
      maxDepth = other.maxDepth;
      maxReferences = other.maxReferences;
      maxRegexSteps = other.maxRegexSteps;
      formats = new LinkedHashMap<>(other.formats);
      keywords = new ArrayList<>(other.keywords);
    }

    /**
     * Sets the coercion of all parts that have no setting of their own. Default: {@code ARRAY}.
     *
     * @param value the setting
     * @return this
     */
    public Builder coercion(Coercion value) {
      coercion = Objects.requireNonNull(value);
      return this;
    }

    /**
     * Sets the coercion of one part of requests, for example {@code OFF} for bodies.
     *
     * @param part the part
     * @param value the setting
     * @return this
     */
    public Builder coercion(HttpPart part, Coercion value) {
      coercionByPart.put(Objects.requireNonNull(part), Objects.requireNonNull(value));
      return this;
    }

    /**
     * Sets which additional properties are removed. Default: {@code ON}.
     *
     * @param value the setting
     * @return this
     */
    public Builder removeAdditional(RemoveAdditional value) {
      removeAdditional = Objects.requireNonNull(value);
      return this;
    }

    /**
     * Sets which defaults are filled in. Default: {@code ON}.
     *
     * @param value the setting
     * @return this
     */
    public Builder useDefaults(UseDefaults value) {
      useDefaults = Objects.requireNonNull(value);
      return this;
    }

    /**
     * Sets whether all errors are collected. Default: false. Beware: a small request can then cause
     * many errors.
     *
     * @param value true to collect all
     * @return this
     */
    public Builder allErrors(boolean value) {
      allErrors = value;
      return this;
    }

    /**
     * Sets whether errors carry a message. Default: true.
     *
     * @param value true for messages
     * @return this
     */
    public Builder messages(boolean value) {
      messages = value;
      return this;
    }

    /**
     * Sets all strict settings at once: schema, numbers, types, tuples and required properties.
     *
     * @param value the setting; numbers are strict unless it is {@code OFF}
     * @return this
     */
    public Builder strict(Strictness value) {
      strictSchema = Objects.requireNonNull(value);
      strictNumbers = value != Strictness.OFF;
      strictTypes = value;
      strictTuples = value;
      strictRequired = value;
      return this;
    }

    /**
     * Sets how unknown keywords, unknown formats and ignored keywords are treated. Default: {@code
     * ON}.
     *
     * @param value the setting
     * @return this
     */
    public Builder strictSchema(Strictness value) {
      strictSchema = Objects.requireNonNull(value);
      return this;
    }

    /**
     * Sets whether NaN and the infinities are refused as numbers. Default: true.
     *
     * @param value true to refuse them
     * @return this
     */
    public Builder strictNumbers(boolean value) {
      strictNumbers = value;
      return this;
    }

    /**
     * Sets how keywords without their type, and unions of types, are treated. Default: {@code LOG}.
     *
     * @param value the setting
     * @return this
     */
    public Builder strictTypes(Strictness value) {
      strictTypes = Objects.requireNonNull(value);
      return this;
    }

    /**
     * Sets how tuples of open length are treated. Default: {@code LOG}.
     *
     * @param value the setting
     * @return this
     */
    public Builder strictTuples(Strictness value) {
      strictTuples = Objects.requireNonNull(value);
      return this;
    }

    /**
     * Sets how required properties that are not declared are treated. Default: {@code OFF}.
     *
     * @param value the setting
     * @return this
     */
    public Builder strictRequired(Strictness value) {
      strictRequired = Objects.requireNonNull(value);
      return this;
    }

    /**
     * Sets whether strict types allow unions of types. Default: false.
     *
     * @param value true to allow them
     * @return this
     */
    public Builder allowUnionTypes(boolean value) {
      allowUnionTypes = value;
      return this;
    }

    /**
     * Sets whether strict schemas allow a declared property to match a pattern too. Default: false.
     *
     * @param value true to allow it
     * @return this
     */
    public Builder allowMatchingProperties(boolean value) {
      allowMatchingProperties = value;
      return this;
    }

    /**
     * Sets how schemas that break the meta-schema are treated. Default: {@code ON}.
     *
     * @param value the setting
     * @return this
     */
    public Builder validateSchema(Strictness value) {
      validateSchema = Objects.requireNonNull(value);
      return this;
    }

    /**
     * Sets whether the keyword {@code format} is checked. Default: true.
     *
     * @param value false to ignore formats
     * @return this
     */
    public Builder validateFormats(boolean value) {
      validateFormats = value;
      return this;
    }

    /**
     * Sets whether OpenAPI's {@code discriminator} is known. Default: false.
     *
     * @param value true to use it
     * @return this
     */
    public Builder discriminator(boolean value) {
      discriminator = value;
      return this;
    }

    /**
     * Sets whether {@code {"$data": "pointer"}} may stand for the value of a keyword. Default:
     * false.
     *
     * @param value true to allow it
     * @return this
     */
    public Builder dataReferences(boolean value) {
      dataReferences = value;
      return this;
    }

    /**
     * Sets the precision of {@code multipleOf}. Default: 0, an exact check of the quotient.
     *
     * @param digits decimal digits that count
     * @return this
     */
    public Builder multipleOfPrecision(int digits) {
      multipleOfPrecision = digits;
      return this;
    }

    /**
     * Sets whether lengths of strings count code points. Default: true.
     *
     * @param value false to count UTF-16 units
     * @return this
     */
    public Builder unicode(boolean value) {
      unicode = value;
      return this;
    }

    /**
     * Sets whether patterns have the {@code u} flag. Default: true.
     *
     * @param value false for patterns without the flag
     * @return this
     */
    public Builder unicodeRegExp(boolean value) {
      unicodeRegExp = value;
      return this;
    }

    /**
     * Sets whether keywords beside {@code $ref} are ignored. Default: false.
     *
     * @param value true to ignore them, as draft-07 has it
     * @return this
     */
    public Builder ignoreKeywordsWithRef(boolean value) {
      ignoreKeywordsWithRef = value;
      return this;
    }

    /**
     * Sets whether compiled schemas can be referred to by later ones and by themselves. Default:
     * false; only shared schemas can, and a schema with an {@code $id} by {@code #}.
     *
     * @param value true to keep them
     * @return this
     */
    public Builder addUsedSchema(boolean value) {
      addUsedSchema = value;
      return this;
    }

    /**
     * Sets whether schemas without references are compiled into the place that refers to them.
     * Default: true. It shows in the {@code schemaPath} of errors.
     *
     * @param value false to compile each schema once
     * @return this
     */
    public Builder inlineRefs(boolean value) {
      inlineRefs = value;
      return this;
    }

    /**
     * Sets how deep references may nest while a value is validated, so that a deep document cannot
     * exhaust the stack. Default: 500.
     *
     * @param limit at least 1
     * @return this
     */
    public Builder maxDepth(int limit) {
      maxDepth = positive(limit, "maxDepth");
      return this;
    }

    /**
     * Sets how many references may be followed while one value is validated, so that a document
     * cannot make a recursive schema branch without end. Default: ten million.
     *
     * @param limit at least 1
     * @return this
     */
    public Builder maxReferences(long limit) {
      maxReferences = positive(limit, "maxReferences");
      return this;
    }

    /**
     * Sets how many steps one match of a backtracking regular expression may take. Default: one
     * million, some ten milliseconds. Most expressions need no backtracking and have no limit:
     * their time is proportional to the length of the string.
     *
     * @param limit at least 1
     * @return this
     */
    public Builder maxRegexSteps(long limit) {
      maxRegexSteps = positive(limit, "maxRegexSteps");
      return this;
    }

    /**
     * Adds or replaces a format.
     *
     * @param name its name
     * @param format the format
     * @return this
     */
    public Builder format(String name, SchemaFormat format) {
      formats.put(Objects.requireNonNull(name), Objects.requireNonNull(format));
      return this;
    }

    /**
     * Adds a keyword.
     *
     * @param keyword the keyword
     * @return this
     */
    public Builder keyword(SchemaKeyword keyword) {
      keywords.add(Objects.requireNonNull(keyword));
      return this;
    }

    /**
     * Returns the options.
     *
     * @return new options
     */
    public ValidationOptions build() {
      Builder copy = new Builder(this);
      copy.coercionByPart = Collections.unmodifiableMap(copy.coercionByPart);
      copy.formats = Collections.unmodifiableMap(copy.formats);
      copy.keywords = Collections.unmodifiableList(copy.keywords);
      return new ValidationOptions(copy);
    }

    private static int positive(int limit, String name) {
      return Math.toIntExact(positive((long) limit, name));
    }

    private static long positive(long limit, String name) {
      if (limit < 1) {
        throw new IllegalArgumentException(name + " must be at least 1");
      }
      return limit;
    }
  }
}
