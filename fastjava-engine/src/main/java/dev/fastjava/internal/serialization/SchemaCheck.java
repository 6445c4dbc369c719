package dev.fastjava.internal.serialization;

import dev.fastjava.schema.Validator;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a plain value satisfies a schema. Made while nodes are built, and given its
 * validator when all schemas are known.
 */
final class SchemaCheck {
  private final String ref;
  private @Nullable Validator validator;
  private @Nullable Exception failure;

  SchemaCheck(String ref) {
    this.ref = ref;
  }

  String ref() {
    return ref;
  }

  void complete(Validator compiled) {
    validator = compiled;
  }

  /** Records that the schema does not compile; as in the reference, its use then fails. */
  void fail(Exception reason) {
    failure = reason;
  }

  boolean accepts(@Nullable Object plain) {
    if (validator == null) {
      throw failure instanceof RuntimeException reason
          ? reason
          : new IllegalStateException("cannot validate by " + ref, failure);
    }
    try {
      return validator.validate(plain).isValid();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("cannot validate by " + ref, e);
    }
  }
}
