package dev.fastjava.internal.boot;

import dev.fastjava.ErrorCode;
import dev.fastjava.internal.lifecycle.DecoratorTable;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The request or reply decorators of one context, those of its parent included.
 *
 * <p>Reference: Decorators.
 */
final class DecoratorScope {
  private final String owner;
  private final Set<String> builtIn;
  private final Set<String> reserved;
  private final Map<String, @Nullable Object> decorators = new LinkedHashMap<>();

  private @Nullable DecoratorScope above;

  /** Names that cannot be declared again: all of this context, and values of those above. */
  private final Set<String> taken = new HashSet<>();

  /**
   * Makes the scope of the root.
   *
   * @param owner {@code request} or {@code reply}
   * @param builtIn names that exist without a decorator
   * @param reserved those of them that cannot be decorated
   */
  DecoratorScope(String owner, Set<String> builtIn, Set<String> reserved) {
    this.owner = owner;
    this.builtIn = builtIn;
    this.reserved = reserved;
  }

  DecoratorScope child() {
    DecoratorScope child = new DecoratorScope(owner, builtIn, reserved);
    child.above = this;
    child.decorators.putAll(decorators);
    for (String name : taken) {
      if (!isComputed(decorators.get(name))) {
        child.taken.add(name);
      }
    }
    return child;
  }

  void add(String name, @Nullable Object value, String... dependencies) {
    if (isReferenceType(value)) {
      throw ErrorCode.FST_ERR_DEC_REFERENCE_TYPE.error(name, "object");
    }
    if (taken.contains(name) || reserved.contains(name)) {
      throw ErrorCode.FST_ERR_DEC_ALREADY_PRESENT.error(name);
    }
    for (String dependency : dependencies) {
      if (!has(dependency)) {
        throw ErrorCode.FST_ERR_DEC_MISSING_DEPENDENCY.error(dependency);
      }
    }
    decorators.put(name, value);
    taken.add(name);
  }

  /** Functions may be declared again below; values may not, as every request holds them. */
  private static boolean isComputed(@Nullable Object value) {
    return value instanceof DecoratorTable.Getter
        || value instanceof Supplier
        || value instanceof Function
        || value instanceof Runnable;
  }

  /** A value that every request would share and could change. */
  private static boolean isReferenceType(@Nullable Object value) {
    return value instanceof Collection
        || value instanceof Map
        || (value != null && value.getClass().isArray() && Array.getLength(value) >= 0);
  }

  boolean has(String name) {
    return decorators.containsKey(name) || builtIn.contains(name) || isComputedAbove(name);
  }

  private boolean isComputedAbove(String name) {
    for (DecoratorScope scope = above; scope != null; scope = scope.above) {
      if (isComputed(scope.decorators.get(name))) {
        return true;
      }
    }
    return false;
  }

  DecoratorTable table() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(decorators);
    // Functions are looked up above as they stand, values were copied.
    for (DecoratorScope scope = above; scope != null; scope = scope.above) {
      scope.decorators.forEach(
          (name, value) -> {
            if (isComputed(value) && !all.containsKey(name)) {
              all.put(name, value);
            }
          });
    }
    return new DecoratorTable(owner, all);
  }
}
