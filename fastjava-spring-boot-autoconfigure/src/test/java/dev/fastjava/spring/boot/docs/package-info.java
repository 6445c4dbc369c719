/** The examples of {@code docs/SpringBoot.md}, compiled and run. */
package dev.fastjava.spring.boot.docs;
