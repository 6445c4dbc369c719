package dev.fastjava.internal.boot;

import org.jspecify.annotations.Nullable;

/** A setting of a context that is looked up in those above it until it is set here. */
final class Inherited<T> {
  private final @Nullable Inherited<T> above;
  private @Nullable T own;

  /** Makes the setting of the root. */
  Inherited(@Nullable T value) {
    this.above = null;
    this.own = value;
  }

  private Inherited(Inherited<T> above) {
    this.above = above;
  }

  Inherited<T> child() {
    return new Inherited<>(this);
  }

  void set(T value) {
    own = value;
  }

  @Nullable T get() {
    return own != null || above == null ? own : above.get();
  }
}
