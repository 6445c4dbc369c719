package dev.fastjava.internal.inject;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates of cookies: of HTTP in its three forms, of ISO 8601, and what browsers take
 * beside these. A day that a month does not have counts on into the next; without a zone it is UTC.
 */
final class CookieDate {
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final String TIME =
      "(?:[ t]+(?<hour>\\d{1,2}):(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:\\.(?<fraction>\\d{1,9}))?)?)?";
  private static final String ZONE = "\\s*(?:gmt|utc|z)?\\s*(?<zone>[+-]\\d\\d:?\\d\\d)?";
  private static final String NAME_OF_DAY = "(?:[a-z]{3,9}[, ]+)?";

  private static final Pattern DAY_FIRST =
      Pattern.compile(
          NAME_OF_DAY
              + "(?<day>\\d{1,2})[ -](?<month>[a-z]{3})[a-z]*[ -](?<year>\\d{1,4})"
              + TIME
              + ZONE);
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          NAME_OF_DAY
              + "(?<month>[a-z]{3})[a-z]* +(?<day>\\d{1,2}),? +(?<year>\\d{4})"
              + TIME
              + ZONE);
  private static final Pattern YEAR_LAST =
      Pattern.compile(
          NAME_OF_DAY + "(?<month>[a-z]{3}) +(?<day>\\d{1,2})" + TIME + ZONE + " +(?<year>\\d{4})");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)" + TIME + ZONE);

  private static final List<Pattern> FORMS = List.of(DAY_FIRST, YEAR_FIRST, MONTH_FIRST, YEAR_LAST);

  private CookieDate() {}

  /** The instant of a date; null for what is none. */
  static @Nullable Instant parse(String text) {
    String date = text.strip().toLowerCase(Locale.ROOT);
    for (Pattern pattern : FORMS) {
      Matcher matcher = pattern.matcher(date);
      if (matcher.matches()) {
        return instant(matcher);
      }
    }
    return null;
  }

  private static @Nullable Instant instant(Matcher date) {
    int day = Integer.parseInt(date.group("day"));
    int month = month(date.group("month"));
    if (month == 0 || day == 0 || day > 31) {
      return null;
    }
    try {
      LocalTime time =
          LocalTime.of(number(date, "hour"), number(date, "minute"), number(date, "second"));
      String fraction = date.group("fraction");
      String zone = date.group("zone");
      return LocalDate.of(year(date.group("year")), month, 1)
          .plusDays(day - 1L)
          .atTime(time)
          .toInstant(zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone))
          .plusNanos(fraction == null ? 0 : (long) (Double.parseDouble("0." + fraction) * 1e9));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int month(String month) {
    if (Character.isDigit(month.charAt(0))) {
      return Integer.parseInt(month);
    }
    int index = MONTHS.indexOf(month);
    return index >= 0 && index % 3 == 0 ? index / 3 + 1 : 0;
  }

  /** Two digits mean a year from 1950 to 2049. */
  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
  }

  private static int number(Matcher date, String group) {
    String digits = date.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
