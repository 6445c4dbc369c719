package dev.fastjava.internal.boot;

import dev.fastjava.Fastjava;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.internal.lifecycle.DecoratorTable.Accessors;
import dev.fastjava.internal.lifecycle.DecoratorTable.Declared;
import dev.fastjava.internal.lifecycle.DecoratorTypes;
import dev.fastjava.type.DecoratorKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The server decorators of one context; those of the contexts above are seen through it.
 *
 * <p>Reference: Decorators.
 */
final class ServerDecorators implements DeclaredNames {
  private static final String OWNER = "server";

  private final Fastjava instance;
  private final @Nullable ServerDecorators parent;

  /** Replaced as a whole when something is set: requests read it at any time. */
  private volatile Map<String, Declared> own = new LinkedHashMap<>();

  ServerDecorators(Fastjava instance, @Nullable ServerDecorators parent) {
    this.instance = instance;
    this.parent = parent;
  }

  @Override
  public String owner() {
    return OWNER;
  }

  @Override
  public boolean isBuiltIn(String name) {
    return BuiltInNames.SERVER.contains(name);
  }

  @Override
  public void requireFree(String name) {
    if (own.containsKey(name) || isBuiltIn(name)) {
      throw ErrorCode.FST_ERR_DEC_ALREADY_PRESENT.error(name);
    }
  }

  @Override
  public synchronized void put(String name, Declared declared) {
    Map<String, Declared> changed = new LinkedHashMap<>(own);
    changed.put(name, declared);
    own = changed;
  }

  @Override
  public @Nullable Declared find(String name) {
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
    return declared.value() instanceof Accessors computed
        ? computed.getter().apply(instance)
        : declared.value();
  }

  void set(String name, @Nullable Object value) {
    Declared known = find(name);
    if (known == null && !isBuiltIn(name)) {
      throw ErrorCode.FST_ERR_DEC_UNDECLARED.error(name, "instance");
    }
    if (known != null && known.value() instanceof Accessors) {
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
