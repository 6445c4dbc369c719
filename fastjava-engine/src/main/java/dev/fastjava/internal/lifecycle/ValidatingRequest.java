package dev.fastjava.internal.lifecycle;

import dev.fastjava.Request;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.Validator;
import org.jspecify.annotations.Nullable;

/** Validators of a request, for handlers that validate by themselves. */
interface ValidatingRequest extends Request {
  Call call();

  @Override
  default ValidationResult validateInput(@Nullable Object input, HttpPart part) {
    Validator validator = part == null ? null : getValidationFunction(part);
    if (validator == null) {
      throw ErrorCode.FST_ERR_REQ_INVALID_VALIDATION_INVOCATION.error(
          part == null ? "undefined" : part.label());
    }
    return validated(validator, input);
  }

  @Override
  default ValidationResult validateInput(@Nullable Object input, Object schema) {
    Validator validator = compile(schema, null);
    return validated(validator, input);
  }

  @Override
  default ValidationResult validateInput(@Nullable Object input, Object schema, HttpPart part) {
    Validator own = getValidationFunction(part);
    Validator validator = own == null ? compile(schema, part) : own;
    return validated(validator, input);
  }

  @Override
  default Validator compileValidationSchema(Object schema) {
    return compile(schema, null);
  }

  @Override
  default Validator compileValidationSchema(Object schema, HttpPart part) {
    return compile(schema, part);
  }

  private ValidationResult validated(Validator validator, @Nullable Object input) {
    return call().server.translated(Thrown.call(() -> validator.validate(input)), this);
  }

  private Validator compile(Object schema, @Nullable HttpPart part) {
    return call().context().compiled().onDemand().validator(schema(schema), method(), url(), part);
  }

  /** A part in the place of a schema would else be told as a text that is no JSON. */
  private static Object schema(Object schema) {
    for (HttpPart part : HttpPart.values()) {
      if (schema == part || part.label().equals(schema)) {
        throw new IllegalArgumentException(
            "A schema is wanted, not the part " + part + ": pass HttpPart." + part.name());
      }
    }
    return schema;
  }

  @Override
  default @Nullable Validator getValidationFunction(HttpPart part) {
    RouteValidators validators = call().context().compiled().validators();
    return validators == null ? null : validators.of(part);
  }

  @Override
  default @Nullable Validator getValidationFunction(Object schema) {
    return call().context().compiled().onDemand().knownValidator(schema(schema));
  }
}
