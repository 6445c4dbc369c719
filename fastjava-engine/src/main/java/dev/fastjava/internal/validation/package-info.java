/**
 * Compiles JSON Schemas, draft-07, into trees of {@link
 * dev.fastjava.internal.validation.check.Check checks}.
 *
 * <p>{@link dev.fastjava.internal.validation.CompiledValidators} is the entry; {@link
 * dev.fastjava.internal.validation.KnownSchemas} knows the schemas and resolves references; {@link
 * dev.fastjava.internal.validation.SchemaCompiler} goes through one schema keyword by keyword.
 */
@NullMarked
package dev.fastjava.internal.validation;

import org.jspecify.annotations.NullMarked;
