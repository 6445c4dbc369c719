package dev.fastjava;

import dev.fastjava.mark.ProvidedByEngine;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.SerializerCompiler;
import dev.fastjava.schema.ValidatorCompiler;
import dev.fastjava.spi.SchemaController;
import dev.fastjava.spi.SchemaErrorFormatter;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of an encapsulation context and what compiles them. Changed at boot only.
 *
 * <p>Reference: Validation-and-Serialization; Server.
 */
@ProvidedByEngine
public interface SchemaRegistry {
  /**
   * Shares a schema with this context and all below it.
   *
   * @param schema a schema with an {@code $id}
   * @return this
   */
  Fastjava addSchema(JsonSchema schema);

  /**
   * Shares a schema with this context and all below it.
   *
   * @param schema a JSON Schema with an {@code $id}
   * @return this
   */
  Fastjava addSchema(Map<String, ?> schema);

  /**
   * Shares a schema with this context and all below it.
   *
   * @param json a JSON Schema with an {@code $id}, as JSON text
   * @return this
   */
  Fastjava addSchema(String json);

  /**
   * Returns a shared schema.
   *
   * @param id its {@code $id}
   * @return the schema, or null
   */
  @Nullable Map<String, Object> getSchema(String id);

  /**
   * Returns the shared schemas.
   *
   * @return schemas by {@code $id}
   */
  Map<String, Object> getSchemas();

  /**
   * Sets the validator compiler of this context.
   *
   * @param compiler compiles the schemas of requests
   * @return this
   */
  Fastjava setValidatorCompiler(ValidatorCompiler compiler);

  /**
   * Sets the serializer compiler of this context.
   *
   * @param compiler compiles the schemas of replies
   * @return this
   */
  Fastjava setSerializerCompiler(SerializerCompiler compiler);

  /**
   * Returns the validator compiler of this context.
   *
   * @return the one set here or above; null for the default
   */
  @Nullable ValidatorCompiler validatorCompiler();

  /**
   * Returns the serializer compiler of this context.
   *
   * @return the one set here or above; null for the default
   */
  @Nullable SerializerCompiler serializerCompiler();

  /**
   * Sets how this context keeps and compiles schemas.
   *
   * @param controller the factories
   * @return this
   */
  Fastjava setSchemaController(SchemaController controller);

  /**
   * Sets how this context keeps and compiles schemas.
   *
   * @param controller sets the factories
   * @return this
   */
  default Fastjava setSchemaController(Consumer<SchemaController.Builder> controller) {
    return setSchemaController(SchemaController.of(controller));
  }

  /**
   * Sets how validation errors of this context read.
   *
   * @param formatter makes the error
   * @return this
   */
  Fastjava setSchemaErrorFormatter(SchemaErrorFormatter formatter);

  /**
   * Returns what makes the errors of violated schemas in this context.
   *
   * @return the nearest one set here or above; else the default one, which joins the messages
   */
  SchemaErrorFormatter schemaErrorFormatter();

  /**
   * Sets the serializer of all replies of this context, in place of schemas.
   *
   * @param serializer serializes the payloads
   * @return this
   */
  Fastjava setReplySerializer(ReplySerializer serializer);
}
