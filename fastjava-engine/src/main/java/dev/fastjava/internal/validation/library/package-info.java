/**
 * Validators for every dialect: those of draft-07 are compiled by this project, those of 2019-09
 * and 2020-12 are json-schema-validator's, brought to the same behaviour and the same errors.
 *
 * <p>{@link dev.fastjava.internal.validation.library.StandardValidators} is the entry. The
 * library's classes are loaded when the first schema needs them.
 */
@NullMarked
package dev.fastjava.internal.validation.library;

import org.jspecify.annotations.NullMarked;
