package dev.fastjava.internal.lifecycle;

import dev.fastjava.Decorated;
import dev.fastjava.type.DecoratorKey;
import org.jspecify.annotations.Nullable;

/** The decorators of a request or a reply, in the slots of its table. */
interface DecoratorSlots extends Decorated {
  DecoratorTable decoratorTable();

  @Nullable Object[] decorators();

  @Override
  default @Nullable Object getDecorator(String name) {
    return decoratorTable().get(decorators(), name, this);
  }

  @Override
  default <T> @Nullable T getDecorator(String name, Class<T> type) {
    return DecoratorTypes.typed(decoratorTable().owner(), name, getDecorator(name), type);
  }

  @Override
  default <T> T requireDecorator(String name, Class<T> type) {
    return DecoratorTypes.present(decoratorTable().owner(), name, getDecorator(name, type));
  }

  @Override
  default void setDecorator(String name, @Nullable Object value) {
    decoratorTable().set(decorators(), name, value, this);
  }

  @Override
  default <T> @Nullable T get(DecoratorKey<T> key) {
    return decoratorTable().get(decorators(), key, this);
  }

  @Override
  default <T> T require(DecoratorKey<T> key) {
    return decoratorTable().require(decorators(), key, this);
  }

  @Override
  default <T> void set(DecoratorKey<T> key, @Nullable T value) {
    decoratorTable().set(decorators(), key, value, this);
  }
}
