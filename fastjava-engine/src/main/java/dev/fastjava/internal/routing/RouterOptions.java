package dev.fastjava.internal.routing;

/**
 * How URLs are matched.
 *
 * @param caseSensitive whether letters of the static parts must match in case
 * @param ignoreTrailingSlash whether {@code /a} and {@code /a/} are the same
 * @param ignoreDuplicateSlashes whether {@code //a} and {@code /a} are the same
 * @param maxParamLength the most characters a parameter may have, wildcards apart
 * @param allowUnsafeRegex whether paths may have regular expressions that can take very long
 * @param useSemicolonDelimiter whether the query begins at {@code ;} too
 */
public record RouterOptions(
    boolean caseSensitive,
    boolean ignoreTrailingSlash,
    boolean ignoreDuplicateSlashes,
    int maxParamLength,
    boolean allowUnsafeRegex,
    boolean useSemicolonDelimiter) {

  private static final int DEFAULT_MAX_PARAM_LENGTH = 100;

  public RouterOptions {
    // As in the reference, where no limit cannot be asked for.
    maxParamLength = maxParamLength == 0 ? DEFAULT_MAX_PARAM_LENGTH : maxParamLength;
  }

  /** The options of an application that sets none. */
  public static RouterOptions defaults() {
    return new RouterOptions(true, false, false, DEFAULT_MAX_PARAM_LENGTH, false, false);
  }
}
