/** Tests of boot: plugins, encapsulation, and the end. */
@NullMarked
package dev.fastjava.internal.boot;

import org.jspecify.annotations.NullMarked;
