package dev.fastjava.internal.boot;

import dev.fastjava.internal.types.Direction;
import dev.fastjava.schema.SchemaBucket;
import dev.fastjava.schema.SerializationOptions;
import dev.fastjava.schema.SerializerCompiler;
import dev.fastjava.schema.SerializerFactory;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidatorCompiler;
import dev.fastjava.schema.ValidatorFactory;
import dev.fastjava.spi.SchemaController;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shared schemas of one context and what compiles with them. A context without schemas of its
 * own uses the compilers of its parent.
 *
 * <p>Reference: Validation-and-Serialization; Server, schemaController.
 */
final class SchemaScope {
  private SchemaBucket.Factory buckets;
  private final SchemaBucket bucket;
  private ValidatorFactory validators;
  private SerializerFactory serializers;
  private @Nullable ValidatorCompiler validatorCompiler;
  private @Nullable SerializerCompiler serializerCompiler;
  private boolean customValidators;
  private boolean customSerializers;
  private boolean added;

  /** Compilers of routes with views; all schemas are known when the first one is asked for. */
  private final Map<Class<?>, SerializerCompiler> serializersInViews = new HashMap<>();

  private final Map<Class<?>, ValidatorCompiler> validatorsInViews = new HashMap<>();

  /** Makes the scope of the root. */
  SchemaScope(
      ValidatorFactory validators,
      SerializerFactory serializers,
      @Nullable SchemaController controller) {
    this(validators, serializers, bucketsOf(controller), Map.of());
    if (controller != null) {
      setController(controller);
    }
  }

  private SchemaScope(
      ValidatorFactory validators,
      SerializerFactory serializers,
      SchemaBucket.Factory buckets,
      Map<String, Object> parentSchemas) {
    this.validators = validators;
    this.serializers = serializers;
    this.buckets = buckets;
    this.bucket = buckets.create(parentSchemas);
  }

  private static SchemaBucket.Factory bucketsOf(@Nullable SchemaController controller) {
    SchemaBucket.Factory own = controller == null ? null : controller.bucket();
    return own == null ? SharedSchemas::new : own;
  }

  /** Makes the scope of a child. */
  SchemaScope child() {
    SchemaScope child = new SchemaScope(validators, serializers, buckets, all());
    child.validatorCompiler = validatorCompiler;
    child.serializerCompiler = serializerCompiler;
    child.customValidators = customValidators;
    child.customSerializers = customSerializers;
    return child;
  }

  void add(Map<String, Object> schema) {
    bucket.add(schema);
    added = true;
  }

  Map<String, Object> all() {
    return bucket.getSchemas();
  }

  @Nullable Map<String, Object> get(String id) {
    return bucket.getSchema(id);
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
    if (controller.bucket() != null) {
      buckets = controller.bucket();
    }
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

  boolean hasCustomSerializers() {
    return customSerializers;
  }

  /** The validator compiler for bodies, which may be in a view: shared schemas are in it, too. */
  ValidatorCompiler validatorCompiler(
      ValidationOptions options, RouteViews.@Nullable OfBodies view) {
    if (view == null || customValidators) {
      return validatorCompiler(options);
    }
    synchronized (this) {
      return validatorsInViews.computeIfAbsent(
          view.view(),
          each -> validators.build(view.schemas().again(all(), Direction.READ), options));
    }
  }

  /** The serializer compiler for replies, which may be in a view. */
  SerializerCompiler serializerCompiler(
      SerializationOptions options, RouteViews.@Nullable OfReplies view) {
    if (view == null || customSerializers) {
      return serializerCompiler(options); // the routes that need it are refused
    }
    synchronized (this) {
      return serializersInViews.computeIfAbsent(
          view.view(),
          each -> view.serializers().build(view.schemas().again(all(), Direction.WRITE), options));
    }
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
