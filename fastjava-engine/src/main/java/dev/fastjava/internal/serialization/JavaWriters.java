package dev.fastjava.internal.serialization;

import dev.fastjava.internal.json.JsonWriter;
import dev.fastjava.internal.json.PlainMapper;
import dev.fastjava.internal.serialization.BeanShapes.BeanShape;
import dev.fastjava.internal.types.DerivedSchema;
import dev.fastjava.schema.EncodedText;
import dev.fastjava.schema.Utf8Output;
import java.lang.invoke.MethodType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes Java values exactly as the application's mapper does: what Jackson writes in the plain way
 * is written by code of our own, everything else by Jackson itself. Thread-safe.
 */
final class JavaWriters {
  private static final EncodedText TRUE = EncodedText.of("true");
  private static final EncodedText FALSE = EncodedText.of("false");
  private static final EncodedText POINT_ZERO = EncodedText.of(".0");

  /** From here on, and below the lowest, a double is written with an exponent. */
  private static final double LEAST_WITH_EXPONENT = 1e7;

  private static final double LEAST_WITHOUT_EXPONENT = 1e-3;

  private final ObjectMapper mapper;
  private final JacksonOutput jackson;
  private final PlainMapper plain;
  private final BeanShapes shapes;

  /** Grows with the classes of an application, not with requests. */
  private final Map<Class<?>, ValueWriter> writers = new ConcurrentHashMap<>();

  JavaWriters(ObjectMapper mapper, PlainMapper plain, BeanShapes shapes) {
    this.mapper = mapper;
    this.jackson = new JacksonOutput(mapper);
    this.plain = plain;
    this.shapes = shapes;
  }

  /** Writes the values of one class or type. */
  interface ValueWriter {
    void write(Object value, Utf8Output out, int depth);
  }

  /** Writes the instances of a declared type. */
  final class TypeWriter implements ValueWriter {
    private final JavaType type;
    private final Class<?> boxed;
    private final ValueWriter writer;
    private final @Nullable Predicate<String> kept;
    private final boolean marks;

    private TypeWriter(
        JavaType type, ValueWriter writer, @Nullable Predicate<String> kept, boolean marks) {
      this.type = type;
      this.boxed = MethodType.methodType(type.getRawClass()).wrap().returnType();
      this.writer = marks ? JavaPlaces.marking(writer) : writer;
      this.kept = kept;
      this.marks = marks;
    }

    JavaType type() {
      return type;
    }

    /** The class of its instances. */
    Class<?> boxed() {
      return boxed;
    }

    /** What does it, without a further step. */
    ValueWriter writer() {
      return writer;
    }

    /** Returns what writes another type in the same place. */
    TypeWriter of(JavaType other) {
      return new TypeWriter(other, JavaWriters.this.of(other), null, marks);
    }

    boolean takes(@Nullable Object value) {
      return boxed.isInstance(value) && !(value instanceof JacksonValues.OfTree);
    }

    @Override
    public void write(Object value, Utf8Output out, int depth) {
      writer.write(value, out, depth);
    }

    /** The same as a tree. */
    JsonNode treeOf(Object value) {
      return kept(jackson.treeOf(type, value), kept);
    }

    /** Writes a tree in the place of an instance. */
    void writeNode(JsonNode node, Utf8Output out, int depth) {
      ValueWriter nodes = jackson.inside(JsonNode.class);
      (marks ? JavaPlaces.marking(nodes) : nodes).write(node, out, depth);
    }
  }

  private static JsonNode kept(JsonNode tree, @Nullable Predicate<String> kept) {
    if (kept != null && tree instanceof ObjectNode object) {
      object.retain(object.propertyNames().stream().filter(kept).toList());
    }
    return tree;
  }

  /**
   * Returns what writes the instances of the type that a schema was derived from.
   *
   * @param marks whether {@link JavaPlaces} shall find them
   */
  TypeWriter typeWriter(DerivedSchema schema, boolean marks) {
    JavaType type = mapper.constructType(schema.type());
    Predicate<String> kept = schema.kept();
    return new TypeWriter(type, kept == null ? of(type) : partOf(type, kept), kept, marks);
  }

  /** What writes some of the properties of a type. */
  private ValueWriter partOf(JavaType type, Predicate<String> kept) {
    BeanShape shape =
        plain.writesPlainly() && !type.isContainerType() ? shapes.of(type) : new BeanShape(null);
    Members members = shape.isEmpty() ? null : JavaMembers.of(shape.only(kept), this);
    return members == null
        ? (value, out, depth) -> writeNode(kept(jackson.treeOf(type, value), kept), out, depth)
        : new OfBean(members);
  }

  JavaType listOf(JavaType content) {
    return mapper.getTypeFactory().constructCollectionType(List.class, content);
  }

  /** Writes a tree. */
  void writeNode(JsonNode node, Utf8Output out, int depth) {
    jackson.inside(JsonNode.class).write(node, out, depth);
  }

  /**
   * Returns what writes the instances of a type that was declared, as {@code
   * mapper.writerFor(type)} does: an instance of a subclass with the properties of the type.
   */
  ValueWriter of(JavaType type) {
    ValueWriter own = plain.writesPlainly() ? own(type) : null;
    return own == null ? jackson.declared(type) : own;
  }

