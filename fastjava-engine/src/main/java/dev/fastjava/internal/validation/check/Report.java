package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonPointers;
import dev.fastjava.schema.ValidationError;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one keyword at one place reports errors; made at boot. Every method tells one, unless the run
 * {@linkplain Run#tells() tells none}, and returns {@link Verdict#INVALID}.
 *
 * @param alone whether an error ends the validation by the present schema and is its only one; else
 *     it is collected, and whoever evaluates the schema decides what it means
 * @param keyword the keyword
 * @param schemaPath where it stands
 * @param messages whether errors carry a message
 * @param own the message of all errors; null when each has one of its own
 */
public record Report(
    boolean alone, String keyword, String schemaPath, boolean messages, @Nullable String own) {

  /** Reports an error. */
  Verdict fail(Run run, Map<String, Object> params, String message) {
    return run.tells() ? add(run, error(run, params, message)) : Verdict.INVALID;
  }

  /** Reports an error of a property that is not there, with a message of the property. */
  Verdict failAt(Run run, String name, Map<String, Object> params, String message) {
    String place = run.path() + '/' + JsonPointers.escape(name);
    return add(
        run,
        new ValidationError(place, schemaPath, keyword, params, null)
            .withOwnMessage(messages ? message : null)
            .about(place));
  }

  /** Reports an error of what the present value was bound to. */
  Verdict failBound(Run run, ValidationError found) {
    return add(
        run,
        new ValidationError(
            run.path() + found.instancePath(),
            "",
            found.keyword(),
            found.params(),
            messages ? found.message() : null));
  }

  /** Reports an error that follows from others, which stay. */
  Verdict failAlso(Run run, Map<String, Object> params, String message) {
    if (run.tells()) {
      run.add(error(run, params, message), alone);
    }
    return Verdict.INVALID;
  }

  private Verdict add(Run run, ValidationError error) {
    if (run.tells()) {
      if (alone) {
        run.dropErrors();
      }
      run.add(error, alone);
    }
    return Verdict.INVALID;
  }

  private ValidationError error(Run run, Map<String, Object> params, String message) {
    ValidationError error =
        new ValidationError(run.path(), schemaPath, keyword, params, messages ? message : null);
    return own == null ? error : error.withOwnMessage(messages ? own : null);
  }
}
