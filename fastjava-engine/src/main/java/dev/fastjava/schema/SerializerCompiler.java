package dev.fastjava.schema;

/**
 * Turns a response schema into a {@link Serializer}, once, at boot.
 *
 * <p>Reference: Validation-and-Serialization, Serializer Compiler.
 */
@FunctionalInterface
public interface SerializerCompiler {
  /**
   * Compiles the schema of one kind of reply.
   *
   * @param schema the schema and where it belongs
   * @return the serializer, called from any thread
   * @throws Exception when the schema cannot be compiled; boot then fails with {@code
   *     FST_ERR_SCH_SERIALIZATION_BUILD}
   */
  Serializer compile(ResponseSchema schema) throws Exception;
}
