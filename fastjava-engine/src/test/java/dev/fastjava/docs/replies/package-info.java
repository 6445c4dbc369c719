/** The examples of the pages on replies, content types and testing, compiled and run. */
package dev.fastjava.docs.replies;
