package dev.fastjava.internal.validation.format;

import dev.fastjava.internal.regex.Regex;
import dev.fastjava.internal.regex.RegexSyntaxException;
import dev.fastjava.internal.validation.check.Format;
import dev.fastjava.internal.validation.check.TextTest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The formats of {@code ajv-formats} in full mode. */
public final class Formats {
  /** The names of all formats. */
  public static final List<String> NAMES =
      List.of(
          "binary",
          "byte",
          "date",
          "date-time",
          "double",
          "duration",
          "email",
          "float",
          "hostname",
          "int32",
          "int64",
          "ipv4",
          "ipv6",
          "iso-date-time",
          "iso-time",
          "json-pointer",
          "json-pointer-uri-fragment",
          "password",
          "regex",
          "relative-json-pointer",
          "time",
          "uri",
          "uri-reference",
          "uri-template",
          "url",
          "uuid");

  private Formats() {}

  /** Tells whether a value has a format; a value of a kind the format does not look at has it. */
  public static boolean matches(String name, @Nullable Object value) {
    Format format = find(name);
    return format == null || format.matches(value);
  }

  /** Finds a format by its name; null when it is unknown. Grammars are compiled on first use. */
  public static @Nullable Format find(String name) {
    return switch (name) {
      case "date" -> ordered(Dates::isDate, Dates::compareDates);
      case "time" -> ordered(text -> Dates.isTime(text, true), Dates::compareTimes);
      case "date-time" -> ordered(text -> Dates.isDateTime(text, true), Dates::compareDateTimes);
      case "iso-time" -> ordered(text -> Dates.isTime(text, false), Dates::compareClocks);
      case "iso-date-time" ->
          ordered(text -> Dates.isDateTime(text, false), Dates::compareDatesAndTimes);
      case "duration" -> text(TextGrammar.DURATION::find);
      case "uri" -> text(UriGrammar::isUri);
      case "uri-reference" -> text(UriGrammar::isReference);
      case "uri-template" -> text(TextGrammar.URI_TEMPLATE::find);
      case "url" -> text(UrlGrammar.URL::find);
      case "email" -> text(NameGrammar::isEmail);
      case "hostname" -> text(NameGrammar::isHostname);
      case "ipv4" -> text(Addresses::isIpv4);
      case "ipv6" -> text(Addresses::isIpv6);
      case "regex" -> text(Formats::isRegex);
      case "uuid" -> text(TextGrammar.UUID::find);
      case "json-pointer" -> text(TextGrammar.JSON_POINTER::find);
      case "json-pointer-uri-fragment" -> text(TextGrammar.JSON_POINTER_FRAGMENT::find);
      case "relative-json-pointer" -> text(TextGrammar.RELATIVE_JSON_POINTER::find);
      case "byte" -> text(TextGrammar::isBase64);
      case "int32" -> number(Formats::isInt32);
      case "int64" -> number(Formats::isInteger);
      case "float", "double" -> number(number -> true);
      case "password", "binary" -> Format.UNCHECKED;
      default -> null;
    };
  }

  private static Format text(TextTest test) {
    return new Format(test, null, null);
  }

  private static Format ordered(TextTest test, Format.Order order) {
    return new Format(test, null, order);
  }

  private static Format number(Predicate<Number> test) {
    return new Format(null, test, null);
  }

  private static boolean isInteger(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal.signum() == 0 || decimal.stripTrailingZeros().scale() <= 0;
    }
    if (number instanceof Double || number instanceof Float) {
      double value = number.doubleValue();
      return value == Math.rint(value) && !Double.isInfinite(value);
    }
    return true;
  }

  private static boolean isInt32(Number number) {
    if (number instanceof BigInteger integer) {
      return integer.bitLength() < 32;
    }
    double value = number.doubleValue();
    return isInteger(number) && value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE;
  }

  private static boolean isRegex(String text) {
    // The end anchor of other dialects.
    int anchor = text.indexOf("\\Z", 1);
    while (anchor > 0) {
      if (text.charAt(anchor - 1) != '\\') {
        return false;
      }
      anchor = text.indexOf("\\Z", anchor + 1);
    }
    try {
      Regex.check(text);
      return true;
    } catch (RegexSyntaxException e) {
      return false;
    }
  }
}
