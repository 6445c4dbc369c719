package dev.fastjava.internal.serialization;

import dev.fastjava.internal.serialization.BeanShapes.BeanShape;
import dev.fastjava.internal.serialization.JavaWriters.ValueWriter;
import dev.fastjava.schema.EncodedText;
import dev.fastjava.schema.Utf8Output;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The properties of records and beans as Jackson writes them. */
final class JavaMembers {
  /** With more of its properties than one in so many left to Jackson, it writes the whole. */
  private static final int FEW = 4;

  private static final Node SCALARS = new Scalars();

  private JavaMembers() {}

  /** Returns what writes the properties; null when Jackson has to write the whole. */
  static @Nullable Members of(BeanShape shape, JavaWriters writers) {
    List<BeanProperty> properties = shape.readable();
    if (properties == null) {
      return null;
    }
    long special = properties.stream().filter(BeanProperty::isWritten).count();
    if (special * FEW > properties.size()) {
      return null;
    }
    List<Member> members = new ArrayList<>();
    for (BeanProperty property : properties) {
      members.add(member(property, writers));
    }
    return ClassBindings.counted(members);
  }

  private static Member member(BeanProperty property, JavaWriters writers) {
    if (property.isWritten()) {
      return new Special(writers.jackson().property(property.jackson()));
    }
    EncodedText prefix = PropertyNode.prefix(property.name());
    Member primitive = BeanMembers.primitive(property, prefix, SCALARS);
    if (primitive != null) {
      return primitive;
    }
    boolean omitsNull = property.omitsNull() || property.omitsEmpty();
    if (property.type() == String.class && !property.omitsEmpty()) {
      return new OfText(prefix, property.getter(), omitsNull);
    }
    return new OfObject(prefix, property.getter(), omitsNull, property.omitsEmpty(), writers);
  }

  private record Special(ValueWriter writer) implements Member {
    @Override
    public boolean write(Object bean, Utf8Output out, int depth) {
      writer.write(bean, out, depth);
      return true;
    }
  }

  /** Primitive values as Jackson writes them. */
  private static final class Scalars extends Node {
    @Override
    void write(@Nullable Object value, Utf8Output out, int depth) {
      out.writeAscii(String.valueOf(value)); // a whole number
    }

    @Override
    void writeInt(int value, Utf8Output out, int depth) {
      out.writeInt(value);
    }

    @Override
    void writeLong(long value, Utf8Output out, int depth) {
      out.writeLong(value);
    }

    @Override
    void writeDouble(double value, Utf8Output out, int depth) {
      JavaWriters.writeDouble(value, out);
    }

    @Override
    void writeBoolean(boolean value, Utf8Output out, int depth) {
      JavaWriters.writeBoolean(value, out);
    }
  }

  private record OfText(
      EncodedText prefix, Function<Object, @Nullable Object> getter, boolean omitsNull)
      implements Member {
    @Override
    public boolean write(Object bean, Utf8Output out, int depth) {
      String text = (String) getter.apply(bean);
      if (text != null) {
        out.write(prefix);
        out.writeJsonString(text);
      } else if (!omitsNull) {
        out.write(prefix);
        out.write(Node.NULL);
      }
      return true;
    }
  }

  private record OfObject(
      EncodedText prefix,
      Function<Object, @Nullable Object> getter,
      boolean omitsNull,
      boolean omitsEmpty,
      JavaWriters writers)
      implements Member {
    @Override
    public boolean write(Object bean, Utf8Output out, int depth) {
      Object value = getter.apply(bean);
      if (value == null ? omitsNull : omitsEmpty && BeanProperty.isEmpty(value)) {
        return true;
      }
      out.write(prefix);
      writers.writeNested(value, out, depth);
      return true;
    }
  }
}
