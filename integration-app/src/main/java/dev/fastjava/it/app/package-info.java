/** A bank with accounts: an application that has what a service in production has. */
@NullMarked
package dev.fastjava.it.app;

import org.jspecify.annotations.NullMarked;
