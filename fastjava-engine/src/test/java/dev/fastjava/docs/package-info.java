/** The Java of the pages in {@code docs}, and tests that keep the pages true. */
@NullMarked
package dev.fastjava.docs;

import org.jspecify.annotations.NullMarked;
