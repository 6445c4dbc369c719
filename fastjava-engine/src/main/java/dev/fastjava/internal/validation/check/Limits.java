package dev.fastjava.internal.validation.check;

import dev.fastjava.schema.ValidationOptions;

/**
 * What a hostile document can cost at most.
 *
 * @param depth how deep references may nest
 * @param references how many recursive references may be followed
 * @param regexSteps how many steps the matches of backtracking expressions may take together
 */
public record Limits(int depth, long references, long regexSteps) {
  /** The limits that options set. */
  public static Limits of(ValidationOptions options) {
    return new Limits(options.maxDepth(), options.maxReferences(), options.maxRegexSteps());
  }
}
