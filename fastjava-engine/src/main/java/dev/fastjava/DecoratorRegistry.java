package dev.fastjava;

import dev.fastjava.mark.ProvidedByEngine;
import dev.fastjava.type.DecoratorKey;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The decorators of an encapsulation context: values shared with it and all contexts below.
 * Declared at boot only, by key or by name: {@code app.decorateRequest(SESSION)} or {@code
 * app.decorateRequest("session")}. A key is checked by the compiler.
 *
 * <p>Reference: Decorators.
 */
@ProvidedByEngine
public interface DecoratorRegistry extends Decorated {
  /**
   * Adds a value to this context and all below it.
   *
   * @param key its name and type
   * @param value the value
   * @param dependencies decorators that must exist
   * @param <T> the type
   * @return this
   */
  <T> Fastjava decorate(DecoratorKey<T> key, @Nullable T value, DecoratorKey<?>... dependencies);

  /**
   * Declares a server decorator that is computed at each access.
   *
   * @param key its name and type
   * @param getter computes the value
   * @param dependencies decorators that must exist
   * @param <T> the type
   * @return this
   */
  <T> Fastjava decorateGetter(
      DecoratorKey<T> key,
      Function<Fastjava, ? extends @Nullable T> getter,
      DecoratorKey<?>... dependencies);

  /**
   * Declares a request decorator, null for each request at first.
   *
   * @param key its name and type
   * @return this
   */
  Fastjava decorateRequest(DecoratorKey<?> key);

  /**
   * Declares a request decorator with an immutable first value.
   *
   * @param key its name and type
   * @param value the first value, see {@link #decorateRequest(String, Object, String...)}
   * @param dependencies request decorators that must exist
   * @param <T> the type
   * @return this
   */
  <T> Fastjava decorateRequest(
      DecoratorKey<T> key, @Nullable T value, DecoratorKey<?>... dependencies);

  /**
   * Declares a request decorator that is computed at each access.
   *
   * @param key its name and type
   * @param getter computes the value
   * @param dependencies request decorators that must exist
   * @param <T> the type
   * @return this
   */
  <T> Fastjava decorateRequestGetter(
      DecoratorKey<T> key,
      Function<Request, ? extends @Nullable T> getter,
      DecoratorKey<?>... dependencies);

  /**
   * Declares a request decorator whose value is kept elsewhere: both ways lead through functions.
   *
   * @param key its name and type
   * @param getter computes the value at each access
   * @param setter takes what the decorator is set to
   * @param dependencies request decorators that must exist
   * @param <T> the type
   * @return this
   */
  <T> Fastjava decorateRequestAccessors(
      DecoratorKey<T> key,
      Function<Request, ? extends @Nullable T> getter,
      BiConsumer<Request, @Nullable T> setter,
      DecoratorKey<?>... dependencies);

  /**
   * Declares a reply decorator, null for each reply at first.
   *
   * @param key its name and type
   * @return this
   */
  Fastjava decorateReply(DecoratorKey<?> key);

  /**
   * Declares a reply decorator with an immutable first value.
   *
   * @param key its name and type
   * @param value the first value, see {@link #decorateReply(String, Object, String...)}
   * @param dependencies reply decorators that must exist
   * @param <T> the type
   * @return this
   */
  <T> Fastjava decorateReply(
      DecoratorKey<T> key, @Nullable T value, DecoratorKey<?>... dependencies);

  /**
   * Declares a reply decorator that is computed at each access.
   *
   * @param key its name and type
   * @param getter computes the value
   * @param dependencies reply decorators that must exist
   * @param <T> the type
   * @return this
   */
  <T> Fastjava decorateReplyGetter(
      DecoratorKey<T> key,
      Function<Reply, ? extends @Nullable T> getter,
      DecoratorKey<?>... dependencies);

  /**
   * Declares a reply decorator whose value is kept elsewhere: both ways lead through functions.
   *
   * @param key its name and type
   * @param getter computes the value at each access
   * @param setter takes what the decorator is set to
   * @param dependencies reply decorators that must exist
   * @param <T> the type
   * @return this
   */
  <T> Fastjava decorateReplyAccessors(
      DecoratorKey<T> key,
      Function<Reply, ? extends @Nullable T> getter,
      BiConsumer<Reply, @Nullable T> setter,
      DecoratorKey<?>... dependencies);

  /**
   * Returns whether a server decorator exists here.
   *
   * @param key its name and type
   * @return true when it does, and was not declared with a key of another type
   */
  boolean hasDecorator(DecoratorKey<?> key);

  /**
   * Returns whether a request decorator exists here.
   *
   * @param key its name and type
   * @return true when it does, and was not declared with a key of another type
   */
  boolean hasRequestDecorator(DecoratorKey<?> key);

  /**
   * Returns whether a reply decorator exists here.
   *
   * @param key its name and type
   * @return true when it does, and was not declared with a key of another type
   */
  boolean hasReplyDecorator(DecoratorKey<?> key);

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
   * @param value the first value: null, a text, number, boolean, character, enum constant or
   *     record, a value of {@code java.time}, {@code java.net} or {@code java.util} that cannot
   *     change, a class, or a function. All requests would share anything else, which fails with
   *     {@code FST_ERR_DEC_REFERENCE_TYPE}: set it in a hook, or return it from a getter
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
   * @param value the first value, of the kinds {@link #decorateRequest(String, Object, String...)}
   *     names
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
}
