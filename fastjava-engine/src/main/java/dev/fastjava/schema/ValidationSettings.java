package dev.fastjava.schema;

import dev.fastjava.schema.ValidationOptions.Coercion;
import dev.fastjava.schema.ValidationOptions.Dialect;
import dev.fastjava.schema.ValidationOptions.Engine;
import dev.fastjava.schema.ValidationOptions.RemoveAdditional;
import dev.fastjava.schema.ValidationOptions.Strictness;
import dev.fastjava.schema.ValidationOptions.UseDefaults;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The settings of {@link ValidationOptions.Builder}.
 *
 * @param <B> the builder
 */
abstract class ValidationSettings<B extends ValidationSettings<B>> {
  Engine engine = Engine.COMPILED;
  Dialect dialect = Dialect.DRAFT_07;
  Coercion coercion = Coercion.ARRAY;
  final Map<HttpPart, Coercion> coercionByPart = new EnumMap<>(HttpPart.class);
  RemoveAdditional removeAdditional = RemoveAdditional.ON;
  UseDefaults useDefaults = UseDefaults.ON;
  boolean allErrors;
  boolean messages = true;
  Strictness strictSchema = Strictness.ON;
  boolean strictNumbers = true;
  Strictness strictTypes = Strictness.LOG;
  Strictness strictTuples = Strictness.LOG;
  Strictness strictRequired = Strictness.OFF;
  boolean allowUnionTypes;
  boolean allowMatchingProperties;
  Strictness validateSchema = Strictness.ON;
  boolean validateFormats = true;
  boolean discriminator;
  boolean dataReferences;
  boolean errorMessages;
  boolean verbose;
  int multipleOfPrecision;
  boolean unicode = true;
  boolean unicodeRegExp = true;
  boolean ignoreKeywordsWithRef;
  boolean addUsedSchema;
  boolean inlineRefs = true;
  int maxDepth = 500;
  long maxReferences = 10_000_000;
  long maxRegexSteps = 1_000_000;
  final Map<String, SchemaFormat> formats = new LinkedHashMap<>();
  final List<SchemaKeyword> keywords = new ArrayList<>();

  /** Returns this builder. */
  abstract B self();

  /** Takes over what another builder has. */
  final void copy(ValidationSettings<?> other) {
    engine = other.engine;
    dialect = other.dialect;
    coercion = other.coercion;
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
    errorMessages = other.errorMessages;
    verbose = other.verbose;
    multipleOfPrecision = other.multipleOfPrecision;
    unicode = other.unicode;
    unicodeRegExp = other.unicodeRegExp;
    ignoreKeywordsWithRef = other.ignoreKeywordsWithRef;
    addUsedSchema = other.addUsedSchema;
    inlineRefs = other.inlineRefs;
    maxDepth = other.maxDepth;
    maxReferences = other.maxReferences;
    maxRegexSteps = other.maxRegexSteps;
    formats.putAll(other.formats);
    keywords.addAll(other.keywords);
  }

  /**
   * Sets what validates. Default: {@code COMPILED}. The library is several times slower and gives
   * the same errors.
   *
   * @param value the setting
   * @return this
   */
  public B engine(Engine value) {
    engine = Objects.requireNonNull(value, "value");
    return self();
  }

  /**
   * Sets the dialect of schemas without {@code $schema}. Default: {@code DRAFT_07}.
   *
   * @param value the setting
   * @return this
   */
  public B dialect(Dialect value) {
    dialect = Objects.requireNonNull(value, "value");
    return self();
  }

  /**
   * Sets the coercion of all parts that have no setting of their own. Default: {@code ARRAY}.
   *
   * @param value the setting
   * @return this
   */
  public B coercion(Coercion value) {
    coercion = Objects.requireNonNull(value, "value");
    return self();
  }

  /**
   * Sets the coercion of one part of requests, for example {@code OFF} for bodies.
   *
   * @param part the part
   * @param value the setting
   * @return this
   */
  public B coercion(HttpPart part, Coercion value) {
    coercionByPart.put(
        Objects.requireNonNull(part, "part"), Objects.requireNonNull(value, "value"));
    return self();
  }

