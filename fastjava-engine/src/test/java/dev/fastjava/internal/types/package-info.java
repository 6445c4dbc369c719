/** Tests of schemas of Java types. */
@NullMarked
package dev.fastjava.internal.types;

import org.jspecify.annotations.NullMarked;
