package dev.fastjava.internal.lifecycle;

/**
 * Stands for a value that nobody has given: the payload of {@code reply.send()}, and what a hook
 * leaves that completes without a payload. Null is a value, as users gave it.
 */
enum Nothing {
  GIVEN
}