  /** What writes a declared type without Jackson; null when only Jackson knows how. */
  private @Nullable ValueWriter own(JavaType type) {
    if (type.isJavaLangObject()) {
      return null;
    }
    if (!type.isContainerType()) {
      // Without properties it may be one that Jackson has no serializer for yet.
      BeanShape shape = shapes.of(type);
      Members members = shape.isEmpty() ? null : JavaMembers.of(shape, this);
      return members == null ? null : new OfBean(members);
    }
    JavaType content = type.getContentType();
    if (!plain.isPlainCollection(type.getRawClass()) || shapes.isTagged(content)) {
      return null;
    }
    // Whether items of subclasses are written with all they have, Jackson does not always say
    // alike.
    return content.isJavaLangObject() || isFinalClass(content) || isOfPlainItems(content)
        ? this::writeCollection
        : null;
  }

  private boolean isOfPlainItems(JavaType content) {
    return content.isContainerType() && own(content) != null;
  }

  /** Tells whether what a class writes of its instances is all there is to write. */
  private static boolean isFinalClass(JavaType type) {
    return type.isFinal() && !type.isContainerType() && !type.hasGenericTypes();
  }

  JacksonOutput jackson() {
    return jackson;
  }

  /** Writes a value of which nothing is declared, inside of another one. */
  void writeNested(@Nullable Object value, Utf8Output out, int depth) {
    if (value == null) {
      out.write(Node.NULL);
    } else if (value instanceof String text) {
      out.writeJsonString(text);
    } else if (value instanceof Integer number) {
      out.writeInt(number);
    } else if (value instanceof Long number) {
      out.writeLong(number);
    } else if (value instanceof Boolean flag) {
      writeBoolean(flag, out);
    } else if (value instanceof Double number) {
      writeDouble(number, out);
    } else {
      writerOf(value.getClass()).write(value, out, depth);
    }
  }

  static void writeBoolean(boolean value, Utf8Output out) {
    out.write(value ? TRUE : FALSE);
  }

  /** Writes a number as Java does. */
  static void writeDouble(double value, Utf8Output out) {
    double magnitude = Math.abs(value);
    if (value == (long) value && magnitude < LEAST_WITH_EXPONENT) {
      if (value == 0 && 1 / value < 0) {
        out.writeByte('-');
      }
      out.writeLong((long) value);
      out.write(POINT_ZERO);
    } else if (magnitude >= LEAST_WITHOUT_EXPONENT && magnitude < LEAST_WITH_EXPONENT) {
      out.writeDouble(value);
    } else if (Double.isFinite(value)) {
      out.writeAscii(Double.toString(value));
    } else {
      out.writeJsonString(Double.toString(value));
    }
  }

  private ValueWriter writerOf(Class<?> type) {
    ValueWriter writer = writers.get(type);
    if (writer == null) {
      // Not computeIfAbsent: making one may look for another, or for itself.
      writer = make(type);
      ValueWriter other = writers.putIfAbsent(type, writer);
      return other == null ? writer : other;
    }
    return writer;
  }

  private ValueWriter make(Class<?> type) {
    if (plain.isPlainCollection(type)) {
      return this::writeCollection;
    }
    if (plain.isPlainMap(type)) {
      return this::writeMap;
    }
    if (Enum.class.isAssignableFrom(type)) {
      return new OfEnum();
    }
    Members members = JavaMembers.of(shapes.of(type), this);
    return members == null ? jackson.inside(type) : new OfBean(members);
  }

  private void writeCollection(Object value, Utf8Output out, int depth) {
    int inside = Node.nested(depth);
    int start = out.size();
    for (Object item : (Collection<?>) value) {
      out.writeByte(',');
      writeNested(item, out, inside);
    }
    JsonWriter.close(start, '[', ']', out);
  }

  private void writeMap(Object value, Utf8Output out, int depth) {
    int inside = Node.nested(depth);
    int start = out.size();
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
      if (!(entry.getKey() instanceof String key)) {
        out.truncate(start);
        jackson.inside(value.getClass()).write(value, out, depth);
        return;
      }
      out.writeByte(',');
      out.writeJsonString(key);
      out.writeByte(':');
      writeNested(entry.getValue(), out, inside);
    }
    JsonWriter.close(start, '{', '}', out);
  }

  /** Writes records and beans, property by property. */
  private record OfBean(Members members) implements ValueWriter {
    @Override
    public void write(Object value, Utf8Output out, int depth) {
      int start = out.size();
      members.write(value, out, Node.nested(depth));
      JsonWriter.close(start, '{', '}', out);
    }
  }

  /** Writes constants as Jackson writes them; each is asked for once. */
  private final class OfEnum implements ValueWriter {
    private final Map<Object, EncodedText> texts = new ConcurrentHashMap<>();

    @Override
    public void write(Object value, Utf8Output out, int depth) {
      EncodedText text = texts.get(value);
      if (text == null) {
        Utf8Output written = new Utf8Output(32, 32);
        jackson.inside(value.getClass()).write(value, written, depth);
        text = EncodedText.copyOf(written);
        texts.put(value, text);
      }
      out.write(text);
    }
  }
}
