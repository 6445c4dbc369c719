/** What versions may change: marks of the interfaces of the API. */
@NullMarked
package dev.fastjava.mark;

import org.jspecify.annotations.NullMarked;
