package dev.fastjava.internal.validation.check;

import dev.fastjava.schema.ValidationError;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one keyword at one place reports errors; made at boot.
 *
 * @param mode whether errors are collected
 * @param keyword the keyword
 * @param schemaPath where it stands
 * @param messages whether errors carry a message
 * @param own the message of all errors; null when each has one of its own
 */
public record Report(
    Mode mode, String keyword, String schemaPath, boolean messages, @Nullable String own) {
  private static final ValidationError SILENT = new ValidationError("", "", "", Map.of(), null);

  /** What becomes of an error. */
  public enum Mode {
    /** It ends the validation by the present schema and is its only error. */
    FIRST,
    /** It is added; whoever evaluates the schema decides what it means. */
    COLLECT,
    /** Only the fact counts. */
    SILENT
  }

  /** Reports an error. */
  void fail(Run run, Map<String, Object> params, String message) {
    switch (mode) {
      case FIRST -> run.addAlone(error(run, params, message));
      case COLLECT -> run.add(error(run, params, message));
      case SILENT -> run.add(SILENT);
    }
  }

  /** Reports an error of a property that is not there, with a message of the property. */
  void failAt(Run run, String name, Map<String, Object> params, String message) {
    String place = run.path() + '/' + Run.escape(name);
    ValidationError error =
        new ValidationError(place, schemaPath, keyword, params, null)
            .withOwnMessage(messages ? message : null)
            .about(place);
    switch (mode) {
      case FIRST -> run.addAlone(error);
      case COLLECT -> run.add(error);
      case SILENT -> run.add(SILENT);
    }
  }

  /** Reports an error of what the present value was bound to. */
  void failBound(Run run, ValidationError found) {
    ValidationError error =
        new ValidationError(
            run.path() + found.instancePath(),
            "",
            found.keyword(),
            found.params(),
            messages ? found.message() : null);
    switch (mode) {
      case FIRST -> run.addAlone(error);
      case COLLECT -> run.add(error);
      case SILENT -> run.add(SILENT);
    }
  }

  /** Reports an error that follows from others, which stay. */
  void failAlso(Run run, Map<String, Object> params, String message) {
    switch (mode) {
      case FIRST -> run.addLast(error(run, params, message));
      case COLLECT -> run.add(error(run, params, message));
      case SILENT -> run.add(SILENT);
    }
  }

  private ValidationError error(Run run, Map<String, Object> params, @Nullable String message) {
    ValidationError error =
        new ValidationError(run.path(), schemaPath, keyword, params, messages ? message : null);
    return own == null ? error : error.withOwnMessage(messages ? own : null);
  }
}
