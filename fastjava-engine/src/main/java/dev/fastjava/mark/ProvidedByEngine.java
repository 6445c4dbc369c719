package dev.fastjava.mark;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An interface that the engine implements and applications call. A minor version may add methods to
 * it without a default, so nobody else should implement it; in tests, {@code inject} gives real
 * ones.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ProvidedByEngine {}
