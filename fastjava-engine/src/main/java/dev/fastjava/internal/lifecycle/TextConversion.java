package dev.fastjava.internal.lifecycle;

import dev.fastjava.error.ValidationException;
import dev.fastjava.internal.json.JsonBinder;
import dev.fastjava.internal.json.TextForm;
import dev.fastjava.internal.json.ThrownInside;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.spi.TextConverter;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts parameters and query values to the types handlers ask for. */
final class TextConversion {
  /** How much of a text that does not fit is told: it may be as long as a head. */
  private static final int MAX_TOLD = 100;

  private final JsonBinder binder;

  /**
   * Makes a converter.
   *
   * @param binder reads enums
   */
  TextConversion(JsonBinder binder) {
    this.binder = binder;
  }

  /**
   * Converts a value.
   *
   * @param value a text, or what validation has made of one
   * @param part where the value is from
   * @param name its name there
   */
  <T> T convert(Object value, Class<T> type, HttpPart part, String name) {
    return convert(value, type, part, name, -1);
  }

  @SuppressWarnings("unchecked") // primitive classes are boxed: Class<T>.cast would refuse
  private <T> T convert(Object value, Class<T> type, HttpPart part, String name, int index) {
    Class<?> target = type.isPrimitive() ? MethodType.methodType(type).wrap().returnType() : type;
    if (target.isInstance(value)) {
      return (T) value;
    }
    TextForm form = TextForm.of(target);
    if (form == null && !target.isEnum()) {
      TextConverter.Conversion own = binder.conversion(target);
      if (own != null) {
        return (T) converted(own, value.toString(), part, pointer(name, index));
      }
      throw new IllegalArgumentException(
          "Texts cannot be converted to what "
              + part.label()
              + '/'
              + name
              + " is asked for as: ask for a number, boolean, character, enum, UUID, URI, locale,"
              + " currency or text, for a type of java.time, or for one that the option"
              + " textConverter knows",
          // Clients read the message, not the cause.
          new ClassCastException(type.getTypeName()));
    }
    String text = text(value, target);
    try {
      Object converted = form == null ? binder.constant(text, target) : form.parse(text);
      if (converted != null) {
        return (T) converted;
      }
    } catch (RuntimeException e) {
      // The client's fault, told below; the parser's own words tell it nothing more.
    }
    throw refusal(target, form, text, part, pointer(name, index));
  }

  /** What the application makes of a text. */
  private static Object converted(
      TextConverter.Conversion conversion, String text, HttpPart part, String path) {
    RuntimeException own = null;
    try {
      Object converted = conversion.convert(text);
      if (converted != null) {
        return converted;
      }
    } catch (Exception e) {
      own = ThrownInside.of(e);
    }
    throw own == null ? error(part, path, "valid", Map.of(), "is not valid") : own;
  }

  /** Converts all values of a name. */
  <T> List<T> convertAll(@Nullable Object values, Class<T> type, HttpPart part, String name) {
    if (values == null) {
      return List.of();
    }
    if (!(values instanceof List<?> many)) {
      return List.of(convert(values, type, part, name));
    }
    List<T> all = new ArrayList<>(many.size());
    for (int i = 0; i < many.size(); i++) {
      Object each = many.get(i);
      all.add(convert(each == null ? "null" : each, type, part, name, i));
    }
    return all;
  }

  /** Converts the values of a name in the query: all of them for arrays and lists. */
  @SuppressWarnings("unchecked") // the array is of the type that is asked for
  <T> @Nullable T convertQuery(@Nullable Object value, Class<T> type, String name) {
    if (value == null && !type.isArray()) {
      return null;
    }
    if (type.isArray()) {
      List<?> all = convertAll(value, type.getComponentType(), HttpPart.QUERYSTRING, name);
      Object array = Array.newInstance(type.getComponentType(), all.size());
      for (int i = 0; i < all.size(); i++) {
        Array.set(array, i, all.get(i));
      }
      return (T) array;
    }
    if (type == List.class || type == Collection.class) {
      return (T) (value instanceof List<?> ? value : List.of(value));
    }
    Object first = value instanceof List<?> many ? (many.isEmpty() ? null : many.get(0)) : value;
    return first == null ? null : convert(first, type, HttpPart.QUERYSTRING, name);
  }

  /** The error for a value that has to be there. */
  static ValidationException missing(HttpPart part, String name) {
    return error(
        part,
        "",
        "required",
        Map.of("missingProperty", name),
        "must have required property '" + name + "'");
  }

  private static String pointer(String name, int index) {
    String pointer = '/' + name.replace("~", "~0").replace("/", "~1");
    return index < 0 ? pointer : pointer + '/' + index;
  }

  private static String text(Object value, Class<?> target) {
    // A schema that says number makes a double of 2.0, which is a whole number all the same.
    if (value instanceof Double number
        && Number.class.isAssignableFrom(target)
        && number == Math.rint(number)
        && Math.abs(number) < 1e18) {
      return Long.toString(number.longValue());
    }
    return value.toString();
  }

  private ValidationException refusal(
      Class<?> target, @Nullable TextForm form, String text, HttpPart part, String path) {
    String told = text.length() > MAX_TOLD ? text.substring(0, MAX_TOLD) + "…" : text;
    StringBuilder message = new StringBuilder();
    String keyword;
    Map<String, Object> params;
    if (form == null) {
      List<String> allowed = binder.constants(target);
      message.append("must be a valid value (").append(String.join(", ", allowed)).append(')');
      keyword = "enum";
      params = Map.of("allowedValues", allowed);
    } else {
      message.append("must be a valid ").append(target.getSimpleName());
      if (form.example() != null) {
        message.append(" such as ").append(form.example());
      }
      keyword = form.keyword();
      params = Map.of(form.keyword(), form.kind());
    }
    message.append(", not \"").append(told).append('"');
    return error(part, path, keyword, params, message.toString());
  }

  private static ValidationException error(
      HttpPart part, String path, String keyword, Map<String, Object> params, String message) {
    return JsonBinder.error(part, new ValidationError(path, "", keyword, params, message));
  }
}
