package dev.fastjava;

import dev.fastjava.schema.SchemaBucket;
import dev.fastjava.schema.SerializerFactory;
import dev.fastjava.schema.ValidatorFactory;
import org.jspecify.annotations.Nullable;

/**
 * How a context keeps and compiles schemas. Immutable.
 *
 * <p>Reference: Server, schemaController.
 *
 * @param bucket makes what keeps the shared schemas of a context; null for the default. Counts from
 *     the server's option on, for the root and all below; a context that sets it uses it for the
 *     contexts below
 * @param validators builds the validator compiler; null for the default
 * @param serializers builds the serializer compiler; null for the default
 */
public record SchemaController(
    SchemaBucket.@Nullable Factory bucket,
    @Nullable ValidatorFactory validators,
    @Nullable SerializerFactory serializers) {
  /**
   * Keeps schemas in the default way.
   *
   * @param validators builds the validator compiler; null for the default
   * @param serializers builds the serializer compiler; null for the default
   */
  public SchemaController(
      @Nullable ValidatorFactory validators, @Nullable SerializerFactory serializers) {
    this(null, validators, serializers);
  }
}
