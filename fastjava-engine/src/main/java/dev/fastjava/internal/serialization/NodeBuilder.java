package dev.fastjava.internal.serialization;

import dev.fastjava.internal.json.JsonWriter;
import dev.fastjava.internal.serialization.JavaWriters.TypeWriter;
import dev.fastjava.internal.types.DerivedSchema;
import dev.fastjava.internal.validation.check.Values;
import dev.fastjava.schema.EncodedText;
import dev.fastjava.schema.SerializationOptions;
import dev.fastjava.schema.SerializationOptions.LargeArrayMechanism;
import dev.fastjava.schema.Utf8Output;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds the nodes of one schema. Used once. */
final class NodeBuilder {
  /** Merged schemas may nest deeper than written ones; far more is a loop. */
  private static final int MAX_DEPTH = 5 * SchemaCopies.MAX_DEPTH;

  private final String rootId;
  private final SchemaReferences references;
  private final CombinedNodes combined;
  private final SerializationOptions options;
  private final Tools tools;
  private final Conversions conversions;
  private final AnyNode any;

  /** Objects and arrays by their schema: what is used in several places is built once. */
  private final IdentityHashMap<Object, Node> built = new IdentityHashMap<>();

  /** For schemas with several types, one schema for each of them. */
  private final IdentityHashMap<Object, Map<String, Object>> singleTypes = new IdentityHashMap<>();

  private int depth;

  /** What nodes write with: the same for all schemas of a server. */
  record Tools(
      JsonWriter writer,
      Conversions conversions,
      BeanShapes shapes,
      PlainValues plainValues,
      JavaWriters javaWriters) {}

  NodeBuilder(
      String rootId,
      SchemaReferences references,
      SchemaChecks checks,
      SerializationOptions options,
      Tools tools) {
    this.rootId = rootId;
    this.references = references;
    this.combined = new CombinedNodes(this, references, checks, tools.plainValues);
    this.options = options;
    this.tools = tools;
    this.conversions = tools.conversions;
    this.any = new AnyNode(tools.writer, tools.javaWriters);
  }

