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
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a server does with JSON, schemas and the types behind them. A part of {@link
 * FastjavaOptions.Builder}.
 *
 * @param <B> the builder
 */
abstract class SchemaSettings<B extends SchemaSettings<B>> {
  Poisoning onProtoPoisoning = Poisoning.ERROR;
  Poisoning onConstructorPoisoning = Poisoning.ERROR;
  @Nullable JsonMapper jsonMapper;
  EmptyJsonBody emptyJsonBody = EmptyJsonBody.ERROR;
  @Nullable BeanConstraints beanConstraints;
  @Nullable SchemaErrorFormatter schemaErrorFormatter;
  @Nullable TextConverter textConverter;
  @Nullable ValidationMessages validationMessages;
  @Nullable Function<Request, Locale> validationLocale;
  @Nullable SchemaController schemaController;
  ValidationOptions validation = ValidationOptions.defaults();
  SerializationOptions serialization = SerializationOptions.defaults();

  /** Returns this builder. */
  abstract B self();

  /** Takes over what another builder has. */
  final void copySchema(SchemaSettings<?> from) {
    onProtoPoisoning = from.onProtoPoisoning;
    onConstructorPoisoning = from.onConstructorPoisoning;
    jsonMapper = from.jsonMapper;
    emptyJsonBody = from.emptyJsonBody;
    beanConstraints = from.beanConstraints;
    schemaErrorFormatter = from.schemaErrorFormatter;
    textConverter = from.textConverter;
    validationMessages = from.validationMessages;
    validationLocale = from.validationLocale;
    schemaController = from.schemaController;
    validation = from.validation;
    serialization = from.serialization;
  }

  /**
   * Sets what happens to bodies with {@code __proto__} keys.
   *
   * @param onProtoPoisoning {@code ERROR} by default
   * @return this
   */
  public B onProtoPoisoning(Poisoning onProtoPoisoning) {
    this.onProtoPoisoning = Objects.requireNonNull(onProtoPoisoning, "onProtoPoisoning");
    return self();
  }

  /**
   * Sets what happens to bodies with {@code constructor.prototype} keys.
   *
   * @param onConstructorPoisoning {@code ERROR} by default
   * @return this
   */
  public B onConstructorPoisoning(Poisoning onConstructorPoisoning) {
    this.onConstructorPoisoning =
        Objects.requireNonNull(onConstructorPoisoning, "onConstructorPoisoning");
    return self();
  }

  /**
   * Sets the mapper of the application. It reads and binds bodies, writes replies without a schema
   * and what a schema leaves to Jackson, tells the names of properties in schemas that are derived
   * from types, and binds in {@code inject}. The limits for bodies and the protection of prototypes
   * hold with any mapper; of limits that the mapper has, too, the narrower ones count.
   *
   * @param jsonMapper the mapper; one with Jackson's defaults when not set
   * @return this
   */
  public B jsonMapper(JsonMapper jsonMapper) {
    this.jsonMapper = Objects.requireNonNull(jsonMapper, "jsonMapper");
    return self();
  }

  /**
   * Sets what a request with a JSON content type and without a body is.
   *
   * @param emptyJsonBody {@code ERROR} by default, which is 400; {@code NONE} for a request without
   *     a body
   * @return this
   */
  public B emptyJsonBody(EmptyJsonBody emptyJsonBody) {
    this.emptyJsonBody = Objects.requireNonNull(emptyJsonBody, "emptyJsonBody");
    return self();
  }

  /**
   * Sets what checks the constraints that no schema can say, on the values that parts of requests
   * are bound to.
   *
   * @param beanConstraints for example {@code JakartaConstraints.of(validator)}; when not set, a
   *     route whose types have such constraints does not boot
   * @return this
   */
  public B beanConstraints(BeanConstraints beanConstraints) {
    this.beanConstraints = Objects.requireNonNull(beanConstraints, "beanConstraints");
    return self();
  }

  /**
   * Sets what converts texts of path parameters, queries and headers to types that neither the
   * framework nor the mapper makes of a text.
   *
   * @param textConverter knows the types; none by default
   * @return this
   */
  public B textConverter(TextConverter textConverter) {
    this.textConverter = Objects.requireNonNull(textConverter, "textConverter");
    return self();
  }

  /**
   * Sets what says what is wrong with a request in the language of its client, in the order of its
   * {@code accept-language}. English needs no messages, and is what is said without them.
   *
   * @param validationMessages has the messages
   * @return this
   */
  public B validationMessages(ValidationMessages validationMessages) {
    this.validationMessages = Objects.requireNonNull(validationMessages, "validationMessages");
    return self();
  }

  /**
   * Sets what says what is wrong with a request in the language of its client.
   *
   * @param validationMessages has the messages
   * @param locale tells the language of a request, for example by a user who is signed in; must not
   *     block
   * @return this
   */
  public B validationMessages(
      ValidationMessages validationMessages, Function<Request, Locale> locale) {
    validationLocale = Objects.requireNonNull(locale, "locale");
    return validationMessages(validationMessages);
  }

  /**
   * Sets how validation errors read.
   *
   * @param schemaErrorFormatter makes the error
   * @return this
   */
  public B schemaErrorFormatter(SchemaErrorFormatter schemaErrorFormatter) {
    this.schemaErrorFormatter =
        Objects.requireNonNull(schemaErrorFormatter, "schemaErrorFormatter");
    return self();
  }

  /**
   * Sets how schemas are kept and compiled.
   *
   * @param options changes what is set so far
   * @return this
   */
  public B schemaController(Consumer<SchemaController.Builder> options) {
    schemaController =
        (schemaController == null ? SchemaController.defaults() : schemaController).with(options);
    return self();
  }

  /**
   * Sets how schemas are kept and compiled.
   *
   * @param schemaController takes the place of what is set so far
   * @return this
   */
  public B schemaController(SchemaController schemaController) {
    this.schemaController = Objects.requireNonNull(schemaController, "schemaController");
    return self();
  }

  /**
   * Sets how requests are validated.
   *
   * @param options changes what is set so far
   * @return this
   */
  public B validation(Consumer<ValidationOptions.Builder> options) {
    validation = validation.with(options);
    return self();
  }

  /**
   * Sets how requests are validated.
   *
   * @param validation takes the place of what is set so far
   * @return this
   */
  public B validation(ValidationOptions validation) {
    this.validation = Objects.requireNonNull(validation, "validation");
    return self();
  }

  /**
   * Sets how replies are serialized.
   *
   * @param options changes what is set so far
   * @return this
   */
  public B serialization(Consumer<SerializationOptions.Builder> options) {
    serialization = serialization.with(options);
    return self();
  }

  /**
   * Sets how replies are serialized.
   *
   * @param serialization takes the place of what is set so far
   * @return this
   */
  public B serialization(SerializationOptions serialization) {
    this.serialization = Objects.requireNonNull(serialization, "serialization");
    return self();
  }
}
