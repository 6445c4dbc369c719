/** Media types, and which body parser a request gets. */
@NullMarked
package dev.fastjava.internal.content;

import org.jspecify.annotations.NullMarked;
