package dev.fastjava.internal.boot;

import dev.fastjava.FastjavaOptions;
import dev.fastjava.internal.json.ConvertedTexts;
import dev.fastjava.internal.json.JsonBinder;
import dev.fastjava.internal.json.JsonReader;
import dev.fastjava.internal.json.JsonWriter;
import dev.fastjava.internal.serialization.CompiledSerializers;
import dev.fastjava.internal.types.TypeSchemas;
import dev.fastjava.internal.validation.library.StandardValidators;
import dev.fastjava.schema.BeanConstraints;
import dev.fastjava.schema.SerializerFactory;
import dev.fastjava.schema.Utf8Output;
import dev.fastjava.schema.ValidatorFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The mapper of a server, and all that reads, writes and describes values with it. */
final class ServerJson {
  private final FastjavaOptions options;
  private final Warnings warnings;
  final JsonMapper mapper;
  final JsonReader reader;
  final JsonWriter writer;
  final JsonBinder binder;
  final SchemaReader schemas;

  /** Reads those of params, query and headers. */
  final SchemaReader textSchemas;

  final ConstraintSetup constraints;
  final RouteViews views;

  ServerJson(FastjavaOptions options, Warnings warnings) {
    this.options = options;
    this.warnings = warnings;
    JsonMapper given = options.jsonMapper();
    this.mapper = given == null ? JsonMapper.builder().build() : given;
    this.reader = given == null ? new JsonReader() : new JsonReader(given);
    this.writer = new JsonWriter(mapper);
    ConvertedTexts texts =
        options.textConverter() == null ? null : new ConvertedTexts(options.textConverter());
    this.binder = new JsonBinder(mapper, texts);
    this.schemas =
        new SchemaReader(new TypeSchemas(mapper, isValidated(options.beanConstraints())));
    this.textSchemas = texts == null ? schemas : schemas.with(texts.in(mapper));
    this.constraints = constraints(binder);
    this.views =
        new RouteViews(
            mapper,
            schemas,
            binder,
            used -> serializers(used, new StandardValidators()),
            this::constraints);
  }

  /** Whether something checks what the schemas of types do not say. */
  private static boolean isValidated(@Nullable BeanConstraints constraints) {
    return constraints != null && constraints != BeanConstraints.unchecked();
  }

  private ConstraintSetup constraints(JsonBinder used) {
    return new ConstraintSetup(used, options.beanConstraints(), options.validation());
  }

  private SerializerFactory serializers(JsonMapper used, ValidatorFactory validators) {
    return new CompiledSerializers(validators, used, warnings::droppedProperties);
  }

  /** What the root compiles schemas with. */
  SchemaScope newSchemaScope() {
    ValidatorFactory validators = new StandardValidators();
    return new SchemaScope(validators, serializers(mapper, validators), options.schemaController());
  }

  byte[] toBytes(Object value) {
    Utf8Output out = new Utf8Output();
    writer.serialize(value, out);
    return out.toByteArray();
  }
}
