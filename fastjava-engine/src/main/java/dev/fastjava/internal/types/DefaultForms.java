package dev.fastjava.internal.types;

import dev.fastjava.internal.json.PlainMapper;
import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells which of the types that are one JSON value have the form Jackson gives them by default. The
 * mapper is held against one without any setting: the same classes must read and write, and a
 * sample has to come out and in alike, so that features, modules and mix-ins all show.
 */
final class DefaultForms {
  /** Not the shared one, which an application may have changed. */
  private static final JsonMapper UNCHANGED = JsonMapper.builder().build();

  private static final JacksonView DEFAULT = new JacksonView(UNCHANGED, Direction.BOTH);

  private static final Map<Class<?>, Object> SAMPLES = new HashMap<>();

  static {
    SAMPLES.putAll(PlainMapper.samples());
    Object[] samples = {
      " Text ",
      'c',
      true,
      (byte) 1,
      (short) 2,
      3,
      4L,
      1.5f,
      2.5,
      "chars".toCharArray(),
      BigInteger.TEN,
      new BigDecimal("1.20"),
      new AtomicBoolean(true),
      new AtomicInteger(5),
      new AtomicLong(6),
      OptionalInt.of(7),
      OptionalLong.of(8),
      OptionalDouble.of(1.5),
      new File("file"),
      String.class
    };
    for (Object sample : samples) {
      SAMPLES.put(sample.getClass(), sample);
    }
    SAMPLES.put(CharSequence.class, " Text ");
    SAMPLES.put(Number.class, 1.5);
    SAMPLES.put(ZoneId.class, ZoneOffset.ofHours(1));
    SAMPLES.put(Calendar.class, SAMPLES.get(GregorianCalendar.class));
    SAMPLES.put(TimeZone.class, TimeZone.getTimeZone("UTC"));
    SAMPLES.put(Path.class, Path.of("/file"));
    SAMPLES.put(InetAddress.class, InetAddress.getLoopbackAddress());
  }

  private final JacksonView jackson;
  private final Map<Class<?>, Boolean> known = new ConcurrentHashMap<>();

  DefaultForms(JacksonView jackson) {
    this.jackson = jackson;
  }

  /** Tells whether a type is read and written as by default. */
  boolean isDefault(Class<?> type) {
    return known.computeIfAbsent(type, this::compare);
  }

  private boolean compare(Class<?> type) {
    Class<?> boxed = java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    Object sample = SAMPLES.get(boxed);
    if (type == Number.class || type == CharSequence.class) {
      // Written as what they are.
      List<Class<?>> all =
          type == Number.class
              ? List.of(Integer.class, Long.class, Double.class, BigInteger.class, BigDecimal.class)
              : List.of(String.class);
      if (!all.stream().allMatch(this::compare)) {
        return false;
      }
    }
    // In both directions always: what is written has to be read again.
    return isWritten(type, sample) && isRead(type, sample);
  }

  private boolean isWritten(Class<?> type, @Nullable Object sample) {
    if (sameClass(serializer(jackson, type), serializer(DEFAULT, type))) {
      return sample == null || text(jackson.mapper(), sample).equals(text(UNCHANGED, sample));
    }
    return false;
  }

  private boolean isRead(Class<?> type, @Nullable Object sample) {
    if (!sameClass(deserializer(jackson, type), deserializer(DEFAULT, type))) {
      return false;
    }
    if (sample == null) {
      return true;
    }
    JsonNode written = UNCHANGED.valueToTree(sample);
    try {
      return equal(
          UNCHANGED.treeToValue(written, type), jackson.mapper().treeToValue(written, type));
    } catch (JacksonException e) {
      return false;
    }
  }

  /** A value of a type as JSON in its default form; null when none is known. */
  static @Nullable JsonNode sample(Class<?> type) {
    Object sample = SAMPLES.get(type);
    return sample == null ? null : UNCHANGED.valueToTree(sample);
  }

  static boolean equal(@Nullable Object one, @Nullable Object other) {
    return Arrays.deepEquals(
        new @Nullable Object[] {plain(one)}, new @Nullable Object[] {plain(other)});
  }

  /** What has no equality of its own by what it writes. */
  private static @Nullable Object plain(@Nullable Object value) {
    return value instanceof Number || value instanceof Pattern || value instanceof AtomicBoolean
        ? value.toString()
        : value;
  }

  private static String text(JsonMapper mapper, Object sample) {
    try {
      return mapper.writeValueAsString(mapper.valueToTree(sample));
    } catch (JacksonException | DateTimeException e) {
      return "";
    }
  }

  private static @Nullable Object serializer(JacksonView view, Class<?> type) {
    return view.serializer(javaType(view, type));
  }

  private static @Nullable Object deserializer(JacksonView view, Class<?> type) {
    return view.deserializer(javaType(view, type));
  }

  private static JavaType javaType(JacksonView view, Class<?> type) {
    return view.mapper().constructType(type);
  }

  private static boolean sameClass(@Nullable Object one, @Nullable Object other) {
    return (one == null || other == null) ? one == other : one.getClass() == other.getClass();
  }
}
