package dev.fastjava.internal.json;

import dev.fastjava.schema.Utf8Output;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times in ISO 8601, without quotes.
 *
 * <p>A point in time ({@code Instant}, {@code java.util.Date}, {@code Calendar}) is written in UTC
 * with at least three digits of the second's fraction, as JavaScript does. A time with an offset
 * keeps it; a local one has none.
 */
public final class JsonWriterTemporals {
  private static final int MILLISECONDS = 3;

  private JsonWriterTemporals() {}

  /** Tells whether a value is a date or a time of any kind. */
  public static boolean isTemporal(@Nullable Object value) {
    return value instanceof TemporalAccessor || isPointInTime(value);
  }

  /** Tells whether a value is what a {@code Date} is in JavaScript. */
  public static boolean isPointInTime(@Nullable Object value) {
    return value instanceof Instant || value instanceof Date || value instanceof Calendar;
  }

  /** A date or a time with all that it holds. */
  public static String isoText(Object temporal) {
    Utf8Output text = new Utf8Output(32, 32);
    writeIso(temporal, text);
    return text.toText();
  }

  /** Writes a date or a time with all that it holds. */
  public static void writeIso(Object temporal, Utf8Output out) {
    if (writeDateTime(temporal, out)) {
      return;
    }
    if (temporal instanceof LocalDate date) {
      writeLocalDate(date, out);
    } else if (temporal instanceof LocalTime time) {
      writeLocalTime(time, 0, out);
    } else if (temporal instanceof OffsetTime time) {
      writeLocalTime(time.toLocalTime(), 0, out);
      writeOffset(time.getOffset(), out);
    } else {
      out.writeText(temporal.toString());
    }
  }

  /** Writes a value that has both a date and a time; false when it lacks one of them. */
  public static boolean writeDateTime(Object temporal, Utf8Output out) {
    if (isPointInTime(temporal)) {
      writeLocalDateTime(toUtc(temporal), MILLISECONDS, out);
      out.writeByte('Z');
    } else if (temporal instanceof OffsetDateTime time) {
      writeLocalDateTime(time.toLocalDateTime(), MILLISECONDS, out);
      writeOffset(time.getOffset(), out);
    } else if (temporal instanceof ZonedDateTime time) {
      writeLocalDateTime(time.toLocalDateTime(), MILLISECONDS, out);
      writeOffset(time.getOffset(), out);
    } else if (temporal instanceof LocalDateTime time) {
      writeLocalDateTime(time, 0, out);
    } else {
      return false;
    }
    return true;
  }

  /** Writes the date of a value; false when it has none. */
  public static boolean writeDate(Object temporal, Utf8Output out) {
    if (isPointInTime(temporal)) {
      int start = out.size();
      writeLocalDate(toUtc(temporal).toLocalDate(), out);
      // The reference cuts the ISO text at ten characters, also where a year is longer than four.
      out.truncate(Math.min(out.size(), start + 10));
    } else if (temporal instanceof LocalDate date) {
      writeLocalDate(date, out);
    } else if (temporal instanceof LocalDateTime time) {
      writeLocalDate(time.toLocalDate(), out);
    } else if (temporal instanceof OffsetDateTime time) {
      writeLocalDate(time.toLocalDate(), out);
    } else if (temporal instanceof ZonedDateTime time) {
      writeLocalDate(time.toLocalDate(), out);
    } else {
      return false;
    }
    return true;
  }

  /** Writes the time of day of a value, to the second; false when it has none. */
  public static boolean writeTime(Object temporal, Utf8Output out) {
    if (isPointInTime(temporal)) {
      writeSeconds(toUtc(temporal).toLocalTime(), out);
    } else if (temporal instanceof LocalTime time) {
      writeSeconds(time, out);
    } else if (temporal instanceof LocalDateTime time) {
      writeSeconds(time.toLocalTime(), out);
    } else if (temporal instanceof OffsetTime time) {
      writeSeconds(time.toLocalTime(), out);
      writeOffset(time.getOffset(), out);
    } else if (temporal instanceof OffsetDateTime time) {
      writeSeconds(time.toLocalTime(), out);
      writeOffset(time.getOffset(), out);
    } else if (temporal instanceof ZonedDateTime time) {
      writeSeconds(time.toLocalTime(), out);
      writeOffset(time.getOffset(), out);
    } else {
      return false;
    }
    return true;
  }

  /** Returns the milliseconds since 1970 that a point in time stands for as a number. */
  public static double toEpochMillis(Object pointInTime) {
    return pointInTime instanceof Instant instant
        ? Math.floorDiv(instant.getNano(), 1_000_000) + instant.getEpochSecond() * 1000.0
        : toInstant(pointInTime).toEpochMilli();
  }

  private static LocalDateTime toUtc(Object pointInTime) {
    Instant instant = toInstant(pointInTime);
    return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
  }

  @SuppressWarnings("JavaUtilDate") // a value that users give us
  private static Instant toInstant(Object pointInTime) {
    if (pointInTime instanceof Instant instant) {
      return instant;
    }
    // Not Date.toInstant(): the subclasses of java.sql refuse it.
    return Instant.ofEpochMilli(
        pointInTime instanceof Date date
            ? date.getTime()
            : ((Calendar) pointInTime).getTimeInMillis());
  }

  private static void writeLocalDateTime(LocalDateTime time, int fraction, Utf8Output out) {
    writeLocalDate(time.toLocalDate(), out);
    out.writeByte('T');
    writeLocalTime(time.toLocalTime(), fraction, out);
  }

  private static void writeLocalDate(LocalDate date, Utf8Output out) {
    int year = date.getYear();
    if (year < 0 || year > 9999) {
      out.writeByte(year < 0 ? '-' : '+');
      writePadded(Math.abs(year), 6, out);
    } else {
      writePadded(year, 4, out);
    }
    out.writeByte('-');
    writePadded(date.getMonthValue(), 2, out);
    out.writeByte('-');
    writePadded(date.getDayOfMonth(), 2, out);
  }

  private static void writeLocalTime(LocalTime time, int minFraction, Utf8Output out) {
    writeSeconds(time, out);
    int nanos = time.get(ChronoField.NANO_OF_SECOND);
    if (nanos % 1000 != 0) {
      out.writeByte('.');
      writePadded(nanos, 9, out);
    } else if (nanos % 1_000_000 != 0) {
      out.writeByte('.');
      writePadded(nanos / 1000, 6, out);
    } else if (nanos != 0 || minFraction > 0) {
      out.writeByte('.');
      writePadded(nanos / 1_000_000, MILLISECONDS, out);
    }
  }

  private static void writeSeconds(LocalTime time, Utf8Output out) {
    writePadded(time.getHour(), 2, out);
    out.writeByte(':');
    writePadded(time.getMinute(), 2, out);
    out.writeByte(':');
    writePadded(time.getSecond(), 2, out);
  }

  private static void writeOffset(ZoneOffset offset, Utf8Output out) {
    out.writeAscii(offset.getId());
  }

  private static void writePadded(int value, int digits, Utf8Output out) {
    int bound = 10;
    for (int i = 1; i < digits; i++) {
      if (value < bound) {
        out.writeByte('0');
      }
      bound *= 10;
    }
    out.writeInt(value);
  }
}
