/**
 * Compiles response schemas into serializers.
 *
 * <p>A schema becomes a tree of {@link dev.fastjava.internal.serialization.Node nodes}, one for
 * each place in it, that write straight into UTF-8 output. What can be decided from the schema is
 * decided when the tree is built; how the properties of a record or bean are read is decided when
 * the first instance of its class arrives.
 */
@NullMarked
package dev.fastjava.internal.serialization;

import org.jspecify.annotations.NullMarked;
