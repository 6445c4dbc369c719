package dev.fastjava;

import dev.fastjava.option.EmptyJsonBody;
import dev.fastjava.option.Poisoning;
import dev.fastjava.schema.BeanConstraints;
import dev.fastjava.schema.SerializationOptions;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.spi.SchemaController;
import dev.fastjava.spi.SchemaErrorFormatter;
import dev.fastjava.spi.TextConverter;
import dev.fastjava.spi.ValidationMessages;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What options say of schemas: how they are compiled, and what is done with errors of validation. A
 * part of {@link FastjavaOptions}; {@link SchemaSettings} sets it.
 */
abstract class SchemaChoices {
  /** Holds the values; nobody else has it. */
  final FastjavaOptions.Builder values;

  SchemaChoices(FastjavaOptions.Builder values) {
    this.values = values;
  }

  /**
   * Returns what happens to bodies with {@code __proto__} keys.
   *
   * @return {@code ERROR} by default
   */
  public Poisoning onProtoPoisoning() {
    return values.onProtoPoisoning;
  }

  /**
   * Returns what happens to bodies with {@code constructor.prototype} keys.
   *
   * @return {@code ERROR} by default
   */
  public Poisoning onConstructorPoisoning() {
    return values.onConstructorPoisoning;
  }

  /**
   * Returns the mapper of the application.
   *
   * @return the mapper; null when not set
   */
  public @Nullable JsonMapper jsonMapper() {
    return values.jsonMapper;
  }

  /**
   * Returns what a request with a JSON content type and without a body is.
   *
   * @return {@code ERROR} by default
   */
  public EmptyJsonBody emptyJsonBody() {
    return values.emptyJsonBody;
  }

  /**
   * Returns what converts texts to types of the application.
   *
   * @return the converter; null when not set
   */
  public @Nullable TextConverter textConverter() {
    return values.textConverter;
  }

  /**
   * Returns what says what is wrong with a request in other languages.
   *
   * @return the messages; null when not set
   */
  public @Nullable ValidationMessages validationMessages() {
    return values.validationMessages;
  }

  /**
   * Returns what tells the language of a request.
   *
   * @return null for its {@code accept-language}
   */
  public @Nullable Function<Request, Locale> validationLocale() {
    return values.validationLocale;
  }

  /**
   * Returns how validation errors read.
   *
   * @return makes the error; null when not set
   */
  public @Nullable SchemaErrorFormatter schemaErrorFormatter() {
    return values.schemaErrorFormatter;
  }

  /**
   * Returns how schemas are compiled.
   *
   * @return the factories; null when not set
   */
  public @Nullable SchemaController schemaController() {
    return values.schemaController;
  }

  /**
   * Returns what checks the constraints that no schema can say.
   *
   * @return the check; null when not set
   */
  public @Nullable BeanConstraints beanConstraints() {
    return values.beanConstraints;
  }

  /**
   * Returns how requests are validated.
   *
   * @return the options
   */
  public ValidationOptions validation() {
    return values.validation;
  }

  /**
   * Returns how replies are serialized.
   *
   * @return the options
   */
  public SerializationOptions serialization() {
    return values.serialization;
  }
}
