package dev.fastjava.internal.serialization;

import dev.fastjava.internal.json.JsonWriter;
import dev.fastjava.schema.EncodedText;
import dev.fastjava.schema.Utf8Output;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A declared property together with the way to read it from instances of one class. */
abstract class BoundProperty {
  abstract void write(Object bean, Utf8Output out, int depth);

  /** A property that the class has. */
  static BoundProperty declared(PropertyNode declared, BeanProperty property) {
    ToIntFunction<Object> ints = property.intGetter();
    if (ints != null) {
      return new OfInt(declared, ints);
    }
    ToLongFunction<Object> longs = property.longGetter();
    if (longs != null) {
      return new OfLong(declared, longs);
    }
    ToDoubleFunction<Object> doubles = property.doubleGetter();
    if (doubles != null) {
      return new OfDouble(declared, doubles);
    }
    Predicate<Object> booleans = property.booleanGetter();
    if (booleans != null) {
      return new OfBoolean(declared, booleans);
    }
    boolean keepsNull = declared.node.acceptsNull() && !property.omitsNull();
    if (property.type() == String.class && declared.node instanceof StringNode) {
      return new OfText(declared, property.getter());
    }
    return new OfObject(declared, property.getter(), keepsNull);
  }

  /** A property that the class has not. */
  static BoundProperty missing(PropertyNode declared) {
    return new BoundProperty() {
      @Override
      void write(Object bean, Utf8Output out, int depth) {
        declared.writeMissing(out);
      }
    };
  }

  /** A check that an undeclared property is there; it writes nothing. */
  static BoundProperty check(String name, @Nullable BeanProperty property) {
    Function<Object, @Nullable Object> getter = property == null ? bean -> null : property.getter();
    return new BoundProperty() {
      @Override
      void write(Object bean, Utf8Output out, int depth) {
        if (getter.apply(bean) == null) {
          throw PropertyNode.missing(name);
        }
      }
    };
  }

  private static final class OfInt extends BoundProperty {
    private final EncodedText prefix;
    private final Node node;
    private final ToIntFunction<Object> getter;

    OfInt(PropertyNode declared, ToIntFunction<Object> getter) {
      this.prefix = declared.prefix;
      this.node = declared.node;
      this.getter = getter;
    }

    @Override
    void write(Object bean, Utf8Output out, int depth) {
      out.write(prefix);
      node.writeInt(getter.applyAsInt(bean), out, depth);
    }
  }

  private static final class OfLong extends BoundProperty {
    private final EncodedText prefix;
    private final Node node;
    private final ToLongFunction<Object> getter;

    OfLong(PropertyNode declared, ToLongFunction<Object> getter) {
      this.prefix = declared.prefix;
      this.node = declared.node;
      this.getter = getter;
    }

    @Override
    void write(Object bean, Utf8Output out, int depth) {
      out.write(prefix);
      node.writeLong(getter.applyAsLong(bean), out, depth);
    }
  }

  private static final class OfDouble extends BoundProperty {
    private final EncodedText prefix;
    private final Node node;
    private final ToDoubleFunction<Object> getter;

    OfDouble(PropertyNode declared, ToDoubleFunction<Object> getter) {
      this.prefix = declared.prefix;
      this.node = declared.node;
      this.getter = getter;
    }

    @Override
    void write(Object bean, Utf8Output out, int depth) {
      out.write(prefix);
      node.writeDouble(getter.applyAsDouble(bean), out, depth);
    }
  }

  private static final class OfBoolean extends BoundProperty {
    private final EncodedText prefix;
    private final Node node;
    private final Predicate<Object> getter;

    OfBoolean(PropertyNode declared, Predicate<Object> getter) {
      this.prefix = declared.prefix;
      this.node = declared.node;
      this.getter = getter;
    }

    @Override
    void write(Object bean, Utf8Output out, int depth) {
      out.write(prefix);
      node.writeBoolean(getter.test(bean), out, depth);
    }
  }

  /** A text whose schema says string: nothing is left to decide. */
  private static final class OfText extends BoundProperty {
    private final PropertyNode declared;
    private final EncodedText prefix;
    private final Function<Object, @Nullable Object> getter;

    OfText(PropertyNode declared, Function<Object, @Nullable Object> getter) {
      this.declared = declared;
      this.prefix = declared.prefix;
      this.getter = getter;
    }

    @Override
    void write(Object bean, Utf8Output out, int depth) {
      Object value = getter.apply(bean);
      if (value instanceof String text) {
        out.write(prefix);
        out.writeJsonString(text);
      } else {
        declared.writeMissing(out);
      }
    }
  }

  private static final class OfObject extends BoundProperty {
    private final PropertyNode declared;
    private final Function<Object, @Nullable Object> getter;
    private final boolean keepsNull;

    OfObject(PropertyNode declared, Function<Object, @Nullable Object> getter, boolean keepsNull) {
      this.declared = declared;
      this.getter = getter;
      this.keepsNull = keepsNull;
    }

    @Override
    void write(Object bean, Utf8Output out, int depth) {
      Object value = getter.apply(bean);
      if (value != null && JsonWriter.isOptional(value)) {
        value = JsonWriter.unwrap(value);
      }
      if (value != null || keepsNull) {
        declared.write(value, out, depth);
      } else {
        declared.writeMissing(out);
      }
    }
  }
}
