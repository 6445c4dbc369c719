package dev.fastjava.internal.boot;

import dev.fastjava.Fastjava;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.internal.lifecycle.DecoratorTypes;
import dev.fastjava.type.DecoratorKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The server decorators of one context; those of the contexts above are seen through it.
 *
 * <p>Reference: Decorators.
 */
final class ServerDecorators {
  private static final String OWNER = "server";

  /**
   * What a name stands for.
   *
   * @param key the key it was declared with; null for a name alone
   * @param value the value, or {@link Getter}
   */
  private record Declared(@Nullable DecoratorKey<?> key, @Nullable Object value) {}

  /** A decorator that is computed at each access. */
  record Getter(Function<Fastjava, ? extends @Nullable Object> function) {}

  private final Fastjava instance;
  private final @Nullable ServerDecorators parent;

  /** Replaced as a whole when something is set: requests read it at any time. */
  private volatile Map<String, Declared> own = new LinkedHashMap<>();

  ServerDecorators(Fastjava instance, @Nullable ServerDecorators parent) {
    this.instance = instance;
    this.parent = parent;
  }

  void add(String name, @Nullable Object value, String... dependencies) {
    requireFree(name);
    for (String dependency : dependencies) {
      requireThere(dependency, has(dependency));
    }
    put(name, new Declared(null, value));
  }

  void add(DecoratorKey<?> key, @Nullable Object value, DecoratorKey<?>... dependencies) {
    requireFree(key.name());
    for (DecoratorKey<?> dependency : dependencies) {
      requireThere(dependency.name(), has(dependency));
    }
    if (!(value instanceof Getter)) {
      DecoratorTypes.requireSettable(OWNER, key.name(), key, value);
    }
    put(key.name(), new Declared(key, value));
  }

  private void requireFree(String name) {
    if (own.containsKey(name) || (parent == null && BuiltInNames.SERVER.contains(name))) {
      throw ErrorCode.FST_ERR_DEC_ALREADY_PRESENT.error(name);
    }
  }

  private static void requireThere(String dependency, boolean there) {
    if (!there) {
      throw ErrorCode.FST_ERR_DEC_MISSING_DEPENDENCY.error(dependency);
    }
  }

  private synchronized void put(String name, Declared declared) {
    Map<String, Declared> changed = new LinkedHashMap<>(own);
    changed.put(name, declared);
    own = changed;
  }

  boolean has(String name) {
    return find(name) != null || BuiltInNames.SERVER.contains(name);
  }

  boolean has(DecoratorKey<?> key) {
    Declared declared = find(key.name());
    return declared == null
        ? BuiltInNames.SERVER.contains(key.name())
        : declared.key() == null || declared.key().equals(key);
  }

  private @Nullable Declared find(String name) {
    for (ServerDecorators scope = this; scope != null; scope = scope.parent) {
      Declared declared = scope.own.get(name);
      if (declared != null) {
        return declared;
      }
    }
    return null;
  }

  private Declared declared(String name) {
    Declared declared = find(name);
    if (declared == null) {
      throw ErrorCode.FST_ERR_DEC_UNDECLARED.error(name, "instance");
    }
    return declared;
  }

  @Nullable Object get(String name) {
    return value(declared(name));
  }

  <T> @Nullable T get(DecoratorKey<T> key) {
    Declared declared = declared(key.name());
    return DecoratorTypes.typed(OWNER, declared.key(), key, value(declared));
  }

  private @Nullable Object value(Declared declared) {
    return declared.value() instanceof Getter getter
        ? getter.function().apply(instance)
        : declared.value();
  }

  void set(String name, @Nullable Object value) {
    Declared known = find(name);
    if (known == null && !BuiltInNames.SERVER.contains(name)) {
      throw ErrorCode.FST_ERR_DEC_UNDECLARED.error(name, "instance");
    }
    if (known != null && known.value() instanceof Getter) {
      throw DecoratorTypes.onlyComputed(OWNER, name);
    }
    DecoratorKey<?> key = known == null ? null : known.key();
    DecoratorTypes.requireSettable(OWNER, name, key, value);
    put(name, new Declared(key, value));
  }

  <T> void set(DecoratorKey<T> key, @Nullable T value) {
    DecoratorTypes.requireSame(OWNER, declared(key.name()).key(), key);
    set(key.name(), value);
  }
}
