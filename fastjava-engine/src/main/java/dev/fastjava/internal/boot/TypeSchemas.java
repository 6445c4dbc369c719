package dev.fastjava.internal.boot;

/** Derives schemas from Java types. */
final class TypeSchemas {
  private TypeSchemas() {}

  static Object of(Class<?> type) {
    throw new IllegalArgumentException("Schemas are not derived from Java types: " + type.getName());
  }
}
