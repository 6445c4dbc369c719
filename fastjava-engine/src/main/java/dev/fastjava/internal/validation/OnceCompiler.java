package dev.fastjava.internal.validation;

import dev.fastjava.schema.RequestSchema;
import dev.fastjava.schema.Validator;
import dev.fastjava.schema.ValidatorCompiler;

/** A compiler that serves requests, too. Thread-safe. */
public interface OnceCompiler extends ValidatorCompiler {
  /**
   * Compiles a schema that a handler brings along: nothing of it is kept, other schemas cannot
   * refer to it, and several threads compile at the same time.
   *
   * @throws Exception when it cannot be compiled
   */
  Validator compileOnce(RequestSchema schema) throws Exception;
}
