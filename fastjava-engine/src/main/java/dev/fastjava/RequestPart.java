package dev.fastjava;

/**
 * A part of requests bound to its type.
 *
 * @param <T> the type
 */
@FunctionalInterface
interface RequestPart<T> {
  T of(Request request);
}
