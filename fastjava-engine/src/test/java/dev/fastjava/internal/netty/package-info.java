@NullMarked
package dev.fastjava.internal.netty;

import org.jspecify.annotations.NullMarked;
