package dev.fastjava.internal.serialization;

import dev.fastjava.schema.SchemaBuildException;
import dev.fastjava.schema.SerializationException;
import dev.fastjava.schema.Validator;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a plain value satisfies a schema. Made while nodes are built, and given its
 * validator when all schemas are known.
 */
final class ChoiceCheck {
  private final String ref;
  private @Nullable Validator validator;
  private String failure = "not ready";

  ChoiceCheck(String ref) {
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
    String message = String.valueOf(reason.getMessage());
    // The place is one in a schema of ours, which means nothing to the user.
    failure =
        reason instanceof SchemaBuildException build
            ? message.replace(" at " + build.pointer(), "")
            : message;
  }

  boolean accepts(@Nullable Object plain) {
    if (validator == null) {
      throw new SerializationException(failure);
    }
    try {
      // To the reference, an integer of any size is of no JSON type.
      return !(plain instanceof BigInteger) && validator.validate(plain).isValid();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("cannot validate by " + ref, e);
    }
  }
}
