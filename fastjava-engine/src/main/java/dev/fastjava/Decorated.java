package dev.fastjava;

import dev.fastjava.mark.ProvidedByEngine;
import dev.fastjava.type.DecoratorKey;
import org.jspecify.annotations.Nullable;

/**
 * What has decorators: a server, each request and each reply. A decorator is reached by its {@link
 * DecoratorKey}, or by its name.
 *
 * <p>An unknown decorator fails with {@code FST_ERR_DEC_UNDECLARED}. A value of another type than
 * that of the key or class it is read or set with is a {@code ClassCastException} that names the
 * decorator.
 *
 * <p>Reference: Decorators.
 */
@ProvidedByEngine
public interface Decorated {
  /**
   * Returns a decorator.
   *
   * @param key its name and type
   * @param <T> the type
   * @return its value, null as long as it has none; with a key of a primitive type, which has no
   *     null, an {@code IllegalStateException} tells which decorator has no value
   */
  <T> @Nullable T get(DecoratorKey<T> key);

  /**
   * Returns a decorator that must have a value: what a plugin cannot do without, or what a hook
   * before this handler always sets.
   *
   * @param key its name and type
   * @param <T> the type
   * @return its value; when it is null, an {@code IllegalStateException} names the decorator
   */
  <T> T require(DecoratorKey<T> key);

  /**
   * Sets a declared decorator: of a request or reply for this one alone, of a server as {@link
   * #setDecorator} describes it.
   *
   * @param key its name and type
   * @param value the value; of a decorator that only has a getter, an {@code IllegalStateException}
   * @param <T> the type
   */
  <T> void set(DecoratorKey<T> key, @Nullable T value);

  /**
   * Returns a decorator by its name.
   *
   * @param name its name
   * @return its value; getters are evaluated
   */
  @Nullable Object getDecorator(String name);

  /**
   * Returns a decorator of a type by its name.
   *
   * @param name its name
   * @param type its type
   * @param <T> the type
   * @return its value, null as long as it has none; with a primitive type, which has no null, an
   *     {@code IllegalStateException} tells which decorator has no value
   */
  <T> @Nullable T getDecorator(String name, Class<T> type);

  /**
   * Returns a decorator that must have a value, by its name.
   *
   * @param name its name
   * @param type its type
   * @param <T> the type
   * @return its value; when it is null, an {@code IllegalStateException} names the decorator
   */
  <T> T requireDecorator(String name, Class<T> type);

  /**
   * Sets a declared decorator by its name.
   *
   * <p>That of a server is replaced in this context and in those below that have no value of their
   * own, as assigning a member of an instance does in the reference. At any time, also while
   * requests are served: the new value is seen at once by every thread, and a value is either the
   * old or the new one. What the value itself holds is up to the caller to make thread-safe.
   *
   * @param name its name
   * @param value the value
   */
  void setDecorator(String name, @Nullable Object value);
}
