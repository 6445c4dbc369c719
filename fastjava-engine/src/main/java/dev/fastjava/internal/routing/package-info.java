/**
 * From a method and a raw URL to the route registered for it.
 *
 * <p>{@link dev.fastjava.internal.routing.RouteTable} takes registrations and answers questions
 * about them. {@link dev.fastjava.internal.routing.Router}, built from it once all routes are
 * known, is immutable and does the lookups.
 */
@NullMarked
package dev.fastjava.internal.routing;

import org.jspecify.annotations.NullMarked;
