/**
 * What an application uses to say how its beans take part in a FastJava server: annotations and
 * customizers.
 */
@NullMarked
package dev.fastjava.spring.boot;

import org.jspecify.annotations.NullMarked;
