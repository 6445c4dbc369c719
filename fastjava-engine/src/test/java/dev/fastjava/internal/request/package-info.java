/** Tests. */
@NullMarked
package dev.fastjava.internal.request;

import org.jspecify.annotations.NullMarked;
