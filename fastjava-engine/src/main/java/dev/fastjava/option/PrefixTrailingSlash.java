package dev.fastjava.option;

/**
 * How the path {@code /} of a route joins with the prefix of its context, {@code /users} for
 * example. Without a prefix it means nothing.
 *
 * <p>Reference: Routes, Options, prefixTrailingSlash.
 */
public enum PrefixTrailingSlash {
  /** The route answers {@code /users} and {@code /users/}. */
  BOTH,
  /** The route answers {@code /users/} only. */
  SLASH,
  /** The route answers {@code /users} only. */
  NO_SLASH
}
