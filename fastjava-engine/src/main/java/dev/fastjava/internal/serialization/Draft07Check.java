package dev.fastjava.internal.serialization;

import dev.fastjava.internal.validation.CompiledValidators;
import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.Validator;
import dev.fastjava.schema.ValidatorFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses schemas that are none by the rules of draft-07. Thread-safe. */
final class Draft07Check {
  /** Besides its own name the meta-schema needs another: validators do not check its formats. */
  private static final String ID = "urn:fastjava:draft-07";

  private final ValidatorFactory validators;
  private volatile @Nullable Validator validator;

  Draft07Check(ValidatorFactory validators) {
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
    Validator present = validator;
    return present == null ? makeValidator() : present;
  }

  private synchronized Validator makeValidator() throws Exception {
    Validator present = validator;
    if (present == null) {
      present =
          validators
              .build(Map.of(), SchemaChecks.OPTIONS.with(o -> o.messages(true)))
              .compile(new RequestSchema(draft07(), "", "", null));
      validator = present;
    }
    return present;
  }

  private static Map<String, @Nullable Object> draft07() {
    Map<String, @Nullable Object> schema = new LinkedHashMap<>(CompiledValidators.draft07());
    schema.put("$id", ID);
    schema.remove("$schema");
    return schema;
  }
}
