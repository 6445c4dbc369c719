package dev.fastjava.internal.json;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.SerializationContextExt;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Whether a mapper writes values in the plain way. It is asked to write samples: settings, modules
 * and replaced serializers show in what comes out, whatever their names. Thread-safe.
 */
public final class PlainMapper {
  private static final String EXPECTED =
      "{\"b\":null,\"a\":\"\",\"list\":[1,2,1.0,1.5,1.0E10,1.25,10000000000000000000000,3,4,1E+3,"
          + "true,null,\"NaN\",{}],\"empty\":[],"
          + "\"text\":\"\u00e9\u2028</\\\"\\\\\\n\ud83d\ude00\u007f\",\"one\":[\"x\"]}";

  private final ObjectMapper mapper;
  private final SerializationContext context;
  private final boolean plain;
  private final PlainClasses classes;
  private final Map<Class<?>, Boolean> unchanged = new ConcurrentHashMap<>();

  /** Asks a mapper. */
  public PlainMapper(ObjectMapper mapper) {
    this.mapper = mapper;
    this.context = mapper._serializationContext();
    this.classes = new PlainClasses(mapper);
    this.plain =
        mapper.serializationConfig().getActiveView() == null
            && classes.areBasicPlain()
            && EXPECTED.equals(written(sample()));
  }

  private static Object sample() {
    List<@Nullable Object> list = new ArrayList<>();
    list.add(1);
    list.add(2L);
    list.add(1.0);
    list.add(1.5);
    list.add(1e10);
    list.add(1.25f);
    list.add(new BigInteger("10000000000000000000000"));
    list.add((short) 3);
    list.add((byte) 4);
    list.add(new BigDecimal("1E+3"));
    list.add(true);
    list.add(null);
    list.add(Double.NaN);
    list.add(Map.of());
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("b", null);
    map.put("a", "");
    map.put("list", list);
    map.put("empty", new LinkedHashSet<>());
    map.put("text", "\u00e9\u2028</\"\\\n\ud83d\ude00\u007f");
    map.put("one", new LinkedHashSet<>(List.of("x")));
    return map;
  }

  private @Nullable String written(@Nullable Object value) {
    return written(mapper, value);
  }

