/** The examples of the pages about migration: the same service for several frameworks. */
@NullMarked
package dev.fastjava.spring.boot.migration;

import org.jspecify.annotations.NullMarked;
