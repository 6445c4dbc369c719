/** Tests. */
@NullMarked
package dev.fastjava.assertj;

import org.jspecify.annotations.NullMarked;
