/** A line for every request in a log of its own. */
@NullMarked
package dev.fastjava.spring.boot.accesslog;

import org.jspecify.annotations.NullMarked;
