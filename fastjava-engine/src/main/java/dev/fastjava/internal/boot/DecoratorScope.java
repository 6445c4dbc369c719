package dev.fastjava.internal.boot;

import dev.fastjava.error.ErrorCode;
import dev.fastjava.internal.lifecycle.DecoratorTable;
import dev.fastjava.internal.lifecycle.DecoratorTable.Accessors;
import dev.fastjava.internal.lifecycle.DecoratorTable.Declared;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The request or reply decorators of one context, those of its parent included.
 *
 * <p>Reference: Decorators.
 */
final class DecoratorScope implements DeclaredNames {
  private final String owner;
  private final Set<String> builtIn;
  private final Map<String, Declared> decorators = new LinkedHashMap<>();

  private @Nullable DecoratorScope above;

  /** Names that cannot be declared again: all of this context, and values of those above. */
  private final Set<String> taken = new HashSet<>();

  /**
   * Makes the scope of the root.
   *
   * @param owner {@code request} or {@code reply}
   * @param builtIn names that exist without a decorator
   */
  DecoratorScope(String owner, Set<String> builtIn) {
    this.owner = owner;
    this.builtIn = builtIn;
  }

  DecoratorScope child() {
    DecoratorScope child = new DecoratorScope(owner, builtIn);
    child.above = this;
    child.decorators.putAll(decorators);
    for (String name : taken) {
      if (!isComputed(decorators.get(name))) {
        child.taken.add(name);
      }
    }
    return child;
  }

  @Override
  public String owner() {
    return owner;
  }

  @Override
  public boolean isBuiltIn(String name) {
    return builtIn.contains(name);
  }

  @Override
  public void requireFree(String name) {
    if (taken.contains(name) || builtIn.contains(name)) {
      throw ErrorCode.FST_ERR_DEC_ALREADY_PRESENT.error(name);
    }
  }

  @Override
  public void put(String name, Declared declared) {
    Object value = declared.value();
    if (value != null && !(value instanceof Accessors) && !SharedValues.isImmutable(value)) {
      throw ErrorCode.FST_ERR_DEC_REFERENCE_TYPE.error(name, SharedValues.kind(value));
    }
    decorators.put(name, declared);
    taken.add(name);
  }

  /** Functions may be declared again below; values may not, as every request holds them. */
  private static boolean isComputed(@Nullable Declared declared) {
    return declared != null
        && (declared.value() instanceof Accessors || SharedValues.isFunction(declared.value()));
  }

  /** Values were copied from above, functions are looked up there as they stand. */
  @Override
  public @Nullable Declared find(String name) {
    Declared own = decorators.get(name);
    for (DecoratorScope scope = above; own == null && scope != null; scope = scope.above) {
      Declared there = scope.decorators.get(name);
      own = isComputed(there) ? there : null;
    }
    return own;
  }

  DecoratorTable table() {
    Map<String, Declared> all = new LinkedHashMap<>(decorators);
    for (DecoratorScope scope = above; scope != null; scope = scope.above) {
      scope.decorators.forEach(
          (name, declared) -> {
            if (isComputed(declared)) {
              all.putIfAbsent(name, declared);
            }
          });
    }
    return new DecoratorTable(owner, all);
  }
}
