package dev.fastjava.internal.validation.check;

import dev.fastjava.schema.ValidationOptions;

/**
 * How far a validation goes.
 *
 * @param depth how deep references may nest
 * @param references how many recursive references may be followed
 * @param regexSteps how many steps the matches of backtracking expressions may take together
 * @param allErrors whether it goes on after an error
 */
public record Limits(int depth, long references, long regexSteps, boolean allErrors) {
  /** The limits that options set. */
  public static Limits of(ValidationOptions options) {
    return new Limits(
        options.maxDepth(), options.maxReferences(), options.maxRegexSteps(), options.allErrors());
  }
}
