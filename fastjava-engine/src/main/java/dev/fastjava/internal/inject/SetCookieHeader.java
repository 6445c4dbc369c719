package dev.fastjava.internal.inject;

import dev.fastjava.inject.InjectResponse.Cookie;
import dev.fastjava.internal.routing.PercentEncoding;
import io.netty.handler.codec.DateFormatter;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code set-cookie} headers. */
final class SetCookieHeader {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]+");

  /** What every JavaScript object has; the reference drops cookies and attributes named so. */
  private static final Set<String> FORBIDDEN =
      Set.of(
          """
          __proto__ constructor hasOwnProperty isPrototypeOf propertyIsEnumerable
          toLocaleString toString valueOf __defineGetter__ __defineSetter__
          __lookupGetter__ __lookupSetter__
          """
              .strip()
              .split("\\s+"));

  private SetCookieHeader() {}

  /**
   * The cookies of a header.
   *
   * @param header a text, in which commas may separate cookies, or a list of lines, or null
   */
  static List<Cookie> parse(@Nullable Object header) {
    List<Cookie> cookies = new ArrayList<>();
    if (header instanceof List<?> lines) {
      lines.forEach(line -> addCookie(String.valueOf(line), cookies));
    } else if (header != null) {
      split(header.toString()).forEach(line -> addCookie(line, cookies));
    }
    return List.copyOf(cookies);
  }

  /** Splits at commas that are followed by a name and an equals sign. */
  private static List<String> split(String header) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int comma = header.indexOf(','); comma >= 0; comma = header.indexOf(',', comma + 1)) {
      int end = comma + 1;
      while (end < header.length() && "=;,".indexOf(header.charAt(end)) < 0) {
        end++;
      }
      if (end < header.length() && header.charAt(end) == '=') {
        lines.add(header.substring(start, comma));
        start = comma + 1;
      }
    }
    lines.add(header.substring(start));
    return lines;
  }

  private static void addCookie(String line, List<Cookie> target) {
    String[] parts = line.split(";", -1);
    int equals = parts[0].indexOf('=');
    String name = equals < 0 ? "" : parts[0].substring(0, equals).strip();
    String value = parts[0].substring(equals + 1).strip();
    if ((name.isEmpty() && value.isEmpty()) || FORBIDDEN.contains(name)) {
      return;
    }
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (int i = 1; i < parts.length; i++) {
      addAttribute(parts[i], attributes);
    }
    target.add(new Cookie(name, decoded(value), Map.copyOf(attributes)));
  }

  private static void addAttribute(String part, Map<String, Object> target) {
    int equals = part.indexOf('=');
    String key = (equals < 0 ? part : part.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
    String value = equals < 0 ? "" : part.substring(equals + 1).strip();
    switch (key) {
      case "", "name", "value" -> {}
      case "expires" -> putUnlessNull("expires", date(value), target);
      case "max-age" -> putUnlessNull("maxAge", seconds(value), target);
      case "secure", "partitioned" -> target.put(key, true);
      case "httponly" -> target.put("httpOnly", true);
      case "samesite" -> target.put("sameSite", value);
      default -> {
        if (!FORBIDDEN.contains(key)) {
          target.put(key, value);
        }
      }
    }
  }

  private static void putUnlessNull(
      String key, @Nullable Object value, Map<String, Object> target) {
    if (value != null) {
      target.put(key, value);
    }
  }

  private static @Nullable Long seconds(String text) {
    if (!WHOLE_NUMBER.matcher(text).matches()) {
      return null;
    }
    BigInteger number = new BigInteger(text);
    return number.bitLength() < Long.SIZE ? number.longValue() : null;
  }

  /** Reads a date of HTTP as browsers do, or one of ISO 8601; null for what is neither. */
  private static @Nullable Instant date(String text) {
    Date date = DateFormatter.parseHttpDate(text);
    if (date != null) {
      return date.toInstant();
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** A value that is not percent-encoded UTF-8 stays as it is. */
  private static String decoded(String value) {
    String decoded = PercentEncoding.decode(value);
    return decoded == null ? value : decoded;
  }
}
