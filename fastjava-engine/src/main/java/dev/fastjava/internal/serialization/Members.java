package dev.fastjava.internal.serialization;

import dev.fastjava.schema.Utf8Output;

/** What is written of objects of one class, each member with a comma in front. */
interface Members {
  /**
   * Writes an object without its brackets.
   *
   * @param depth how many objects and arrays are open around its properties
   * @return false when the object is a map whose keys are not texts, and has to be converted first
   */
  boolean write(Object object, Utf8Output out, int depth);
}
