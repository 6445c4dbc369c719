package dev.fastjava.internal.json;

import dev.fastjava.schema.ValidationError;
import java.io.File;
import java.lang.invoke.MethodType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells in the words of a JSON Schema what a Java type wants. */
final class WantedType {
  /** The kinds of types that have no form in a url. */
  private static final Map<Class<?>, String> KINDS =
      Map.of(
          OptionalInt.class, "integer",
          OptionalLong.class, "integer",
          AtomicInteger.class, "integer",
          AtomicLong.class, "integer",
          OptionalDouble.class, "number",
          AtomicBoolean.class, "boolean",
          CharSequence.class, "string",
          StringBuilder.class, "string",
          StringBuffer.class, "string",
          char[].class, "string");

  /** Those that are read from texts of which no format of a schema tells. */
  private static final Set<Class<?>> TEXTS =
      Set.of(
          Charset.class,
          Class.class,
          File.class,
          InetAddress.class,
          InetSocketAddress.class,
          Path.class,
          Pattern.class);

  /** The formats of types that have no form in a url. */
  private static final Map<Class<?>, String> FORMATS =
      Map.of(
          Date.class, "date-time",
          Calendar.class, "date-time",
          GregorianCalendar.class, "date-time",
          TimeZone.class, "time-zone",
          URL.class, "uri",
          byte[].class, "byte");

  private WantedType() {}

  /**
   * Returns the violation of a value that is not of a type.
   *
   * @param value what was found there
   */
  static ValidationError violation(String path, Class<?> type, @Nullable Object value) {
    if (TEXTS.contains(type)) {
      return value instanceof String
          ? notValid(path)
          : violation(path, "type", Map.of("type", "string"), "must be string");
    }
    return violation(path, type);
  }

  private static ValidationError violation(String path, Class<?> type) {
    String format = format(type);
    if (format != null) {
      return violation(
          path, "format", Map.of("format", format), "must match format \"" + format + '"');
    }
    String kind = kind(type);
    return violation(path, "type", Map.of("type", kind), "must be " + kind);
  }

  /** Returns the violation of a value that is none of a few. */
  static ValidationError oneOf(String path, List<String> allowed) {
    return violation(
        path,
        "enum",
        Map.of("allowedValues", allowed),
        "must be equal to one of the allowed values: " + String.join(", ", allowed));
  }

  /**
   * Returns the violation of a name in an object that is the key of a map; the place is that of the
   * object, as it is of {@code propertyNames}.
   *
   * @param allowed the keys there are; null when they are told by their type
   */
  static ValidationError ofKey(
      String path, String key, @Nullable List<String> allowed, Class<?> type) {
    boolean open =
        allowed == null && (isObject(type) || TEXTS.contains(type) || kind(type).equals("array"));
    ValidationError own =
        open ? notValid(path) : allowed == null ? violation(path, type) : oneOf(path, allowed);
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("propertyName", key);
    params.putAll(own.params());
    return violation(path, "propertyNames", params, "property name '" + key + "' " + own.message());
  }

  /** Returns the violation of an object without a property. */
  static ValidationError missing(String path, String name) {
    return violation(
        path,
        "required",
        Map.of("missingProperty", name),
        "must have required property '" + name + '\'');
  }

  /** Returns the violation of a property that its object does not know. */
  static ValidationError unknown(String path, String name) {
    return violation(
        path,
        "additionalProperties",
        Map.of("additionalProperty", name),
        "is not a known property");
  }

  /** Whether a type wants an object, as far as its class tells. */
  static boolean isObject(Class<?> type) {
    return format(type) == null
        && !TEXTS.contains(type)
        && !type.isEnum()
        && kind(type).equals("object");
  }

  /** Whether a class is one of the JDK. */
  static boolean isOfJdk(String name) {
    return name.startsWith("java.")
        || name.startsWith("javax.")
        || name.startsWith("jdk.")
        || name.startsWith("sun.");
  }

  /** Returns the violation of a value of which no more can be said. */
  static ValidationError notValid(String path) {
    return violation(path, "valid", Map.of(), "is not valid");
  }

  /** Returns a violation; there is no schema that it could point to. */
  static ValidationError violation(
      String path, String keyword, Map<String, Object> params, String message) {
    return new ValidationError(path, "", keyword, params, message);
  }

  private static @Nullable String format(Class<?> type) {
    TextForm form = type.isEnum() ? null : TextForm.of(type);
    return form != null && form.keyword().equals("format") ? form.kind() : FORMATS.get(type);
  }

  private static String kind(Class<?> type) {
    TextForm form = TextForm.of(MethodType.methodType(type).wrap().returnType());
    if (form != null && form.keyword().equals("type")) {
      return form.kind();
    }
    boolean array = type.isArray() || Collection.class.isAssignableFrom(type);
    return KINDS.getOrDefault(type, array ? "array" : "object");
  }
}
