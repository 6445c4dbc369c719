package dev.fastjava.logging;

import org.jspecify.annotations.Nullable;

/**
 * Turns the value of one key of a log line into what is written for it. Reference: Logging,
 * Serializers.
 *
 * <p>The result is written as JSON: a map, a list, a text, a number, a boolean, null, or any object
 * Jackson can write. It is called on the thread that logs, or, for a binding, once as the child
 * logger is created. When it throws, a note takes the place of the value; the log call itself goes
 * on.
 *
 * <pre>{@code
 * Logger.create(o -> o.serializer("user", user -> ((User) user).id()))
 *     .info(Map.of("user", ada), "signed in");   // {"level":30,...,"user":7,"msg":"signed in"}
 * }</pre>
 */
@FunctionalInterface
public interface LogSerializer {
  /**
   * Returns what to write.
   *
   * @param value the value given under the key this serializer is registered for; may be null
   * @return a JSON value or an object that can be written as one
   * @throws Exception for any reason; the value is then replaced by a note
   */
  @Nullable Object serialize(@Nullable Object value) throws Exception;
}
