package dev.fastjava.internal.json;

import dev.fastjava.schema.ValidationError;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.AbstractDeserializer;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says of a value that could not be bound what is wrong, and where, in the words of a schema: no
 * class is named, and no text of the JDK or of Jackson is told.
 */
final class BindingFault {
  private final JsonBinder binder;
  private final boolean lowerNames;
  private final @Nullable Object value;

  /**
   * Starts with a value.
   *
   * @param lowerNames whether names are told in lower case
   */
  BindingFault(JsonBinder binder, boolean lowerNames, @Nullable Object value) {
    this.binder = binder;
    this.lowerNames = lowerNames;
    this.value = value;
  }

  /** The violation that a failure of Jackson stands for. */
  ValidationError of(JacksonException failure, Type type) {
    List<JacksonException.Reference> path =
        lowerNames ? lower(failure.getPath()) : failure.getPath();
    String missing = missingProperty(path);
    return missing == null
        ? problem(failure, binder.mapper().constructType(type), path)
        : WantedType.missing(pointer(path.subList(0, path.size() - 1)), missing);
  }

  private ValidationError problem(
      JacksonException failure, JavaType target, List<JacksonException.Reference> references) {
    String path = pointer(references);
    if (failure instanceof UnrecognizedPropertyException unknown) {
      return WantedType.unknown(path, unknown.getPropertyName());
    }
    if (failure instanceof ValueInstantiationException) {
      String told = told(failure.getCause());
      return WantedType.violation(
          path, "valid", Map.of(), told == null ? "is not valid" : "is not valid: " + told);
    }
    if (failure instanceof MismatchedInputException mismatch) {
      Class<?> wanted = mismatch.getTargetType();
      Class<?> type = wanted == null ? target.getRawClass() : wanted;
      Object found = at(references);
      List<String> constants = type.isEnum() ? binder.constants(type) : null;
      String key = badKey(failure, found);
      if (key != null) {
        return WantedType.ofKey(path, key, constants, type);
      }
      if (constants != null) {
        return WantedType.oneOf(path, constants);
      }
      // It is one already: a property of it may not be there, in a view that it is not in.
      boolean opaque = WantedType.isObject(type) && (found instanceof Map || !wantsObject(type));
      return opaque ? WantedType.notValid(path) : WantedType.violation(path, type, found);
    }
    return WantedType.notValid(path);
  }

  /**
   * What the constructor of the application's own type says, to be read by its callers; null for
   * what the JDK says on its behalf.
   */
  private static @Nullable String told(@Nullable Throwable cause) {
    if (!(cause instanceof IllegalArgumentException)) {
      return null;
    }
    StackTraceElement[] trace = cause.getStackTrace();
    return trace.length > 0 && WantedType.isOfJdk(trace[0].getClassName())
        ? null
        : cause.getMessage();
  }

  /** Whether objects are what a class is read from, and nothing else, as far as that is known. */
  private boolean wantsObject(Class<?> type) {
    if (Map.class.isAssignableFrom(type) || type == Object.class) {
      return true;
    }
    JsonMapper mapper = binder.mapper();
    ValueDeserializer<?> reader;
    try {
      reader =
          mapper
              ._deserializationContext()
              .findNonContextualValueDeserializer(mapper.constructType(type));
    } catch (JacksonException | IllegalArgumentException e) {
      return true;
    }
    if (!(reader instanceof BeanDeserializerBase bean)) {
      return reader instanceof AbstractDeserializer;
    }
    ValueInstantiator creators = bean.getValueInstantiator();
    return !WantedType.isOfJdk(type.getName())
        && !creators.canCreateFromString()
        && !creators.canCreateFromInt()
        && !creators.canCreateFromLong()
        && !creators.canCreateFromDouble()
        && !creators.canCreateFromBoolean()
        && !creators.canCreateUsingDelegate()
        && !creators.canCreateUsingArrayDelegate();
  }

  /** Returns the name of the property that the path ends with, when the value does not have it. */
  private @Nullable String missingProperty(List<JacksonException.Reference> path) {
    Object current = value;
    for (int i = 0; i < path.size(); i++) {
      String name = path.get(i).getPropertyName();
      if (name != null && current instanceof Map<?, ?> map && !map.containsKey(name)) {
        return i == path.size() - 1 ? name : null;
      }
      current = step(current, path.get(i));
    }
    return null;
  }

  /** The value that a path leads to; null when there is none. */
  private @Nullable Object at(List<JacksonException.Reference> path) {
    Object current = value;
    for (JacksonException.Reference each : path) {
      current = step(current, each);
    }
    return current;
  }

  private static @Nullable Object step(
      @Nullable Object current, JacksonException.Reference reference) {
    if (reference.getPropertyName() != null) {
      return current instanceof Map<?, ?> map ? map.get(reference.getPropertyName()) : null;
    }
    int index = reference.getIndex();
    return current instanceof List<?> list && index >= 0 && index < list.size()
        ? list.get(index)
        : null;
  }

  private static List<JacksonException.Reference> lower(List<JacksonException.Reference> path) {
    return path.stream()
        .map(
            each ->
                each.getPropertyName() == null
                    ? each
                    : new JacksonException.Reference(
                        each.from(), each.getPropertyName().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static String pointer(List<JacksonException.Reference> path) {
    StringBuilder pointer = new StringBuilder();
    for (JacksonException.Reference reference : path) {
      String name = reference.getPropertyName();
      pointer.append('/');
      pointer.append(
          name == null ? Integer.toString(reference.getIndex()) : JsonPointers.escape(name));
    }
    return pointer.toString();
  }

  /** The key that a map cannot have, of which Jackson tells the place of the map; null for none. */
  private static @Nullable String badKey(JacksonException failure, @Nullable Object value) {
    return failure instanceof InvalidFormatException format
            && value instanceof Map<?, ?> map
            && format.getValue() instanceof String key
            && map.containsKey(key)
        ? key
        : null;
  }
}
