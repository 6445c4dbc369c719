package dev.fastjava.internal.serialization;

import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.Validator;
import dev.fastjava.schema.ValidatorFactory;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses schemas that are none by the rules of draft-07. */
final class MetaSchema {
  private static final String DRAFT_07 = "http://json-schema.org/draft-07/schema#";

  private final ValidatorFactory validators;
  private @Nullable Validator validator;

  MetaSchema(ValidatorFactory validators) {
    this.validators = validators;
  }

  /**
   * Checks a schema.
   *
   * @param name what the message calls it, empty for the schema of a reply
   * @throws IllegalArgumentException naming the first fault
   */
  void check(Object schema, String name) throws Exception {
    ValidationResult result = validator().validate(schema);
    if (!result.isValid()) {
      ValidationError first = result.errors().get(0);
      throw new IllegalArgumentException(
          (name.isEmpty() ? "" : '"' + name + "\" ")
              + "schema is invalid: data"
              + first.instancePath()
              + ' '
              + first.message());
    }
  }

  private Validator validator() throws Exception {
    if (validator == null) {
      validator =
          validators
              .build(Map.of(), SchemaChecks.OPTIONS.with(o -> o.messages(true)))
              .compile(new RequestSchema(Map.of("$ref", DRAFT_07), "", "", null));
    }
    return validator;
  }
}
