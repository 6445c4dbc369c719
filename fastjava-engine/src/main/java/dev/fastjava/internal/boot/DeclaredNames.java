package dev.fastjava.internal.boot;

import dev.fastjava.error.ErrorCode;
import dev.fastjava.internal.lifecycle.DecoratorTable.Accessors;
import dev.fastjava.internal.lifecycle.DecoratorTable.Declared;
import dev.fastjava.internal.lifecycle.DecoratorTypes;
import dev.fastjava.type.DecoratorKey;
import org.jspecify.annotations.Nullable;

/**
 * The names of the decorators that a server, its requests or its replies have in one context.
 *
 * <p>Reference: Decorators.
 */
interface DeclaredNames {
  /** What has the decorators, for messages. */
  String owner();

  /** Whether a name exists without a decorator. */
  boolean isBuiltIn(String name);

  /** What a name stands for here, or above; null when it is not declared. */
  @Nullable Declared find(String name);

  /** Refuses a name that is taken. */
  void requireFree(String name);

  /** Declares a name that is free. */
  void put(String name, Declared declared);

  default void add(String name, @Nullable Object value, String... dependencies) {
    requireFree(name);
    for (String dependency : dependencies) {
      requireThere(dependency, has(dependency));
    }
    put(name, new Declared(null, value));
  }

  default void add(DecoratorKey<?> key, @Nullable Object value, DecoratorKey<?>... dependencies) {
    requireFree(key.name());
    for (DecoratorKey<?> dependency : dependencies) {
      requireThere(dependency.name(), has(dependency));
    }
    if (!(value instanceof Accessors)) {
      DecoratorTypes.requireSettable(owner(), key.name(), key, value);
    }
    put(key.name(), new Declared(key, value));
  }

  private static void requireThere(String dependency, boolean there) {
    if (!there) {
      throw ErrorCode.FST_ERR_DEC_MISSING_DEPENDENCY.error(dependency);
    }
  }

  default boolean has(String name) {
    return find(name) != null || isBuiltIn(name);
  }

  default boolean has(DecoratorKey<?> key) {
    Declared declared = find(key.name());
    return declared == null
        ? isBuiltIn(key.name())
        : declared.key() == null || declared.key().equals(key);
  }
}
