/**
 * Loads plugins, keeps the encapsulated contexts and builds every route's context from them.
 * Nothing here is touched while requests are served.
 */
@NullMarked
package dev.fastjava.internal.boot;

import org.jspecify.annotations.NullMarked;
