package dev.fastjava.internal.serialization;

import dev.fastjava.internal.json.JsonWriter;
import dev.fastjava.internal.json.JsonWriterScalars;
import dev.fastjava.internal.json.PlainMapper;
import dev.fastjava.schema.ResponseSchema;
import dev.fastjava.schema.SerializationOptions;
import dev.fastjava.schema.Serializer;
import dev.fastjava.schema.SerializerCompiler;
import dev.fastjava.schema.SerializerFactory;
import dev.fastjava.schema.ValidatorFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/**
 * Compiles response schemas, with the semantics of fast-json-stringify, into trees of {@link Node}s
 * that write straight into UTF-8 output.
 */
public final class CompiledSerializers implements SerializerFactory {
  private static final String ROOT_ID = "__fjs_root";

  private final ValidatorFactory validators;
  private final NodeBuilder.Tools tools;
  private final BiConsumer<ResponseSchema, Set<String>> dropped;

  /** Creates a factory whose serializers tell nobody what they drop. */
  public CompiledSerializers(ValidatorFactory validators, ObjectMapper mapper) {
    this(validators, mapper, (schema, names) -> {});
  }

  /**
   * Creates the factory.
   *
   * @param validators choose between alternative schemas
   * @param mapper tells the properties of records and beans, and writes what has no schema
   * @param dropped is told the properties that a schema dropped, when that option is on
   */
  public CompiledSerializers(
      ValidatorFactory validators,
      ObjectMapper mapper,
      BiConsumer<ResponseSchema, Set<String>> dropped) {
    this.validators = validators;
    PlainMapper plain = new PlainMapper(mapper);
    JacksonValues jackson = new JacksonValues(mapper, plain);
    BeanShapes shapes = new BeanShapes(mapper, jackson, plain);
    Conversions conversions =
        new Conversions(jackson, new JsonWriterScalars(mapper, plain), shapes, plain);
    this.tools =
        new NodeBuilder.Tools(
            new JsonWriter(mapper, plain),
            conversions,
            shapes,
            new PlainValues(conversions, shapes),
            new JavaWriters(mapper, plain, shapes));
    this.dropped = dropped;
  }

  @Override
  public SerializerCompiler build(Map<String, Object> sharedSchemas, SerializationOptions options) {
    return new Compiler(new LinkedHashMap<>(sharedSchemas), options);
  }

  private final class Compiler implements SerializerCompiler {
    private final Map<String, Object> sharedSchemas;
    private final SerializationOptions options;
    private final Draft07Check metaSchema = new Draft07Check(validators);
    private final Set<String> checked = ConcurrentHashMap.newKeySet();

    Compiler(Map<String, Object> sharedSchemas, SerializationOptions options) {
      this.sharedSchemas = sharedSchemas;
      this.options = options;
    }

    @Override
    public Serializer compile(ResponseSchema response) throws Exception {
      Object schema = copy(response.schema(), "");
      metaSchema.check(schema, "");
      SchemaStore store = new SchemaStore();
      String rootId = rootId(schema);
      store.add(schema, rootId);
      for (Map.Entry<String, Object> shared : sharedSchemas.entrySet()) {
        addShared(shared.getKey(), shared.getValue(), store);
      }
      SchemaReferences references = new SchemaReferences(store);
      SchemaChecks checks = new SchemaChecks(store, validators);
      NodeBuilder builder = new NodeBuilder(rootId, references, checks, options, tools);
      SchemaLocation start = SchemaLocation.root(schema, rootId);
      Node root = builder.build(start);
      checks.complete();
      if (!options.validateResponses() && !options.warnDropped()) {
        return root::writeRoot;
      }
      return new CheckedSerializer(
          root,
          tools.plainValues(),
          options.validateResponses() ? checks.strict(start) : null,
          options.warnDropped()
              ? new DroppedProperties(names -> dropped.accept(response, names))
              : null);
    }

    private void addShared(String name, Object schema, SchemaStore store) throws Exception {
      if (store.has(SchemaStore.idOf(schema, name))) {
        return;
      }
      Object copy = copy(schema, name);
      if (checked.add(name)) {
        metaSchema.check(copy, name);
      }
      store.add(copy, name);
    }

    private String rootId(Object schema) {
      return schema instanceof Map<?, ?> map && map.get("$id") instanceof String id ? id : ROOT_ID;
    }

    private Object copy(@Nullable Object schema, String name) {
      Object copy = SchemaCopies.copy(schema, name);
      if (copy == null) {
        throw new IllegalArgumentException("a schema is null");
      }
      return copy;
    }
  }
}