  /**
   * Sets which additional properties are removed. Default: {@code ON}.
   *
   * @param value the setting
   * @return this
   */
  public B removeAdditional(RemoveAdditional value) {
    removeAdditional = Objects.requireNonNull(value, "value");
    return self();
  }

  /**
   * Sets which defaults are filled in. Default: {@code ON}.
   *
   * @param value the setting
   * @return this
   */
  public B useDefaults(UseDefaults value) {
    useDefaults = Objects.requireNonNull(value, "value");
    return self();
  }

  /**
   * Sets whether all errors are collected. Default: false. Beware: a small request can then cause
   * many errors.
   *
   * @param value true to collect all
   * @return this
   */
  public B allErrors(boolean value) {
    allErrors = value;
    return self();
  }

  /**
   * Sets whether errors carry a message. Default: true.
   *
   * @param value true for messages
   * @return this
   */
  public B messages(boolean value) {
    messages = value;
    return self();
  }

  /**
   * Sets all strict settings at once: schema, numbers, types, tuples and required properties.
   *
   * @param value the setting; numbers are strict unless it is {@code OFF}
   * @return this
   */
  public B strict(Strictness value) {
    strictSchema = Objects.requireNonNull(value, "value");
    strictNumbers = value != Strictness.OFF;
    strictTypes = value;
    strictTuples = value;
    strictRequired = value;
    return self();
  }

  /**
   * Sets how unknown keywords, unknown formats and ignored keywords are treated. Default: {@code
   * ON}.
   *
   * @param value the setting
   * @return this
   */
  public B strictSchema(Strictness value) {
    strictSchema = Objects.requireNonNull(value, "value");
    return self();
  }

  /**
   * Sets whether NaN and the infinities are refused as numbers. Default: true.
   *
   * @param value true to refuse them
   * @return this
   */
  public B strictNumbers(boolean value) {
    strictNumbers = value;
    return self();
  }

  /**
   * Sets how keywords without their type, and unions of types, are treated. Default: {@code LOG}.
   *
   * @param value the setting
   * @return this
   */
  public B strictTypes(Strictness value) {
    strictTypes = Objects.requireNonNull(value, "value");
    return self();
  }

  /**
   * Sets how tuples of open length are treated. Default: {@code LOG}.
   *
   * @param value the setting
   * @return this
   */
  public B strictTuples(Strictness value) {
    strictTuples = Objects.requireNonNull(value, "value");
    return self();
  }

  /**
   * Sets how required properties that are not declared are treated. Default: {@code OFF}.
   *
   * @param value the setting
   * @return this
   */
  public B strictRequired(Strictness value) {
    strictRequired = Objects.requireNonNull(value, "value");
    return self();
  }

  /**
   * Sets whether strict types allow unions of types. Default: false.
   *
   * @param value true to allow them
   * @return this
   */
  public B allowUnionTypes(boolean value) {
    allowUnionTypes = value;
    return self();
  }

  /**
   * Sets whether strict schemas allow a declared property to match a pattern too. Default: false.
   *
   * @param value true to allow it
   * @return this
   */
  public B allowMatchingProperties(boolean value) {
    allowMatchingProperties = value;
    return self();
  }

  /**
   * Sets how schemas that break the meta-schema are treated. Default: {@code ON}.
   *
   * @param value the setting
   * @return this
   */
  public B validateSchema(Strictness value) {
    validateSchema = Objects.requireNonNull(value, "value");
    return self();
  }

  /**
   * Sets whether the keyword {@code format} is checked. Default: true.
   *
   * @param value false to ignore formats
   * @return this
   */
  public B validateFormats(boolean value) {
    validateFormats = value;
    return self();
  }

  /**
   * Sets whether OpenAPI's {@code discriminator} is known. Default: false.
   *
   * @param value true to use it
   * @return this
   */
  public B discriminator(boolean value) {
    discriminator = value;
    return self();
  }

  /**
   * Sets whether errors have the faulty value, the keyword's value and the schema around it, see
   * {@link ValidationError#details()}. They are in log lines of errors and in replies that send
   * them, with all that clients have sent.
   *
   * @param value false by default
   * @return this
   */
  public B verbose(boolean value) {
    verbose = value;
    return self();
  }

