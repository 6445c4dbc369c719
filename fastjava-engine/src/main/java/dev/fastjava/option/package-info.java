/**
 * Parts of the options of a server, and the values they take.
 *
 * <p>Reference: Server, Factory.
 */
@NullMarked
package dev.fastjava.option;

import org.jspecify.annotations.NullMarked;
