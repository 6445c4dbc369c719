package dev.fastjava.internal.validation;

import dev.fastjava.schema.ValidationOptions.UseDefaults;

/** Decides about the keyword {@code default}. */
final class Defaults {
  private Defaults() {}

  /**
   * Whether a default is filled in. It is not where a value may have to satisfy one schema or
   * another.
   *
   * @param access how the value is reached, for the message
   */
  static boolean apply(SchemaCompiler compiler, Place place, String access) {
    if (compiler.options().useDefaults() == UseDefaults.OFF) {
      return false;
    }
    if (place.mode.composite()) {
      compiler.strict(
          place, compiler.options().strictSchema(), "default is ignored for: data" + access);
      return false;
    }
    return true;
  }

  /** Whether null and the empty string count as absent. */
  static boolean emptyToo(SchemaCompiler compiler) {
    return compiler.options().useDefaults() == UseDefaults.EMPTY;
  }
}
