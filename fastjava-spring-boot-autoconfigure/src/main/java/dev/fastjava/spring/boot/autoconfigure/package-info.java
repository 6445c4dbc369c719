/** Auto-configuration of a FastJava server in a Spring Boot application. */
@NullMarked
package dev.fastjava.spring.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
