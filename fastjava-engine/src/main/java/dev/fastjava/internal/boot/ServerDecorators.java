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
  private final Map<String, @Nullable Object> own = new LinkedHashMap<>();

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
    own.put(name, value);
  }

  boolean has(String name) {
    return own.containsKey(name)
        || (parent == null ? BuiltInNames.SERVER.contains(name) : parent.has(name));
  }

  @Nullable Object get(String name) {
    for (ServerDecorators scope = this; scope != null; scope = scope.parent) {
      if (scope.own.containsKey(name)) {
        Object value = scope.own.get(name);
        return value instanceof Getter getter ? getter.function().apply(instance) : value;
      }
    }
    throw ErrorCode.FST_ERR_DEC_UNDECLARED.error(name, "instance");
  }

  void set(String name, @Nullable Object value) {
    if (!has(name)) {
      throw ErrorCode.FST_ERR_DEC_UNDECLARED.error(name, "instance");
    }
    own.put(name, value);
  }
}
