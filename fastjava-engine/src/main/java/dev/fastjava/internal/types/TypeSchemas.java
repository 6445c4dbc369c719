package dev.fastjava.internal.types;

import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.TypeSchema;
import dev.fastjava.schema.TypedSchema;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Derives schemas from types, as a mapper reads and writes them. Thread-safe. */
public final class TypeSchemas {
  private static final String DEFINITIONS = "definitions";

  private final JsonMapper mapper;
  private final boolean validated;

  /** Made when the first type asks: most of it is loading classes. */
  private final Map<Direction, GeneratorSetup> setups = new ConcurrentHashMap<>();

  /** Makes schemas for a mapper, where nothing but them checks values. */
  public TypeSchemas(JsonMapper mapper) {
    this(mapper, false);
  }

  /**
   * Makes schemas for a mapper.
   *
   * @param validated whether a validator checks what they do not say
   */
  public TypeSchemas(JsonMapper mapper, boolean validated) {
    this.mapper = mapper;
    this.validated = validated;
  }

  /** Makes schemas like these for another mapper. */
  public TypeSchemas like(JsonMapper other) {
    return new TypeSchemas(other, validated);
  }

  /**
   * Derives the schema of a type.
   *
   * @return a schema that is complete in itself
   */
  public Object of(Type type, Direction direction) {
    if (isWrapped(direction)) {
      return DerivedSchema.of(type, Map.of());
    }
    GeneratorSetup setup = setup(direction);
    Object schema =
        setup
            .plain()
            .of(
                new SchemaGenerator(setup.config()).generateSchema(type),
                setup.nulls().inside(type));
    // A schema without identifier cannot be referred to as a whole, only what it defines.
    Object complete =
        PlainSchemas.refersToWhole(schema)
            ? new Resolution(setup, direction, inner -> of(inner, direction)).whole(type)
            : schema;
    return DerivedSchema.of(type, NullValues.inWhole(type, complete));
  }

  /** Tells whether the mapper has values in an object that names their type. */
  private boolean isWrapped(Direction direction) {
    return (direction.writes() && mapper.isEnabled(SerializationFeature.WRAP_ROOT_VALUE))
        || (direction.reads() && mapper.isEnabled(DeserializationFeature.UNWRAP_ROOT_VALUE));
  }

  private GeneratorSetup setup(Direction direction) {
    return setups.computeIfAbsent(direction, each -> new GeneratorSetup(mapper, each, validated));
  }

  /** Puts schemas in the place of the types inside of a schema, for whatever it is used. */
  public @Nullable Object resolve(@Nullable Object schema) {
    return resolve(schema, Direction.BOTH);
  }

  /**
   * Puts schemas in the place of the types inside of a schema. Types met more than once, and those
   * that contain themselves, are put into the {@code definitions} of the whole.
   *
   * @param schema a type, a builder, a Jackson node, plain values, or plain values with any of
   *     these inside
   * @return plain values only
   */
  public @Nullable Object resolve(@Nullable Object schema, Direction direction) {
    Object resolved = resolveOpened(opened(schema), direction);
    if (schema instanceof TypedSchema
        && resolved instanceof PartialSchema part
        && !part.isBindable()) {
      throw new IllegalArgumentException(
          part.type().getTypeName()
              + " cannot be bound without the properties that are left out: make the part a type"
              + " of its own");
    }
    return resolved;
  }

  private @Nullable Object resolveOpened(@Nullable Object whole, Direction direction) {
    if (whole instanceof TypeSchema<?> asked) {
      GeneratorSetup setup = setup(direction);
      Object known = of(asked.type(), direction);
      return AskedSchema.withAdded(
          asked,
          asked.names().isEmpty() ? known : part(setup, asked, known, direction),
          (Map<?, ?>) Objects.requireNonNull(resolve(asked.added(), direction)));
    }
    if (whole instanceof Type type) {
      return of(type, direction);
    }
    return new Resolution(setup(direction), direction, type -> of(type, direction)).resolve(whole);
  }

  /** What is written of a part is what Jackson writes of its properties; what is read is plain. */
  private static Object part(
      GeneratorSetup setup, TypeSchema<?> asked, Object whole, Direction direction) {
    Object schema = setup.partOf(asked, whole);
    return direction == Direction.WRITE && schema instanceof Map<?, ?> map
        ? DerivedSchema.part(asked.type(), asked::keeps, map)
        : schema;
  }

  private static @Nullable Object opened(@Nullable Object value) {
    Object open = value;
    while (open instanceof JsonSchema schema && !(open instanceof TypeSchema)) {
      open = schema.toParts();
    }
    return open;
  }

