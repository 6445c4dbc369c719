package dev.fastjava.law;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A declared type with values of it. */
@NullUnmarked
record Sample(String name, Type type, List<@Nullable Object> values) {

  static Sample of(Type type, @Nullable Object... values) {
    return new Sample(
        type.getTypeName().replaceAll("(\\w+\\.)+(\\w+\\$)?", ""),
        type,
        Collections.unmodifiableList(new ArrayList<>(Arrays.asList(values))));
  }

  /** A property of the type, of a record. */
  record Box<T>(@Nullable T value) {}

  /** The same, of a bean that can change. */
  static class Bean<T> {
    private @Nullable T value;
    private String before = "b";

    public String getBefore() {
      return before;
    }

    public void setBefore(String before) {
      this.before = before;
    }

    public @Nullable T getValue() {
      return value;
    }

    public void setValue(@Nullable T value) {
      this.value = value;
    }
  }

  /** The sample and its values as properties of a record. */
  List<Sample> asProperty() {
    return inAllPositions().subList(0, 2);
  }

  /** The sample and its values in the positions where most goes wrong. */
  List<Sample> inSomePositions() {
    return inAllPositions().stream()
        .filter(
            each ->
                each.name().equals(name)
                    || each.name().startsWith("Box of")
                    || each.name().startsWith("List of")
                    || each.name().startsWith("Map of"))
        .toList();
  }

  /** The sample itself and its values in every position that a declared type may have. */
  List<Sample> inAllPositions() {
    List<Sample> all = new ArrayList<>();
    all.add(this);
    Type boxed = boxed(type);
    List<@Nullable Object> boxes = new ArrayList<>();
    List<@Nullable Object> beans = new ArrayList<>();
    List<@Nullable Object> lists = new ArrayList<>();
    List<@Nullable Object> maps = new ArrayList<>();
    List<@Nullable Object> optionals = new ArrayList<>();
    List<@Nullable Object> arrays = new ArrayList<>();
    List<@Nullable Object> nested = new ArrayList<>();
    for (Object value : values) {
      boxes.add(new Box<>(value));
      Bean<Object> bean = new Bean<>();
      bean.setValue(value);
      beans.add(bean);
      lists.add(Arrays.asList(value, value));
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      map.put("k", value);
      maps.add(map);
      nested.add(new Box<>(Arrays.asList(new Box<>(value))));
      if (value != null) {
        optionals.add(new Box<>(Optional.of(value)));
        Object array = Array.newInstance(raw(boxed), 1);
        Array.set(array, 0, value);
        arrays.add(array);
      }
    }
    all.add(at("Box", generic(Box.class, boxed), boxes));
    all.add(at("Bean", generic(Bean.class, boxed), beans));
    all.add(at("List", generic(List.class, boxed), lists));
    all.add(at("Map", generic(Map.class, String.class, boxed), maps));
    all.add(at("Box<Optional>", generic(Box.class, generic(Optional.class, boxed)), optionals));
    all.add(at("array", boxed instanceof Class<?> c ? c.arrayType() : array(boxed), arrays));
    all.add(
        at(
            "Box<List<Box>>",
            generic(Box.class, generic(List.class, generic(Box.class, boxed))),
            nested));
    return all;
  }

  private Sample at(String position, Type declared, List<@Nullable Object> there) {
    return new Sample(position + " of " + name, declared, there);
  }

  private static Class<?> raw(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type;
  }

  private static Type boxed(Type type) {
    return type instanceof Class<?> plain
        ? java.lang.invoke.MethodType.methodType(plain).wrap().returnType()
        : type;
  }

  static GenericArrayType array(Type component) {
    return () -> component;
  }

  static ParameterizedType generic(Class<?> raw, Type... arguments) {
    return new ParameterizedType() {
      @Override
      public Type[] getActualTypeArguments() {
        return arguments.clone();
      }

      @Override
      public Type getRawType() {
        return raw;
      }

      @Override
      public @Nullable Type getOwnerType() {
        return raw.getDeclaringClass();
      }

      @Override
      public String getTypeName() {
        StringBuilder name = new StringBuilder(raw.getSimpleName()).append('<');
        for (Type argument : arguments) {
          name.append(name.charAt(name.length() - 1) == '<' ? "" : ", ")
              .append(argument.getTypeName());
        }
        return name.append('>').toString();
      }
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
