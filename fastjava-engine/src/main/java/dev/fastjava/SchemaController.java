package dev.fastjava;

import dev.fastjava.schema.SerializerFactory;
import dev.fastjava.schema.ValidatorFactory;
import org.jspecify.annotations.Nullable;

/**
 * How a context compiles schemas. Immutable.
 *
 * <p>Reference: Server, schemaController.
 *
 * @param validators builds the validator compiler; null for the default
 * @param serializers builds the serializer compiler; null for the default
 */
public record SchemaController(
    @Nullable ValidatorFactory validators, @Nullable SerializerFactory serializers) {}
