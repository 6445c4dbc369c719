package dev.fastjava.internal.validation;

import dev.fastjava.internal.regex.Regex;
import dev.fastjava.internal.validation.check.Expression;
import dev.fastjava.internal.validation.check.Format;
import dev.fastjava.internal.validation.check.TextTest;
import dev.fastjava.internal.validation.format.Formats;
import dev.fastjava.schema.SchemaBuildException;
import dev.fastjava.schema.SchemaFormat;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Coercion;
import dev.fastjava.schema.ValidationOptions.RemoveAdditional;
import dev.fastjava.schema.ValidationOptions.Strictness;
import dev.fastjava.schema.ValidationOptions.UseDefaults;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The options with what follows from them: keywords, formats, compiled expressions. */
final class Settings {
  private static final Logger LOG = LoggerFactory.getLogger("dev.fastjava.schema");

  private final ValidationOptions options;
  private final Coercion coercion;
  private final Vocabulary vocabulary;
  private final Map<String, Format> ownFormats = new HashMap<>();
  private final Map<String, Regex> expressions = new ConcurrentHashMap<>();
  private final MetaSchemas metaSchemas;
  private boolean keepsExpressions = true;

  Settings(ValidationOptions options, Coercion coercion, MetaSchemas metaSchemas) {
    this.options = options;
    this.coercion = coercion;
    this.vocabulary = new Vocabulary(options);
    this.metaSchemas = metaSchemas;
    options.formats().forEach((name, format) -> ownFormats.put(name, compile(format)));
  }

  private Format compile(SchemaFormat format) {
    TextTest test = null;
    if (format.textTest() != null) {
      test = format.textTest()::test;
    } else if (format.pattern() != null) {
      String flags = format.patternFlags() == null ? "" : format.patternFlags();
      test = Expression.of(Regex.compile(format.pattern(), flags, options.maxRegexSteps()));
    }
    Format.Order order = format.order() == null ? null : Format.Order.of(format.order());
    return new Format(test, format.numberTest(), order);
  }

  ValidationOptions options() {
    return options;
  }

  Coercion coercion() {
    return coercion;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Finds a format: one of the user's own, or one that is built in; null when it is unknown. */
  @Nullable Format format(String name) {
    Format own = ownFormats.get(name);
    return own == null ? Formats.find(name) : own;
  }

  /** Whether validation may change values at all. */
  boolean mutate() {
    return coercion != Coercion.OFF
        || options.useDefaults() != UseDefaults.OFF
        || options.removeAdditional() != RemoveAdditional.OFF
        || options.dataReferences();
  }

  /** Whether the keywords beside a {@code $ref}, its identifier among them, do not count. */
  boolean isOverriddenByRef(Map<String, ?> schema) {
    return options.ignoreKeywordsWithRef() && schema.get("$ref") instanceof String;
  }

  /** The compiled form of a pattern; each is compiled once. */
  Regex expression(String pattern) {
    Regex known = expressions.get(pattern);
    if (known == null) {
      known = expressionOfDocument(pattern);
      if (keepsExpressions) {
        expressions.put(pattern, known);
      }
    }
    return known;
  }

  /** Whether compiled patterns are kept from now on. */
  void keepExpressions(boolean keep) {
    keepsExpressions = keep;
  }

  /** The compiled form of a pattern that a document brings. */
  Regex expressionOfDocument(String pattern) {
    return Regex.compile(pattern, options.unicodeRegExp() ? "u" : "", options.maxRegexSteps());
  }

  MetaSchemas metaSchemas() {
    return metaSchemas;
  }

  /** Checks a schema against its meta-schema. */
  void validateSchema(Object schema, KnownSchemas registry) {
    metaSchemas.validate(schema, this, registry);
  }

  /** Does what a strict setting says about a fault. */
  void strict(Strictness strictness, String message, @Nullable String pointer) {
    if (strictness == Strictness.OFF) {
      return;
    }
    String text = "strict mode: " + message;
    if (strictness == Strictness.ON) {
      throw new SchemaBuildException(text, pointer == null ? "#" : pointer);
    }
    warn(text);
  }

  void warn(String message) {
    LOG.warn(message);
  }
}
