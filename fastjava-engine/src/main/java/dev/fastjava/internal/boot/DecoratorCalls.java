package dev.fastjava.internal.boot;

import dev.fastjava.Fastjava;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.internal.lifecycle.DecoratorTable.Accessors;
import dev.fastjava.internal.lifecycle.DecoratorTypes;
import dev.fastjava.type.DecoratorKey;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the API has for the decorators of a context. Reference: Decorators. */
interface DecoratorCalls extends Fastjava {
  /** The context itself. */
  Context context();

  private Fastjava declare(
      DeclaredNames names, String name, @Nullable Object value, String... dependencies) {
    refuseAfterStart(name);
    names.add(name, value, dependencies);
    return this;
  }

  private Fastjava declare(
      DeclaredNames names,
      DecoratorKey<?> key,
      @Nullable Object value,
      DecoratorKey<?>... dependencies) {
    refuseAfterStart(key.name());
    names.add(key, value, dependencies);
    return this;
  }

  private void refuseAfterStart(String name) {
    if (context().server.isStarted()) {
      throw ErrorCode.FST_ERR_DEC_AFTER_START.error(name);
    }
  }

  private static <T> T given(@Nullable T function, String what) {
    if (function == null) {
      throw new IllegalArgumentException("The " + what + " of a decorator is null");
    }
    return function;
  }

  /** A decorator is asked of and set in what it was declared for, by functions that know that. */
  @SuppressWarnings("unchecked") // the values too: the key knows their class
  private static <S, T> Accessors computed(
      Function<S, ? extends @Nullable T> getter, @Nullable BiConsumer<S, @Nullable T> setter) {
    given(getter, "getter");
    return new Accessors(
        self -> getter.apply((S) self),
        setter == null ? null : (self, value) -> setter.accept((S) self, (T) value));
  }

  @Override
  default Fastjava decorate(String name, @Nullable Object value, String... dependencies) {
    return declare(context().decorators, name, value, dependencies);
  }

  @Override
  default Fastjava decorateGetter(
      String name, Function<Fastjava, ? extends @Nullable Object> getter, String... dependencies) {
    return declare(context().decorators, name, computed(getter, null), dependencies);
  }

  @Override
  default <T> Fastjava decorate(
      DecoratorKey<T> key, @Nullable T value, DecoratorKey<?>... dependencies) {
    return declare(context().decorators, key, value, dependencies);
  }

  @Override
  default <T> Fastjava decorateGetter(
      DecoratorKey<T> key,
      Function<Fastjava, ? extends @Nullable T> getter,
      DecoratorKey<?>... dependencies) {
    return declare(context().decorators, key, computed(getter, null), dependencies);
  }

  @Override
  default Fastjava decorateRequest(String name) {
    return declare(context().requestDecorators, name, null);
  }

  @Override
  default Fastjava decorateRequest(String name, @Nullable Object value, String... dependencies) {
    return declare(context().requestDecorators, name, value, dependencies);
  }

  @Override
  default Fastjava decorateRequestGetter(
      String name, Function<Request, ? extends @Nullable Object> getter, String... dependencies) {
    return declare(context().requestDecorators, name, computed(getter, null), dependencies);
  }

  @Override
  default Fastjava decorateRequest(DecoratorKey<?> key) {
    return declare(context().requestDecorators, key, null);
  }

  @Override
  default <T> Fastjava decorateRequest(
      DecoratorKey<T> key, @Nullable T value, DecoratorKey<?>... dependencies) {
    return declare(context().requestDecorators, key, value, dependencies);
  }

  @Override
  default <T> Fastjava decorateRequestGetter(
      DecoratorKey<T> key,
      Function<Request, ? extends @Nullable T> getter,
      DecoratorKey<?>... dependencies) {
    return declare(context().requestDecorators, key, computed(getter, null), dependencies);
  }

  @Override
  default <T> Fastjava decorateRequestAccessors(
      DecoratorKey<T> key,
      Function<Request, ? extends @Nullable T> getter,
      BiConsumer<Request, @Nullable T> setter,
      DecoratorKey<?>... dependencies) {
    Accessors accessors = computed(getter, given(setter, "setter"));
    return declare(context().requestDecorators, key, accessors, dependencies);
  }

  @Override
  default Fastjava decorateReply(String name) {
    return declare(context().replyDecorators, name, null);
  }

  @Override
  default Fastjava decorateReply(String name, @Nullable Object value, String... dependencies) {
    return declare(context().replyDecorators, name, value, dependencies);
  }

  @Override
  default Fastjava decorateReplyGetter(
      String name, Function<Reply, ? extends @Nullable Object> getter, String... dependencies) {
    return declare(context().replyDecorators, name, computed(getter, null), dependencies);
  }

  @Override
  default Fastjava decorateReply(DecoratorKey<?> key) {
    return declare(context().replyDecorators, key, null);
  }

  @Override
  default <T> Fastjava decorateReply(
      DecoratorKey<T> key, @Nullable T value, DecoratorKey<?>... dependencies) {
    return declare(context().replyDecorators, key, value, dependencies);
  }

  @Override
  default <T> Fastjava decorateReplyGetter(
      DecoratorKey<T> key,
      Function<Reply, ? extends @Nullable T> getter,
      DecoratorKey<?>... dependencies) {
    return declare(context().replyDecorators, key, computed(getter, null), dependencies);
  }

  @Override
  default <T> Fastjava decorateReplyAccessors(
      DecoratorKey<T> key,
      Function<Reply, ? extends @Nullable T> getter,
      BiConsumer<Reply, @Nullable T> setter,
      DecoratorKey<?>... dependencies) {
    Accessors accessors = computed(getter, given(setter, "setter"));
    return declare(context().replyDecorators, key, accessors, dependencies);
  }

  @Override
  default boolean hasDecorator(String name) {
    return context().decorators.has(name);
  }

  @Override
  default boolean hasRequestDecorator(String name) {
    return context().requestDecorators.has(name);
  }

  @Override
  default boolean hasReplyDecorator(String name) {
    return context().replyDecorators.has(name);
  }

  @Override
  default boolean hasDecorator(DecoratorKey<?> key) {
    return context().decorators.has(key);
  }

  @Override
  default boolean hasRequestDecorator(DecoratorKey<?> key) {
    return context().requestDecorators.has(key);
  }

  @Override
  default boolean hasReplyDecorator(DecoratorKey<?> key) {
    return context().replyDecorators.has(key);
  }

  @Override
  default @Nullable Object getDecorator(String name) {
    return context().decorators.get(name);
  }

  @Override
  default <T> @Nullable T getDecorator(String name, Class<T> type) {
    return DecoratorTypes.typed("server", name, getDecorator(name), type);
  }

  @Override
  default <T> T requireDecorator(String name, Class<T> type) {
    return DecoratorTypes.present("server", name, getDecorator(name, type));
  }

  @Override
  default <T> @Nullable T get(DecoratorKey<T> key) {
    return context().decorators.get(key);
  }

  @Override
  default <T> T require(DecoratorKey<T> key) {
    return DecoratorTypes.present("server", key.name(), get(key));
  }

  @Override
  default <T> void set(DecoratorKey<T> key, @Nullable T value) {
    context().decorators.set(key, value);
  }

  @Override
  default void setDecorator(String name, @Nullable Object value) {
    context().decorators.set(name, value);
  }
}
