/** The server and the application context of a FastJava application. */
@NullMarked
package dev.fastjava.spring.boot.context;

import org.jspecify.annotations.NullMarked;
