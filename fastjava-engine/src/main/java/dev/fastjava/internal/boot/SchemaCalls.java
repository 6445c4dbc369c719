package dev.fastjava.internal.boot;

import dev.fastjava.Fastjava;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.SerializerCompiler;
import dev.fastjava.schema.ValidatorCompiler;
import dev.fastjava.spi.SchemaController;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the API has for the schemas of a context. Reference: Validation-and-Serialization. */
interface SchemaCalls extends Fastjava {
  /** The context itself. */
  Context context();

  @Override
  default Fastjava addSchema(JsonSchema schema) {
    return share(schema);
  }

  @Override
  default Fastjava addSchema(Map<String, ?> schema) {
    return share(schema);
  }

  @Override
  default Fastjava addSchema(String json) {
    return share(json);
  }

  private Fastjava share(Object schema) {
    Server server = context().server;
    context().requireNotStarted("addSchema");
    try {
      if (!(server.json.schemas.readShared(schema) instanceof Map<?, ?> plain)) {
        throw ErrorCode.FST_ERR_SCH_MISSING_ID.error();
      }
      addHereAndBelow(context(), plain);
    } catch (RuntimeException e) {
      server.loader.declaredHere("A shared schema").addTo(e);
      throw e;
    }
    return this;
  }

  @SuppressWarnings("unchecked") // the reader makes maps with text keys
  private static void addHereAndBelow(Context context, Map<?, ?> schema) {
    context.schemas.add((Map<String, Object>) schema);
    context.children.forEach(child -> addHereAndBelow(child, schema));
  }

  @Override
  default @Nullable Map<String, Object> getSchema(String id) {
    return context().schemas.get(id);
  }

  @Override
  default Map<String, Object> getSchemas() {
    return context().schemas.all();
  }

  @Override
  default Fastjava setValidatorCompiler(ValidatorCompiler compiler) {
    context().requireNotStarted("setValidatorCompiler");
    context().schemas.setValidatorCompiler(compiler);
    return this;
  }

  @Override
  default Fastjava setSerializerCompiler(SerializerCompiler compiler) {
    context().requireNotStarted("setSerializerCompiler");
    context().schemas.setSerializerCompiler(compiler);
    return this;
  }

  @Override
  default @Nullable ValidatorCompiler validatorCompiler() {
    return context().schemas.currentValidatorCompiler();
  }

  @Override
  default @Nullable SerializerCompiler serializerCompiler() {
    return context().schemas.currentSerializerCompiler();
  }

  @Override
  default Fastjava setSchemaController(SchemaController controller) {
    context().requireNotStarted("setSchemaController");
    context().schemas.setController(controller);
    return this;
  }
}
