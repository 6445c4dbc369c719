package dev.fastjava.internal.serialization;

import dev.fastjava.internal.json.Unwritable;
import dev.fastjava.schema.EncodedText;
import dev.fastjava.schema.SerializationException;
import dev.fastjava.schema.Utf8Output;
import org.jspecify.annotations.Nullable;

/** Writes the values of one place in a schema. Immutable once the tree is built. */
abstract class Node {
  static final EncodedText NULL = EncodedText.of("null");

  /** How deep recursive schemas may lead: deeper than any sensible reply. */
  private static final int MAX_DEPTH = 1000;

  /**
   * Writes a value.
   *
   * @param depth how many objects and arrays are open around it
   */
  abstract void write(@Nullable Object value, Utf8Output out, int depth);

  /** Writes a value which is all of the output. */
  final void writeRoot(@Nullable Object value, Utf8Output out) {
    try {
      write(value, out, 0);
    } catch (RuntimeException e) {
      throw Unwritable.of(e);
    } catch (StackOverflowError e) {
      // Threads with a small stack, and code not compiled yet, end before the bound is reached.
      throw new SerializationException(Unwritable.TOO_DEEP);
    }
  }

  /** Writes an integer that a record or bean holds unboxed. */
  void writeInt(int value, Utf8Output out, int depth) {
    write(value, out, depth);
  }

  /** Writes an integer that a record or bean holds unboxed. */
  void writeLong(long value, Utf8Output out, int depth) {
    write(value, out, depth);
  }

  /** Writes a number that a record or bean holds unboxed. */
  void writeDouble(double value, Utf8Output out, int depth) {
    write(value, out, depth);
  }

  /** Writes a boolean that a record or bean holds unboxed. */
  void writeBoolean(boolean value, Utf8Output out, int depth) {
    write(value, out, depth);
  }

  /**
   * Tells whether the schema has a place for null. Where it has not, a null of a record or bean
   * counts as a missing property; a null in a map is converted, as the reference does.
   */
  boolean acceptsNull() {
    return false;
  }

  /** Returns the depth inside of one more object or array. */
  static int nested(int depth) {
    if (depth >= MAX_DEPTH) {
      throw new SerializationException(Unwritable.TOO_DEEP);
    }
    return depth + 1;
  }

  /** Tells whether the schema was derived from a Java type. */
  boolean isOfJavaType() {
    return false;
  }

  /**
   * Tells the declared Java type that a value is written as, whatever the schema says; null when it
   * is written by the schema.
   */
  @Nullable Class<?> javaTypeOf(@Nullable Object value) {
    return null;
  }
}
