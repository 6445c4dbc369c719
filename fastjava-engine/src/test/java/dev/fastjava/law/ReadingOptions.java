package dev.fastjava.law;

import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Coercion;
import dev.fastjava.schema.ValidationOptions.RemoveAdditional;
import dev.fastjava.schema.ValidationOptions.UseDefaults;

/** Options of the validation that change what is bound, or must not. */
enum ReadingOptions {
  DEFAULT(0, Coercion.ON, RemoveAdditional.ON, UseDefaults.ON),
  AS_SENT(1, Coercion.OFF, RemoveAdditional.OFF, UseDefaults.ON),
  ALL_REMOVED(2, Coercion.ON, RemoveAdditional.ALL, UseDefaults.OFF),
  FAILING_REMOVED(3, Coercion.OFF, RemoveAdditional.FAILING, UseDefaults.OFF),
  LISTS(4, Coercion.ARRAY, RemoveAdditional.OFF, UseDefaults.ON),
  ALL_REMOVED_AS_SENT(5, Coercion.OFF, RemoveAdditional.ALL, UseDefaults.ON);

  private final int number;
  private final Coercion coercion;
  private final RemoveAdditional removal;
  private final UseDefaults defaults;

  ReadingOptions(int number, Coercion coercion, RemoveAdditional removal, UseDefaults defaults) {
    this.number = number;
    this.coercion = coercion;
    this.removal = removal;
    this.defaults = defaults;
  }

  void set(ValidationOptions.Builder options) {
    options
        .coercion(HttpPart.BODY, coercion)
        .removeAdditional(removal)
        .useDefaults(defaults)
        .allErrors(number % 2 == 1);
  }

  /** Tells them from the others, for ever. */
  int number() {
    return number;
  }

  boolean converts() {
    return coercion != Coercion.OFF;
  }

  boolean makesLists() {
    return coercion == Coercion.ARRAY;
  }

  boolean fillsIn() {
    return defaults != UseDefaults.OFF;
  }
}
