package dev.fastjava.internal.boot;

import dev.fastjava.ErrorCode;
import dev.fastjava.Fastjava;
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
  /** A decorator that is computed at each access. */
  record Getter(Function<Fastjava, @Nullable Object> function) {}

  private final Fastjava instance;
  private final @Nullable ServerDecorators parent;

  /** Replaced as a whole when something is set: requests read it at any time. */
  private volatile Map<String, @Nullable Object> own = new LinkedHashMap<>();

  ServerDecorators(Fastjava instance, @Nullable ServerDecorators parent) {
    this.instance = instance;
    this.parent = parent;
  }

  void add(String name, @Nullable Object value, String... dependencies) {
    if (own.containsKey(name) || (parent == null && BuiltInNames.SERVER.contains(name))) {
      throw ErrorCode.FST_ERR_DEC_ALREADY_PRESENT.error(name);
    }
    for (String dependency : dependencies) {
      if (!has(dependency)) {
        throw ErrorCode.FST_ERR_DEC_MISSING_DEPENDENCY.error(dependency);
      }
    }
    put(name, value);
  }

  private synchronized void put(String name, @Nullable Object value) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(own);
    changed.put(name, value);
    own = changed;
  }

  boolean has(String name) {
    return own.containsKey(name)
        || (parent == null ? BuiltInNames.SERVER.contains(name) : parent.has(name));
  }

  @Nullable Object get(String name) {
    for (ServerDecorators scope = this; scope != null; scope = scope.parent) {
      Map<String, @Nullable Object> there = scope.own;
      if (there.containsKey(name)) {
        Object value = there.get(name);
        return value instanceof Getter getter ? getter.function().apply(instance) : value;
      }
    }
    throw ErrorCode.FST_ERR_DEC_UNDECLARED.error(name, "instance");
  }

  void set(String name, @Nullable Object value) {
    if (!has(name)) {
      throw ErrorCode.FST_ERR_DEC_UNDECLARED.error(name, "instance");
    }
    put(name, value);
  }
}