  private static @Nullable String written(ObjectMapper mapper, @Nullable Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JacksonException e) {
      return null;
    }
  }

  /** Tells whether maps, lists, texts and numbers may be written without asking Jackson. */
  public boolean writesPlainly() {
    return plain;
  }

  /**
   * Tells whether the values of a class are written as by a mapper nobody has changed. A sample
   * decides, never the value that comes first: settings may show in some values only. Classes
   * without a sample are for Jackson to write. Asks once for each class.
   */
  public boolean writesAsAlways(Object value) {
    Boolean known = unchanged.get(value.getClass());
    if (known == null) {
      Object sample = Samples.SCALARS.get(value.getClass());
      known = sample != null && classes.isPlain(value.getClass()) && isWrittenAsUnchanged(sample);
      unchanged.put(value.getClass(), known);
    }
    return known;
  }

  private boolean isWrittenAsUnchanged(Object value) {
    return String.valueOf(written(value)).equals(written(Samples.UNCHANGED, value));
  }

  /**
   * Tells whether nobody has told the mapper anything about the instances of a class: a text,
   * number or date is itself, a map, collection or array its entries or items and nothing else.
   */
  public boolean isPlain(Class<?> type) {
    return classes.isPlain(type);
  }

  /** Tells the same of texts, booleans and numbers of the usual classes, all of them. */
  public boolean areBasicPlain() {
    return classes.areBasicPlain();
  }

  /** Tells the same of the usual maps and lists. */
  public boolean areUsualPlain() {
    return classes.areUsualPlain();
  }

  /** Tells whether what a key of a map is called is told by its class alone. */
  public boolean isPlainKey(Class<?> type) {
    return classes.isPlainKey(type);
  }

  /** Returns the name of the property that a key of a map becomes. */
  public String keyText(Object key) {
    SerializationContextExt writing = mapper._serializationContext();
    TokenBuffer written = writing.bufferForValueConversion();
    writing.serializeValue(written, key, mapper.constructType(key.getClass()), new OfKey());
    return mapper.readTree(written).propertyNames().iterator().next();
  }

  /** Writes a key as the name of the only property of an object. */
  private static final class OfKey extends ValueSerializer<Object> {
    @Override
    public void serialize(Object key, JsonGenerator out, SerializationContext context) {
      out.writeStartObject();
      context.findKeySerializer(key.getClass(), null).serialize(key, out, context);
      out.writeNumber(0);
      out.writeEndObject();
    }
  }

  /** Returns what a value is written as that is neither an object nor an array of ours. */
  public JsonNode treeOf(Object value) {
    if (value instanceof byte[]) {
      // As text, for a tree of bytes does not know the letters that the mapper writes them with.
      return mapper.readTree(mapper.writeValueAsBytes(value));
    }
    SerializationContextExt writing = mapper._serializationContext();
    TokenBuffer written = writing.bufferForValueConversion();
    JavaType type = mapper.constructType(value.getClass());
    // Without the name of its class that default typing adds: it is no object.
    writing.serializeValue(written, value, type, writing.findContentValueSerializer(type, null));
    return mapper.readTree(written);
  }

  /** Tells whether instances of a class are written as the array of their items. */
  public boolean isPlainCollection(Class<?> type) {
    return Collection.class.isAssignableFrom(type)
        && isOfTheJdk(type)
        && classes.isPlain(type)
        && (isWrittenLike(ArrayList.class, type) || isWrittenLike(LinkedHashSet.class, type));
  }

  /** Tells whether instances of a class are written as the object of their entries. */
  public boolean isPlainMap(Class<?> type) {
    return Map.class.isAssignableFrom(type)
        && isOfTheJdk(type)
        && classes.isPlain(type)
        && isWrittenLike(LinkedHashMap.class, type);
  }

  private static boolean isOfTheJdk(Class<?> type) {
    return type.getName().startsWith("java.util.");
  }

  private boolean isWrittenLike(Class<?> known, Class<?> type) {
    try {
      return context.findValueSerializer(known).getClass()
          == context.findValueSerializer(type).getClass();
    } catch (JacksonException e) {
      return false;
    }
  }

  /** Values of the JDK in which every setting for their classes shows, by class. */
  public static Map<Class<?>, Object> samples() {
    return Samples.SCALARS;
  }

  /** What values are compared with; made when the first one is. */
  private static final class Samples {
    static final JsonMapper UNCHANGED = JsonMapper.builder().build();

    /** Values in which every setting for their classes shows. */
    static final Map<Class<?>, Object> SCALARS = scalars();

    @SuppressWarnings("JavaUtilDate") // a class that users have in their types
    private static Map<Class<?>, Object> scalars() {
      LocalDateTime local = LocalDateTime.of(2024, 2, 29, 13, 14, 15, 123_456_789);
      ZonedDateTime zoned = local.atZone(ZoneId.of("Europe/Paris"));
      Instant instant = zoned.toInstant();
      return Stream.of(
              local,
              zoned,
              instant,
              local.toLocalDate(),
              local.toLocalTime(),
              OffsetDateTime.of(local, ZoneOffset.ofHours(3)),
              OffsetTime.of(local.toLocalTime(), ZoneOffset.ofHours(3)),
              Date.from(instant),
              calendar(instant),
              Duration.ofSeconds(90, 5),
              Period.ofDays(3),
              Year.of(2024),
              YearMonth.of(2024, 2),
              MonthDay.of(2, 29),
              Month.MARCH,
              zoned.getZone(),
              zoned.getOffset(),
              bytes(),
              new UUID(0x0123456789abcdefL, 0xfedcba9876543210L),
              URI.create("http://a.example/b?c=d#e"),
              Currency.getInstance("EUR"),
              Locale.forLanguageTag("zh-Hant-TW"),
              Pattern.compile("a/b+"),
              Path.of("a", "b"))
          .collect(toMap(Object::getClass, value -> value));
    }

    /** All letters of every alphabet for bytes, more than a line of them, and an open end. */
    private static byte[] bytes() {
      byte[] bytes = new byte[259];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (i * 7);
      }
      return bytes;
    }

    private static GregorianCalendar calendar(Instant instant) {
      GregorianCalendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
      calendar.setTimeInMillis(instant.toEpochMilli());
      return calendar;
    }
  }
}