  /** Builds what writes the values of a place. */
  Node build(SchemaLocation start) {
    if (!(start.schema() instanceof Map)) {
      return any;
    }
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException(
          "schema exceeds maximum depth of " + SchemaCopies.MAX_DEPTH);
    }
    depth++;
    try {
      SchemaLocation location = resolved(start);
      Node node = asked(buildObjectSchema(location));
      return start.schema() instanceof DerivedSchema derived
          ? typed(derived, node)
          : location.schema() instanceof DerivedSchema derived ? typed(derived, node) : node;
    } finally {
      depth--;
    }
  }

  private Node asked(Node node) {
    return conversions.jackson().asksBasic() ? new AskedNode(node, conversions.jackson()) : node;
  }

  private Node typed(DerivedSchema derived, Node node) {
    TypeWriter writer = tools.javaWriters.typeWriter(derived, options.validateResponses());
    return new JavaValueNode(
        writer.boxed(),
        writer.writer(),
        new OtherValues(writer, node, tools.javaWriters, conversions));
  }

  private SchemaLocation resolved(SchemaLocation location) {
    return location.keyword("$ref") == null ? location : references.resolve(location);
  }

  private Node buildObjectSchema(SchemaLocation location) {
    Map<String, @Nullable Object> schema = SchemaCopies.asObject(location.schema());
    if (schema == null) {
      return any;
    }
    Node combination = combined.build(location);
    if (combination != null) {
      return combination;
    }
    if (!schema.containsKey("type")) {
      String type = InferredTypes.of(schema);
      if (type != null) {
        schema.put("type", type);
      }
    }
    boolean nullable = Boolean.TRUE.equals(schema.get("nullable"));
    Node node = buildTyped(location, schema);
    return nullable && !node.acceptsNull() ? new NullableNode(node) : node;
  }

  private Node buildTyped(SchemaLocation location, Map<String, @Nullable Object> schema) {
    Object type = schema.get("type");
    if (schema.containsKey("const")) {
      boolean keepsNull = type instanceof List<?> types && types.contains("null");
      return new ConstantNode(jsonText(schema.get("const")), keepsNull);
    }
    return type instanceof List<?> types
        ? buildMultiType(location, schema, types)
        : buildSingleType(location, schema, type);
  }

  private Node buildMultiType(
      SchemaLocation location, Map<String, @Nullable Object> schema, List<?> types) {
    List<TypeTest> tests = new ArrayList<>();
    List<Node> nodes = new ArrayList<>();
    List<String> ordered = new ArrayList<>();
    for (Object type : types) {
      // Null is tried before all others, which otherwise would take it.
      ordered.add("null".equals(type) ? 0 : ordered.size(), String.valueOf(type));
    }
    for (String type : ordered) {
      Object single =
          singleTypes
              .computeIfAbsent(schema, any -> new HashMap<>())
              .computeIfAbsent(
                  type,
                  name -> {
                    Map<String, @Nullable Object> copy = new LinkedHashMap<>(schema);
                    copy.put("type", name);
                    return copy;
                  });
      tests.add(TypeTest.of(type));
      nodes.add(buildSingleType(location.withSchema(single), schema, type));
    }
    return new MultiTypeNode(tests, nodes, placeOf(location), conversions);
  }

  private Node buildSingleType(
      SchemaLocation location, Map<String, @Nullable Object> schema, @Nullable Object type) {
    if (type == null) {
      return any;
    }
    return switch ((String) type) {
      case "null" -> new ConstantNode(Node.NULL, true);
      case "string" -> buildString(schema.get("format"));
      case "integer" -> new IntegerNode(options.rounding(), conversions);
      case "number" -> new NumberNode(conversions);
      case "boolean" -> new BooleanNode(conversions);
      case "object" -> buildObject(location);
      case "array" -> buildArray(location);
      default -> throw new IllegalArgumentException(type + " unsupported");
    };
  }

  private Node buildString(@Nullable Object format) {
    TemporalNode.Format temporal = TemporalNode.Format.of(format);
    if (temporal != null) {
      return new TemporalNode(temporal, conversions);
    }
    return "unsafe".equals(format)
        ? new UnsafeStringNode(conversions)
        : new StringNode(conversions);
  }

  private Node buildObject(SchemaLocation location) {
    Map<String, @Nullable Object> schema = Values.object(location.schema());
    Node present = built.get(schema);
    if (present != null) {
      return present;
    }
    ObjectNode object =
        new ObjectNode(Boolean.TRUE.equals(schema.get("nullable")), conversions, tools.shapes);
    built.put(schema, object);

    SchemaLocation declared = location.child("properties");
    Set<String> names = Values.object(declared.schema()).keySet();
    List<?> required = schema.get("required") instanceof List<?> list ? list : List.of();
    List<PropertyNode> first = new ArrayList<>();
    List<PropertyNode> then = new ArrayList<>();
    for (String name : names) {
      SchemaLocation place = resolved(declared.child(name));
      EncodedText defaultText = place.has("default") ? jsonText(place.keyword("default")) : null;
      boolean isRequired = required.contains(name);
      // Not the place that a reference leads to: a type may be known of the reference.
      Node node = build(declared.child(name));
      (isRequired ? first : then).add(PropertyNode.of(name, node, defaultText, isRequired));
    }
    first.addAll(then);
    List<String> requiredOnly = new ArrayList<>();
    for (Object name : required) {
      if (!names.contains(name)) {
        requiredOnly.add(String.valueOf(name));
      }
    }
    object.complete(first, requiredOnly, buildExtra(location, names));
    return object;
  }

  private @Nullable ExtraProperties buildExtra(SchemaLocation location, Set<String> declared) {
    SchemaLocation patterns = location.child("patternProperties");
    SchemaLocation additional = location.child("additionalProperties");
    List<ExtraProperties.PatternNode> nodes = new ArrayList<>();
    for (String pattern : Values.object(patterns.schema()).keySet()) {
      nodes.add(
          new ExtraProperties.PatternNode(
              ExtraProperties.PatternNode.compile(pattern), build(patterns.child(pattern))));
    }
    boolean open = additional.schema() != null && !Boolean.FALSE.equals(additional.schema());
    return nodes.isEmpty() && !open
        ? null
        : new ExtraProperties(
            Set.copyOf(declared), List.copyOf(nodes), open ? build(additional) : null);
  }

  private Node buildArray(SchemaLocation location) {
    Map<String, @Nullable Object> schema = Values.object(location.schema());
    Node present = built.get(schema);
    if (present != null) {
      return present;
    }
    boolean nullable = Boolean.TRUE.equals(schema.get("nullable"));
    int largeSize =
        options.largeArrayMechanism() == LargeArrayMechanism.JSON_STRINGIFY
            ? options.largeArraySize()
            : Integer.MAX_VALUE;
    SchemaLocation items = resolved(location.child("items"));
    if (items.schema() instanceof List<?> list) {
      Object additional = schema.get("additionalItems");
      boolean open = additional != null && !Boolean.FALSE.equals(additional);
      TupleNode node =
          new TupleNode(nullable, open, largeSize, placeOf(location), conversions, tools.writer);
      built.put(schema, node);
      node.complete(buildTupleItems(items, list.size()));
      return node;
    }
    ArrayNode node =
        new ArrayNode(nullable, largeSize, placeOf(location), conversions, tools.writer, any);
    built.put(schema, node);
    node.complete(build(location.child("items")));
    return node;
  }

  private List<TupleNode.Item> buildTupleItems(SchemaLocation items, int size) {
    List<TupleNode.Item> nodes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      SchemaLocation place = resolved(items.child(i));
      Node node = build(place); // first, for it may infer the type
      List<TypeTest> tests = new ArrayList<>();
      Object type = place.keyword("type");
      for (Object name :
          type instanceof List<?> types ? types : type == null ? List.of() : List.of(type)) {
        tests.add(TypeTest.of(String.valueOf(name)));
      }
      nodes.add(
          new TupleNode.Item(
              AskedNode.within(node), tests, Boolean.TRUE.equals(place.keyword("nullable"))));
    }
    return nodes;
  }

  /** The name of a place in messages: from the root of the reply's schema where it is inside. */
  String placeOf(SchemaLocation location) {
    String ref = location.ref();
    if (!ref.startsWith(rootId)) {
      return ref;
    }
    String place = ref.substring(rootId.length());
    return place.isEmpty() ? "#" : place;
  }

  private EncodedText jsonText(@Nullable Object value) {
    Utf8Output out = new Utf8Output();
    tools.writer.serialize(value, out);
    return EncodedText.copyOf(out);
  }
}
