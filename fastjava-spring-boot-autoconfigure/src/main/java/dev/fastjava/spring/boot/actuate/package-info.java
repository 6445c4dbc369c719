/** Serves Boot's actuator endpoints, and has some of FastJava's own. */
@NullMarked
package dev.fastjava.spring.boot.actuate;

import org.jspecify.annotations.NullMarked;
