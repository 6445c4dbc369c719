/** Keeps the pages on routes and requests true. */
@NullMarked
package dev.fastjava.docs.routing;

import org.jspecify.annotations.NullMarked;
