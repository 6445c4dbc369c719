/** Support for tests of FastJava applications. */
@NullMarked
package dev.fastjava.spring.boot.test;

import org.jspecify.annotations.NullMarked;
