/** What all tests of the engine share. */
package dev.fastjava.testing;