  /** The types of one schema. */
  private static final class Resolution {
    private final GeneratorSetup setup;
    private @Nullable SchemaBuilder types;

    /** References are filled in by the generator at the very end. */
    private final List<Runnable> pending = new ArrayList<>();

    private final Direction direction;
    private final Function<Type, Object> complete;

    /**
     * Makes a resolution.
     *
     * @param complete derives a schema that is complete in itself
     */
    Resolution(GeneratorSetup setup, Direction direction, Function<Type, Object> complete) {
      this.setup = setup;
      this.direction = direction;
      this.complete = complete;
    }

    Object whole(Type type) {
      Map<String, @Nullable Object> schema = new LinkedHashMap<>();
      schema.put("schema", type);
      Map<?, ?> resolved = (Map<?, ?>) Objects.requireNonNull(resolve(schema));
      Map<String, @Nullable Object> whole = new LinkedHashMap<>();
      ((Map<?, ?>) Objects.requireNonNull(resolved.get("schema")))
          .forEach((key, value) -> whole.put(String.valueOf(key), value));
      whole.put(DEFINITIONS, resolved.get(DEFINITIONS));
      return whole;
    }

    @Nullable Object resolve(@Nullable Object schema) {
      Object plain = copy(schema, value -> {});
      if (types == null) {
        return plain;
      }
      Object definitions = setup.plain().of(types.collectDefinitions(DEFINITIONS));
      pending.forEach(Runnable::run);
      return plain instanceof Map<?, ?> whole ? withDefinitions(whole, definitions) : plain;
    }

    private static Map<String, @Nullable Object> withDefinitions(Map<?, ?> schema, Object found) {
      Map<String, @Nullable Object> whole = new LinkedHashMap<>();
      schema.forEach((key, value) -> whole.put(String.valueOf(key), value));
      if (!(found instanceof Map<?, ?> added) || added.isEmpty()) {
        return whole;
      }
      Map<String, @Nullable Object> all = new LinkedHashMap<>();
      if (whole.get(DEFINITIONS) instanceof Map<?, ?> own) {
        own.forEach((name, value) -> all.put(String.valueOf(name), value));
      }
      added.forEach(
          (name, value) -> {
            if (all.put(String.valueOf(name), value) != null) {
              throw new IllegalArgumentException(
                  "The definition " + name + " is also the name of a type used in the schema");
            }
          });
      whole.put(DEFINITIONS, all);
      return whole;
    }

    private Object inside(TypeSchema<?> asked) {
      Object schema = part(setup, asked, complete.apply(asked.type()), direction);
      if (((Map<?, ?>) schema).containsKey(DEFINITIONS)) {
        throw new IllegalArgumentException(
            "A part of "
                + asked.type().getTypeName()
                + " cannot stand inside of a schema, as its properties need definitions: make it"
                + " the whole schema, or a type of its own");
      }
      return schema;
    }

    private @Nullable Object copy(@Nullable Object given, Consumer<Object> replace) {
      Object value = opened(given);
      if (value instanceof TypeSchema<?> asked) {
        if (asked.added().containsKey("$id")) {
          throw new IllegalArgumentException(
              "The schema of "
                  + asked.type().getTypeName()
                  + " has an id, so it cannot stand inside of another: add it with addSchema");
        }
        Map<?, ?> added = (Map<?, ?>) Objects.requireNonNull(copy(asked.added(), found -> {}));
        if (!asked.names().isEmpty()) {
          return AskedSchema.withAdded(asked, inside(asked), added);
        }
        refer(asked.type(), found -> replace.accept(AskedSchema.withAdded(asked, found, added)));
        return null;
      }
      if (value instanceof Type type) {
        refer(type, replace);
        return null;
      }
      if (value instanceof JsonNode node) {
        return PlainSchemas.plain(node);
      }
      if (value instanceof Map<?, ?> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach(
            (key, each) -> {
              String name = String.valueOf(key);
              copy.put(name, copy(each, found -> copy.put(name, found)));
            });
        return copy;
      }
      if (value instanceof List<?> list) {
        List<@Nullable Object> copy = new ArrayList<>(list.size());
        for (Object each : list) {
          int index = copy.size();
          copy.add(copy(each, found -> copy.set(index, found)));
        }
        return copy;
      }
      return value;
    }

    private void refer(Type type, Consumer<Object> replace) {
      if (types == null) {
        types = new SchemaGenerator(setup.config()).buildMultipleSchemaDefinitions();
      }
      JsonNode reference = types.createSchemaReference(type);
      pending.add(
          () ->
              replace.accept(
                  DerivedSchema.of(
                      type,
                      NullValues.inWhole(
                          type, setup.plain().of(reference, setup.nulls().inside(type))))));
    }
  }
}
