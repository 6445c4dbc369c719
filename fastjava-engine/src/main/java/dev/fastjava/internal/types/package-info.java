/**
 * Derives JSON Schemas from Java types: victools' generator does the work, set up so that a schema
 * says what Jackson reads and writes.
 *
 * <p>{@link dev.fastjava.internal.types.TypeSchemas} is the entry. The generator's classes are
 * loaded when the first type needs them. Used at boot only.
 */
@NullMarked
package dev.fastjava.internal.types;

import org.jspecify.annotations.NullMarked;
