/**
 * What compiled schemas are made of: one small object for each keyword that can fail, linked into a
 * tree at boot and never changed afterwards.
 */
@NullMarked
package dev.fastjava.internal.validation.check;

import org.jspecify.annotations.NullMarked;
