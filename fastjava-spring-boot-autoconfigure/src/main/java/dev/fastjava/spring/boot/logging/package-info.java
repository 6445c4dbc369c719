/** The console log of a FastJava application: forms by profile, pino's JSON lines. */
@NullMarked
package dev.fastjava.spring.boot.logging;

import org.jspecify.annotations.NullMarked;
