package dev.fastjava;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The decorators of an encapsulation context: values shared with it and all contexts below.
 * Declared at boot only.
 *
 * <p>Reference: Decorators.
 */
public interface DecoratorRegistry {
  /**
   * Adds a value to this context and all below it.
   *
   * @param name its name
   * @param value the value
   * @param dependencies decorators that must exist
   * @return this
   */
  Fastjava decorate(String name, @Nullable Object value, String... dependencies);

  /**
   * Declares a server decorator that is computed at each access.
   *
   * @param name its name
   * @param getter computes the value
   * @param dependencies decorators that must exist
   * @return this
   */
  Fastjava decorateGetter(
      String name, Function<Fastjava, ? extends @Nullable Object> getter, String... dependencies);

  /**
   * Declares a request decorator, null for each request at first.
   *
   * @param name its name
   * @return this
   */
  Fastjava decorateRequest(String name);

  /**
   * Declares a request decorator with an immutable first value.
   *
   * @param name its name
   * @param value the first value: a text, number, boolean, enum, record or function; a mutable one
   *     fails with {@code FST_ERR_DEC_REFERENCE_TYPE}
   * @param dependencies request decorators that must exist
   * @return this
   */
  Fastjava decorateRequest(String name, @Nullable Object value, String... dependencies);

  /**
   * Declares a request decorator that is computed at each access.
   *
   * @param name its name
   * @param getter computes the value
   * @param dependencies decorators that must exist
   * @return this
   */
  Fastjava decorateRequestGetter(
      String name, Function<Request, ? extends @Nullable Object> getter, String... dependencies);

  /**
   * Declares a reply decorator, null for each reply at first.
   *
   * @param name its name
   * @return this
   */
  Fastjava decorateReply(String name);

  /**
   * Declares a reply decorator with an immutable first value.
   *
   * @param name its name
   * @param value the first value: a text, number, boolean, enum, record or function; a mutable one
   *     fails with {@code FST_ERR_DEC_REFERENCE_TYPE}
   * @param dependencies reply decorators that must exist
   * @return this
   */
  Fastjava decorateReply(String name, @Nullable Object value, String... dependencies);

  /**
   * Declares a reply decorator that is computed at each access.
   *
   * @param name its name
   * @param getter computes the value
   * @param dependencies decorators that must exist
   * @return this
   */
  Fastjava decorateReplyGetter(
      String name, Function<Reply, ? extends @Nullable Object> getter, String... dependencies);

  /**
   * Returns whether a server decorator exists here.
   *
   * @param name its name
   * @return true when it does
   */
  boolean hasDecorator(String name);

  /**
   * Returns whether a request decorator exists here.
   *
   * @param name its name
   * @return true when it does
   */
  boolean hasRequestDecorator(String name);

  /**
   * Returns whether a reply decorator exists here.
   *
   * @param name its name
   * @return true when it does
   */
  boolean hasReplyDecorator(String name);

  /**
   * Returns a server decorator.
   *
   * @param name its name; an unknown one fails with {@code FST_ERR_DEC_UNDECLARED}
   * @return its value
   */
  @Nullable Object getDecorator(String name);

  /**
   * Returns a server decorator of a type.
   *
   * @param name its name; an unknown one fails with {@code FST_ERR_DEC_UNDECLARED}
   * @param type its type; a value of another one is a {@code ClassCastException} that names the
   *     decorator
   * @param <T> the type
   * @return its value, null when it is null; with a primitive type, which has no null, an {@code
   *     IllegalStateException} tells which decorator has no value
   */
  <T> @Nullable T getDecorator(String name, Class<T> type);

  /**
   * Returns a server decorator that must have a value, for what a plugin cannot do without.
   *
   * @param name its name; an unknown one fails with {@code FST_ERR_DEC_UNDECLARED}
   * @param type its type; a value of another one is a {@code ClassCastException} that names the
   *     decorator
   * @param <T> the type
   * @return its value; when it is null, an {@code IllegalStateException} names the decorator
   */
  default <T> T requireDecorator(String name, Class<T> type) {
    T value = getDecorator(name, type);
    if (value == null) {
      throw new IllegalStateException("The server decorator '" + name + "' has no value");
    }
    return value;
  }

  /**
   * Replaces the value of a server decorator in this context and in those below that have no value
   * of their own, as assigning a member of an instance does in the reference. At any time, also
   * while requests are served: the new value is seen at once by every thread, and a value is either
   * the old or the new one. What the value itself holds is up to the caller to make thread-safe.
   *
   * @param name its name; an unknown one fails with {@code FST_ERR_DEC_UNDECLARED}
   * @param value the value from now on
   */
  void setDecorator(String name, @Nullable Object value);
}
