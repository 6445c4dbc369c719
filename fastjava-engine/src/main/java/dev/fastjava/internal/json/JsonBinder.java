package dev.fastjava.internal.json;

import dev.fastjava.HttpException;
import java.lang.reflect.Type;
import java.util.List;
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
      String message = part + pathOf(e) + ' ' + problem(e, target);
      throw new HttpException(400, message, null).code(CODE);
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

  private static String pathOf(JacksonException failure) {
    StringBuilder path = new StringBuilder();
    List<JacksonException.Reference> references = failure.getPath();
    for (JacksonException.Reference reference : references) {
      String name = reference.getPropertyName();
      path.append('/')
          .append(name == null ? Integer.toString(reference.getIndex()) : pointer(name));
    }
    return path.toString();
  }

  private static String pointer(String name) {
    return name.replace("~", "~0").replace("/", "~1");
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
