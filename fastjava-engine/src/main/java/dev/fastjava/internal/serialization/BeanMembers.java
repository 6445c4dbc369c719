package dev.fastjava.internal.serialization;

import dev.fastjava.internal.serialization.BeanShapes.BeanShape;
import dev.fastjava.schema.EncodedText;
import dev.fastjava.schema.Utf8Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** How the properties of a schema are read from the instances of one class. */
final class BeanMembers {
  private static final List<Class<?>> OPTIONALS =
      List.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

  private BeanMembers() {}

  /** Returns what to do for a record or bean, in this order. */
  static List<Member> of(ObjectNode object, BeanShape shape) {
    List<Member> members = new ArrayList<>();
    for (String name : object.requiredOnly()) {
      BeanProperty property = shape.property(name);
      members.add(new Check(name, property == null ? bean -> null : property.getter()));
    }
    for (PropertyNode declared : object.properties()) {
      BeanProperty property = shape.property(declared.name());
      members.add(
          property == null
              ? new Missing(declared)
              : declared(declared, property, object.conversions()));
    }
    ExtraProperties extra = object.extra();
    if (extra != null && shape.readable() != null) {
      for (BeanProperty property : shape.readable()) {
        Node node = extra.nodeFor(property.name());
        if (node != null) {
          members.add(
              declared(
                  PropertyNode.of(property.name(), node, null, false),
                  property,
                  object.conversions()));
        }
      }
    }
    return members;
  }

  /** A property that the class has. */
  private static Member declared(
      PropertyNode declared, BeanProperty property, Conversions conversions) {
    if (property.isWritten()) {
      return new OfWritten(declared, property.getter());
    }
    Member primitive = primitive(property, declared.prefix(), declared.node());
    if (primitive != null) {
      return primitive;
    }
    Function<Object, @Nullable Object> getter = property.getter();
    boolean keepsNull = declared.node().acceptsNull() && !property.omitsNull();
    if (property.omitsEmpty()) {
      return new OfNonEmpty(declared, getter);
    }
    if (property.type() == String.class && declared.node() instanceof StringNode) {
      return new OfText(declared, getter);
    }
    return OPTIONALS.stream().anyMatch(property.type()::isAssignableFrom)
        ? new OfOptional(declared, getter, keepsNull, conversions)
        : new OfObject(declared, getter, keepsNull);
  }

  /** What writes a property of a primitive type, whose value is not boxed; null for others. */
  static @Nullable Member primitive(BeanProperty property, EncodedText prefix, Node node) {
    ToIntFunction<Object> ints = property.intGetter();
    if (ints != null) {
      return new OfInt(prefix, node, ints);
    }
    ToLongFunction<Object> longs = property.longGetter();
    if (longs != null) {
      return new OfLong(prefix, node, longs);
    }
    ToDoubleFunction<Object> doubles = property.doubleGetter();
    if (doubles != null) {
      return new OfDouble(prefix, node, doubles);
    }
    Predicate<Object> booleans = property.booleanGetter();
    return booleans == null ? null : new OfBoolean(prefix, node, booleans);
  }

  /** A property that the class has not. */
  private record Missing(PropertyNode declared) implements Member {
    @Override
    public boolean write(Object bean, Utf8Output out, int depth) {
      declared.writeMissing(bean, out);
      return true;
    }
  }

  /** A check that an undeclared property is there; it writes nothing. */
  private record Check(String name, Function<Object, @Nullable Object> getter) implements Member {
    @Override
    public boolean write(Object bean, Utf8Output out, int depth) {
      Object value = getter.apply(bean);
      if (value == null || value == WrittenValue.OMITTED) {
        throw PropertyNode.missing(name, bean);
      }
      return true;
    }
  }

  private record OfInt(EncodedText prefix, Node node, ToIntFunction<Object> getter)
      implements Member {
    @Override
    public boolean write(Object bean, Utf8Output out, int depth) {
      out.write(prefix);
      node.writeInt(getter.applyAsInt(bean), out, depth);
      return true;
    }
  }

  private record OfLong(EncodedText prefix, Node node, ToLongFunction<Object> getter)
      implements Member {
    @Override
    public boolean write(Object bean, Utf8Output out, int depth) {
      out.write(prefix);
      node.writeLong(getter.applyAsLong(bean), out, depth);
      return true;
    }
  }

  private record OfDouble(EncodedText prefix, Node node, ToDoubleFunction<Object> getter)
      implements Member {
    @Override
    public boolean write(Object bean, Utf8Output out, int depth) {
      out.write(prefix);
      node.writeDouble(getter.applyAsDouble(bean), out, depth);
      return true;
    }
  }

  private record OfBoolean(EncodedText prefix, Node node, Predicate<Object> getter)
      implements Member {
    @Override
    public boolean write(Object bean, Utf8Output out, int depth) {
      out.write(prefix);
      node.writeBoolean(getter.test(bean), out, depth);
      return true;
    }
  }

  /** A text whose schema says string: nothing is left to decide. */
  private record OfText(PropertyNode declared, Function<Object, @Nullable Object> getter)
      implements Member {
    @Override
    public boolean write(Object bean, Utf8Output out, int depth) {
      String text = (String) getter.apply(bean);
      if (text == null) {
        declared.writeMissing(bean, out);
      } else {
        out.write(declared.prefix());
        out.writeJsonString(text);
      }
      return true;
    }
  }

  private record OfObject(
      PropertyNode declared, Function<Object, @Nullable Object> getter, boolean keepsNull)
      implements Member {
    @Override
    public boolean write(Object bean, Utf8Output out, int depth) {
      Object value = getter.apply(bean);
      if (value != null || keepsNull) {
        declared.write(value, out, depth);
      } else {
        declared.writeMissing(bean, out);
      }
      return true;
    }
  }

  /** A property that is what Jackson writes. */
  private record OfWritten(PropertyNode declared, Function<Object, @Nullable Object> getter)
      implements Member {
    @Override
    public boolean write(Object bean, Utf8Output out, int depth) {
      Object value = getter.apply(bean);
      if (value == WrittenValue.OMITTED || (value == null && !declared.node().acceptsNull())) {
        declared.writeMissing(bean, out);
      } else {
        declared.write(value, out, depth);
      }
      return true;
    }
  }

  /** A property that the class leaves out when it is empty. */
  private record OfNonEmpty(PropertyNode declared, Function<Object, @Nullable Object> getter)
      implements Member {
    @Override
    public boolean write(Object bean, Utf8Output out, int depth) {
      Object value = getter.apply(bean);
      if (value == null || BeanProperty.isEmpty(value)) {
        declared.writeMissing(bean, out);
      } else {
        declared.write(value, out, depth);
      }
      return true;
    }
  }

  /** A property of a type that an optional value may have: an empty one is missing. */
  private record OfOptional(
      PropertyNode declared,
      Function<Object, @Nullable Object> getter,
      boolean keepsNull,
      Conversions conversions)
      implements Member {
    @Override
    public boolean write(Object bean, Utf8Output out, int depth) {
      Object value = conversions.unwrapped(getter.apply(bean));
      if (value != null || keepsNull) {
        declared.write(value, out, depth);
      } else {
        declared.writeMissing(bean, out);
      }
      return true;
    }
  }
}
