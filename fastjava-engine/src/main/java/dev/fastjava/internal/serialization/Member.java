package dev.fastjava.internal.serialization;

import dev.fastjava.schema.Utf8Output;

/**
 * One thing to do when an object is written: a property, a check, or all further properties.
 *
 * <p>Implemented by records: the JIT compiler takes their fields as constants when it knows the
 * instance, as it does in {@link MembersTemplate}.
 */
interface Member {
  /**
   * Writes this member of an object.
   *
   * @param object the map, record or bean
   * @param depth how many objects and arrays are open around its properties
   * @return false when the object is a map whose keys are not texts, and has to be converted first
   */
  boolean write(Object object, Utf8Output out, int depth);
}
