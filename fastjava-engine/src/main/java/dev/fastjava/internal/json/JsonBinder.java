package dev.fastjava.internal.json;

import dev.fastjava.HttpException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns plain values into Java types: records, beans, collections and generic types of these. A
 * value that does not fit is the client's fault: the error has status 400, and says where the value
 * is and what is wanted in the words of a schema, without a name of a class. Thread-safe.
 */
public final class JsonBinder {
  private static final String CODE = "FST_ERR_VALIDATION";

  private final JsonMapper mapper;

  /** Makes a binder with Jackson's defaults. */
  public JsonBinder() {
    this(JsonMapper.builder().build());
  }

  /** Makes a binder that uses a mapper configured elsewhere. */
  public JsonBinder(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * Binds a value.
   *
   * @param part what the value is, for the message: {@code body}, {@code querystring}
   * @param value a plain value
   * @param type what it shall be
   * @return the value itself when it is of the type already
   * @throws HttpException with status 400 when it does not fit
   */
  public @Nullable Object bind(String part, @Nullable Object value, Type type) {
    if (value == null || (type instanceof Class<?> plain && plain.isInstance(value))) {
      return value;
    }
    JavaType target = mapper.constructType(type);
    try {
      return mapper.convertValue(value, target);
    } catch (JacksonException e) {
      List<JacksonException.Reference> path = e.getPath();
      String missing = missingProperty(value, path);
      String message =
          missing == null
              ? part + pointer(path) + ' ' + problem(e, target)
              : part
                  + pointer(path.subList(0, path.size() - 1))
                  + " must have required property '"
                  + missing
                  + '\'';
      throw new HttpException(400, message, null).code(CODE);
    } catch (StackOverflowError e) {
      // The body was read without recursion, deeper than the binding of types can follow.
      throw new HttpException(400, part + " is nested too deeply", null).code(CODE);
    }
  }

  /**
   * Binds a value to a class.
   *
   * @param part what the value is, for the message
   * @param value a plain value
   * @param type what it shall be
   * @throws HttpException with status 400 when it does not fit
   */
  @SuppressWarnings("unchecked") // the mapper returns what it is asked for
  public <T> @Nullable T bind(String part, @Nullable Object value, Class<T> type) {
    return (T) bind(part, value, (Type) type);
  }

  /** Returns the name of the property that the path ends with, when the value does not have it. */
  private static @Nullable String missingProperty(
      Object value, List<JacksonException.Reference> path) {
    Object current = value;
    for (int i = 0; i < path.size(); i++) {
      String name = path.get(i).getPropertyName();
      if (name == null) {
        int index = path.get(i).getIndex();
        current =
            current instanceof List<?> list && index >= 0 && index < list.size()
                ? list.get(index)
                : null;
      } else if (current instanceof Map<?, ?> map && !map.containsKey(name)) {
        return i == path.size() - 1 ? name : null;
      } else {
        current = current instanceof Map<?, ?> map ? map.get(name) : null;
      }
    }
    return null;
  }

  private static String pointer(List<JacksonException.Reference> path) {
    StringBuilder pointer = new StringBuilder();
    for (JacksonException.Reference reference : path) {
      String name = reference.getPropertyName();
      pointer.append('/');
      pointer.append(
          name == null
              ? Integer.toString(reference.getIndex())
              : name.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }

  private static String problem(JacksonException failure, JavaType target) {
    if (failure instanceof ValueInstantiationException) {
      Throwable cause = failure.getCause();
      // Thrown by the constructor of the application's own type, to be read by its callers.
      if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
        return "is not valid: " + cause.getMessage();
      }
      return "is not valid";
    }
    if (failure instanceof MismatchedInputException mismatch) {
      Class<?> wanted = mismatch.getTargetType();
      return WantedType.describe(wanted == null ? target.getRawClass() : wanted);
    }
    return "is not valid";
  }
}
