/** Tests. */
@NullMarked
package dev.fastjava.internal.routing;

import org.jspecify.annotations.NullMarked;
