/** An observation for every request: metrics, traces, and their context in hooks and handlers. */
@NullMarked
package dev.fastjava.spring.boot.observation;

import org.jspecify.annotations.NullMarked;