  /**
   * Sets whether {@code errorMessage} in a schema says what clients are told in place of the
   * messages of keywords, as {@code ajv-errors} does: a text for all errors, or texts by keyword,
   * {@code properties}, {@code items}, by name under {@code required} and {@code dependencies}, and
   * {@code _} for the rest. With the first error only as with all of them. Off by default: strict
   * mode refuses the keyword then. {@link ErrorMessage} on types needs no option.
   *
   * @param value true to use it
   * @return this
   */
  public B errorMessages(boolean value) {
    errorMessages = value;
    return self();
  }

  /**
   * Sets whether {@code {"$data": "pointer"}} may stand for the value of a keyword. Default: false.
   *
   * @param value true to allow it
   * @return this
   */
  public B dataReferences(boolean value) {
    dataReferences = value;
    return self();
  }

  /**
   * Sets the precision of {@code multipleOf}. Default: 0, an exact check of the quotient.
   *
   * @param digits decimal digits that count
   * @return this
   */
  public B multipleOfPrecision(int digits) {
    if (digits < 0) {
      throw new IllegalArgumentException("multipleOfPrecision must be >= 0: " + digits);
    }
    multipleOfPrecision = digits;
    return self();
  }

  /**
   * Sets whether lengths of strings count code points. Default: true.
   *
   * @param value false to count UTF-16 units
   * @return this
   */
  public B unicode(boolean value) {
    unicode = value;
    return self();
  }

  /**
   * Sets whether patterns have the {@code u} flag. Default: true.
   *
   * @param value false for patterns without the flag
   * @return this
   */
  public B unicodeRegExp(boolean value) {
    unicodeRegExp = value;
    return self();
  }

  /**
   * Sets whether keywords beside {@code $ref} are ignored. Default: false.
   *
   * @param value true to ignore them, as draft-07 has it
   * @return this
   */
  public B ignoreKeywordsWithRef(boolean value) {
    ignoreKeywordsWithRef = value;
    return self();
  }

  /**
   * Sets whether compiled schemas can be referred to by later ones and by themselves. Default:
   * false; only shared schemas can, and a schema with an {@code $id} by {@code #}.
   *
   * @param value true to keep them
   * @return this
   */
  public B addUsedSchema(boolean value) {
    addUsedSchema = value;
    return self();
  }

  /**
   * Sets whether schemas without references are compiled into the place that refers to them.
   * Default: true. It shows in the {@code schemaPath} of errors.
   *
   * @param value false to compile each schema once
   * @return this
   */
  public B inlineRefs(boolean value) {
    inlineRefs = value;
    return self();
  }

  /**
   * Sets how deep references may nest while a value is validated, so that a deep document cannot
   * exhaust the stack. Default: 500.
   *
   * @param limit at least 1
   * @return this
   */
  public B maxDepth(int limit) {
    maxDepth = positive(limit, "maxDepth");
    return self();
  }

  /**
   * Sets how many references may be followed while one value is validated, so that a document
   * cannot make a recursive schema branch without end. Default: ten million.
   *
   * @param limit at least 1
   * @return this
   */
  public B maxReferences(long limit) {
    maxReferences = positive(limit, "maxReferences");
    return self();
  }

  /**
   * Sets how many steps the matches of backtracking regular expressions may take in one validation,
   * all together. Default: one million, some fifty milliseconds; thirty-two steps for each
   * character come on top, so that a long document of harmless strings stays far away from it. Most
   * expressions need no backtracking and have no limit: their time is proportional to the length of
   * the string.
   *
   * @param limit at least 1
   * @return this
   */
  public B maxRegexSteps(long limit) {
    maxRegexSteps = positive(limit, "maxRegexSteps");
    return self();
  }

  /**
   * Adds or replaces a format.
   *
   * @param name its name
   * @param format the format
   * @return this
   */
  public B format(String name, SchemaFormat format) {
    formats.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(format, "format"));
    return self();
  }

  /**
   * Adds a keyword.
   *
   * @param keyword the keyword
   * @return this
   */
  public B keyword(SchemaKeyword keyword) {
    keywords.add(Objects.requireNonNull(keyword, "keyword"));
    return self();
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
