package dev.fastjava.internal.boot;

import dev.fastjava.ErrorCode;
import dev.fastjava.SchemaController;
import dev.fastjava.schema.SerializationOptions;
import dev.fastjava.schema.SerializerCompiler;
import dev.fastjava.schema.SerializerFactory;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidatorCompiler;
import dev.fastjava.schema.ValidatorFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shared schemas of one context and what compiles with them. A context without schemas of its
 * own uses the compilers of its parent.
 *
 * <p>Reference: Validation-and-Serialization; Server, schemaController.
 */
final class SchemaScope {
  private final Map<String, Object> schemas = new LinkedHashMap<>();
  private ValidatorFactory validators;
  private SerializerFactory serializers;
  private @Nullable ValidatorCompiler validatorCompiler;
  private @Nullable SerializerCompiler serializerCompiler;
  private boolean customValidators;
  private boolean customSerializers;
  private boolean added;

  SchemaScope(ValidatorFactory validators, SerializerFactory serializers) {
    this.validators = validators;
    this.serializers = serializers;
  }

  /** Makes the scope of a child. */
  SchemaScope child() {
    SchemaScope child = new SchemaScope(validators, serializers);
    child.schemas.putAll(schemas);
    child.validatorCompiler = validatorCompiler;
    child.serializerCompiler = serializerCompiler;
    child.customValidators = customValidators;
    child.customSerializers = customSerializers;
    return child;
  }

  void add(Map<String, ?> schema) {
    Object id = schema.get("$id");
    if (!(id instanceof String name) || name.isEmpty()) {
      throw ErrorCode.FST_ERR_SCH_MISSING_ID.error();
    }
    if (schemas.containsKey(name)) {
      throw ErrorCode.FST_ERR_SCH_ALREADY_PRESENT.error(name);
    }
    schemas.put(name, schema);
    added = true;
  }

  Map<String, Object> all() {
    return new LinkedHashMap<>(schemas);
  }

  @Nullable Object get(String id) {
    return schemas.get(id);
  }

  void setValidatorCompiler(ValidatorCompiler compiler) {
    validators = (shared, options) -> compiler;
    validatorCompiler = compiler;
    customValidators = true;
  }

  void setSerializerCompiler(SerializerCompiler compiler) {
    serializers = (shared, options) -> compiler;
    serializerCompiler = compiler;
    customSerializers = true;
  }

  void setController(SchemaController controller) {
    if (controller.validators() != null) {
      validators = controller.validators();
      validatorCompiler = null;
      customValidators = true;
    }
    if (controller.serializers() != null) {
      serializers = controller.serializers();
      serializerCompiler = null;
      customSerializers = true;
    }
  }

  @Nullable ValidatorCompiler currentValidatorCompiler() {
    return validatorCompiler;
  }

  @Nullable SerializerCompiler currentSerializerCompiler() {
    return serializerCompiler;
  }

  boolean hasCustomValidators() {
    return customValidators;
  }

  /** The validator compiler with the schemas of this context. */
  synchronized ValidatorCompiler validatorCompiler(ValidationOptions options) {
    ValidatorCompiler compiler = validatorCompiler;
    if (compiler == null || added) {
      compiler = validators.build(all(), options);
      validatorCompiler = compiler;
      added = false;
      if (serializerCompiler != null && !customSerializers) {
        // It was built without the schemas added since.
        serializerCompiler = null;
      }
    }
    return compiler;
  }

  /** The serializer compiler with the schemas of this context. */
  synchronized SerializerCompiler serializerCompiler(SerializationOptions options) {
    SerializerCompiler compiler = serializerCompiler;
    if (compiler == null || (added && !customSerializers)) {
      compiler = serializers.build(all(), options);
      serializerCompiler = compiler;
    }
    return compiler;
  }
}
