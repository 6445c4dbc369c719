package dev.fastjava.internal.validation.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Dates and times of RFC 3339, without exceptions and without objects for valid strings. */
final class Dates {
  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final int DATE_LENGTH = 10;
  private static final int TIME_LENGTH = 8;
  private static final double NOT_COMPARABLE = Double.NaN;

  private Dates() {}

  static boolean isDate(String text) {
    return text.length() == DATE_LENGTH && isDate(text, 0);
  }

  private static boolean isDate(String text, int at) {
    int century = pair(text, at);
    int rest = pair(text, at + 2);
    int month = pair(text, at + 5);
    int day = pair(text, at + 8);
    if ((century | rest | month | day) < 0
        || text.charAt(at + 4) != '-'
        || text.charAt(at + 7) != '-') {
      return false;
    }
    int year = century * 100 + rest;
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= DAYS[month - 1]
        && (month != 2 || day != 29 || leap);
  }

  /** The number of two digits; negative when they are none. */
  private static int pair(String text, int at) {
    if (at + 2 > text.length()) {
      return -1;
    }
    int tens = text.charAt(at) - '0';
    int ones = text.charAt(at + 1) - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }

  static boolean isTime(String text, boolean zoneNeeded) {
    return isTime(text, 0, zoneNeeded);
  }

  private static boolean isTime(String text, int at, boolean zoneNeeded) {
    int hour = pair(text, at);
    int minute = pair(text, at + 3);
    int second = pair(text, at + 6);
    if ((hour | minute | second) < 0 || text.charAt(at + 2) != ':' || text.charAt(at + 5) != ':') {
      return false;
    }
    int zone = skipFraction(text, at + TIME_LENGTH);
    int offset = zone < 0 ? Offset.INVALID : Offset.parse(text, zone);
    if (offset == Offset.INVALID || (offset == Offset.NONE && zoneNeeded)) {
      return false;
    }
    if (hour <= 23 && minute <= 59 && second <= 59) {
      return true;
    }
    return second == 60 && isLastMinuteOfUtcDay(hour, minute, offset);
  }

  /** Whether a leap second may follow. */
  private static boolean isLastMinuteOfUtcDay(int hour, int minute, int offset) {
    int shift = offset == Offset.NONE ? 0 : offset;
    int utcMinute = minute - shift % 60;
    int utcHour = hour - shift / 60 - (utcMinute < 0 ? 1 : 0);
    return (utcHour == 23 || utcHour == -1) && (utcMinute == 59 || utcMinute == -1);
  }

  /** The place behind an optional fraction; negative when it has no digit. */
  private static int skipFraction(String text, int at) {
    if (at >= text.length() || text.charAt(at) != '.') {
      return at;
    }
    int end = at + 1;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end == at + 1 ? -1 : end;
  }

  static boolean isDateTime(String text, boolean zoneNeeded) {
    return text.length() > DATE_LENGTH
        && isSeparator(text.charAt(DATE_LENGTH))
        && isDate(text, 0)
        && isTime(text, DATE_LENGTH + 1, zoneNeeded);
  }

  private static boolean isSeparator(char c) {
    return c == 'T' || c == 't' || c == ' ' || isSpace(c);
  }

  private static boolean isSpace(char c) {
    return (c >= '\t' && c <= '\r')
        || c == '\u00a0'
        || c == '\ufeff'
        || c == '\u2028'
        || c == '\u2029'
        || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  // ---- order

  static double compareDates(String left, String right) {
    return left.isEmpty() || right.isEmpty() ? NOT_COMPARABLE : left.compareTo(right);
  }

  static double compareTimes(String left, String right) {
    return difference(instant("2020-01-01T" + left), instant("2020-01-01T" + right));
  }

  static double compareDateTimes(String left, String right) {
    return difference(instant(left), instant(right));
  }

  /** Compares hours, minutes and seconds, whatever the time zones are. */
  static double compareClocks(String left, String right) {
    if (!isTime(left, false) || !isTime(right, false)) {
      return NOT_COMPARABLE;
    }
    return clock(left).compareTo(clock(right));
  }

  private static String clock(String time) {
    return time.substring(0, skipFraction(time, TIME_LENGTH));
  }

  static double compareDatesAndTimes(String left, String right) {
    if (left.length() <= DATE_LENGTH || right.length() <= DATE_LENGTH) {
      return NOT_COMPARABLE;
    }
    double dates = compareDates(left.substring(0, DATE_LENGTH), right.substring(0, DATE_LENGTH));
    return dates != 0
        ? dates
        : compareTimes(left.substring(DATE_LENGTH + 1), right.substring(DATE_LENGTH + 1));
  }

  private static double difference(double left, double right) {
    // The reference takes the very first millisecond of 1970 for no time at all.
    return left == 0 || right == 0 ? NOT_COMPARABLE : left - right;
  }

  /** Milliseconds since 1970; NaN when the text is no instant. */
  private static double instant(String text) {
    if (!isDateTime(text, false) || pair(text, DATE_LENGTH + 7) == 60) {
      return NOT_COMPARABLE;
    }
    try {
      LocalDate date = LocalDate.parse(text.substring(0, DATE_LENGTH));
      int time = DATE_LENGTH + 1;
      int zone = skipFraction(text, time + TIME_LENGTH);
      LocalDateTime local =
          date.atTime(pair(text, time), pair(text, time + 3), pair(text, time + 6));
      int offset = Offset.parse(text, zone);
      long seconds =
          local.toEpochSecond(ZoneOffset.UTC) - (offset == Offset.NONE ? 0 : offset) * 60L;
      return seconds * 1000.0 + millis(text, time + TIME_LENGTH, zone);
    } catch (DateTimeException e) {
      return NOT_COMPARABLE;
    }
  }

  private static int millis(String text, int from, int to) {
    int millis = 0;
    for (int i = 1; i <= 3; i++) {
      int digit = from + i < to ? text.charAt(from + i) - '0' : 0;
      millis = millis * 10 + digit;
    }
    return millis;
  }

  /** The offset of a time zone in minutes. */
  private static final class Offset {
    static final int NONE = Integer.MIN_VALUE;
    static final int INVALID = Integer.MAX_VALUE;

    private Offset() {}

    static int parse(String text, int at) {
      int length = text.length() - at;
      if (length == 0) {
        return NONE;
      }
      char sign = text.charAt(at);
      if (sign == 'Z' || sign == 'z') {
        return length == 1 ? 0 : INVALID;
      }
      boolean colon = length == 6 && text.charAt(at + 3) == ':';
      if ((sign != '+' && sign != '-') || !(length == 3 || length == 5 || colon)) {
        return INVALID;
      }
      int hours = pair(text, at + 1);
      int minutes = length == 3 ? 0 : pair(text, at + (colon ? 4 : 3));
      if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
        return INVALID;
      }
      int offset = hours * 60 + minutes;
      return sign == '-' ? -offset : offset;
    }
  }
}
