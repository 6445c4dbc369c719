/**
 * Constraints of Java types: which of them a schema says, and the check of all others on bound
 * values. Plans are made at boot, or for the first object of a class.
 */
@NullMarked
package dev.fastjava.internal.constraints;

import org.jspecify.annotations.NullMarked;
