/** Tests of the lifecycle: its steps, its threads and its errors. */
@NullMarked
package dev.fastjava.internal.lifecycle;

import org.jspecify.annotations.NullMarked;
