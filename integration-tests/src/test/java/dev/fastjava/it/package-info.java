/** The same tests of behaviour on FastJava and on Boot's own servers. */
@NullMarked
package dev.fastjava.it;

import org.jspecify.annotations.NullMarked;
