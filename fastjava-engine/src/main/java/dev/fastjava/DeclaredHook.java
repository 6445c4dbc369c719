package dev.fastjava;

import org.jspecify.annotations.Nullable;

/**
 * A hook of a context, for tools that show what an application is made of.
 *
 * <p>Reference: Hooks.
 *
 * @param phase the phase, such as {@code "onRequest"}
 * @param hook the hook as it was added
 * @param declaredAt the line of the application that added it; null when none is known
 */
public record DeclaredHook(String phase, Object hook, @Nullable StackTraceElement declaredAt) {}
