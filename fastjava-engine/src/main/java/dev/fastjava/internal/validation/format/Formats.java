package dev.fastjava.internal.validation.format;

import dev.fastjava.internal.validation.check.Format;
import dev.fastjava.internal.validation.check.TextTest;
import dev.fastjava.internal.validation.regex.Regex;
import dev.fastjava.internal.validation.regex.RegexSyntaxException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The formats of {@code ajv-formats} in full mode. */
public final class Formats {
  private static final Map<String, Format> ALL =
      Map.ofEntries(
          Map.entry("date", ordered(Dates::isDate, Dates::compareDates)),
          Map.entry("time", ordered(text -> Dates.isTime(text, true), Dates::compareTimes)),
          Map.entry(
              "date-time", ordered(text -> Dates.isDateTime(text, true), Dates::compareDateTimes)),
          Map.entry("iso-time", ordered(text -> Dates.isTime(text, false), Dates::compareClocks)),
          Map.entry(
              "iso-date-time",
              ordered(text -> Dates.isDateTime(text, false), Dates::compareDatesAndTimes)),
          Map.entry("duration", text(Grammar.DURATION::find)),
          Map.entry("uri", text(Grammar::isUri)),
          Map.entry("uri-reference", text(Grammar.URI_REFERENCE::find)),
          Map.entry("uri-template", text(Grammar.URI_TEMPLATE::find)),
          Map.entry("url", text(Grammar.URL::find)),
          Map.entry("email", text(Grammar.EMAIL::find)),
          Map.entry("hostname", text(Grammar::isHostname)),
          Map.entry("ipv4", text(Addresses::isIpv4)),
          Map.entry("ipv6", text(Addresses::isIpv6)),
          Map.entry("regex", text(Formats::isRegex)),
          Map.entry("uuid", text(Grammar.UUID::find)),
          Map.entry("json-pointer", text(Grammar.JSON_POINTER::find)),
          Map.entry("json-pointer-uri-fragment", text(Grammar.JSON_POINTER_FRAGMENT::find)),
          Map.entry("relative-json-pointer", text(Grammar.RELATIVE_JSON_POINTER::find)),
          Map.entry("byte", text(Grammar::isBase64)),
          Map.entry("int32", number(Formats::isInt32)),
          Map.entry("int64", number(Formats::isInteger)),
          Map.entry("float", number(number -> true)),
          Map.entry("double", number(number -> true)),
          Map.entry("password", Format.UNCHECKED),
          Map.entry("binary", Format.UNCHECKED));

  private Formats() {}

  /** All formats by name. */
  public static Map<String, Format> all() {
    return ALL;
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

  private static boolean isInteger(@Nullable Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal.signum() == 0 || decimal.stripTrailingZeros().scale() <= 0;
    }
    if (number instanceof Double || number instanceof Float) {
      double value = number.doubleValue();
      return value == Math.rint(value) && !Double.isInfinite(value);
    }
    return number != null;
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
