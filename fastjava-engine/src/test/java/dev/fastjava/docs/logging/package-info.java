/** The examples of the pages about logging. */
@NullMarked
package dev.fastjava.docs.logging;

import org.jspecify.annotations.NullMarked;
