package dev.fastjava.internal.types;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Types that are one JSON value each, in the form Jackson gives them by default. Where a mapper
 * gives them another one, nothing is said about them.
 */
final class FixedTypes implements CustomDefinitionProviderV2 {
  private static final Map<Class<?>, ObjectNode> TYPES = new HashMap<>();

  private final DefaultForms forms;

  private final JacksonView jackson;

  FixedTypes(JacksonView jackson) {
    this.jackson = jackson;
    this.forms = new DefaultForms(jackson);
  }

  static {
    for (Class<?> type : new Class<?>[] {String.class, CharSequence.class}) {
      TYPES.put(type, typed("string"));
    }
    TYPES.put(char[].class, marked("string", char[].class));
    for (Class<?> type : new Class<?>[] {char.class, Character.class}) {
      TYPES.put(type, marked("string", type).put("minLength", 1).put("maxLength", 1));
    }
    both(boolean.class, Boolean.class, typed("boolean"));
    // Jackson reads one with a sign and one without.
    both(byte.class, Byte.class, integer(Byte.MIN_VALUE, 0xff));
    both(short.class, Short.class, integer(Short.MIN_VALUE, Short.MAX_VALUE));
    both(int.class, Integer.class, integer(Integer.MIN_VALUE, Integer.MAX_VALUE));
    both(long.class, Long.class, typed("integer"));
    both(float.class, Float.class, typed("number"));
    both(double.class, Double.class, typed("number"));
    TYPES.put(BigInteger.class, typed("integer"));
    TYPES.put(BigDecimal.class, marked("number", BigDecimal.class));
    TYPES.put(Number.class, typed("number"));
    TYPES.put(OptionalInt.class, integer(Integer.MIN_VALUE, Integer.MAX_VALUE));
    TYPES.put(OptionalLong.class, typed("integer"));
    TYPES.put(OptionalDouble.class, typed("number"));
    TYPES.put(AtomicBoolean.class, typed("boolean"));
    TYPES.put(AtomicInteger.class, integer(Integer.MIN_VALUE, Integer.MAX_VALUE));
    TYPES.put(AtomicLong.class, typed("integer"));
    formatted("byte", byte[].class);
    formatted("uuid", UUID.class);
    formatted("uri", URI.class, URL.class);
    formatted(
        "date-time",
        Instant.class,
        OffsetDateTime.class,
        ZonedDateTime.class,
        Date.class,
        Calendar.class);
    formatted("date", LocalDate.class);
    formatted("time", OffsetTime.class);
    formatted("duration", Duration.class);
    TYPES.put(Year.class, typed("integer"));
    // No format of JSON Schema says what these look like; binding does.
    for (Class<?> type :
        new Class<?>[] {
          LocalDateTime.class,
          LocalTime.class,
          Period.class,
          YearMonth.class,
          MonthDay.class,
          ZoneId.class,
          ZoneOffset.class,
          TimeZone.class,
          Locale.class,
          Currency.class,
          File.class,
          Path.class,
          Pattern.class,
          InetAddress.class,
          Class.class
        }) {
      TYPES.put(type, marked("string", type));
    }
    TYPES.put(Object.class, open());
  }

  private static void both(Class<?> primitive, Class<?> boxed, ObjectNode schema) {
    TYPES.put(primitive, schema);
    TYPES.put(boxed, schema);
  }

  private static ObjectNode typed(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  private static void formatted(String format, Class<?>... types) {
    for (Class<?> type : types) {
      TYPES.put(type, marked("string", type).put("format", format));
    }
  }

  /** Jackson reads and writes more than the schema says; the mark has it asked, too. */
  private static ObjectNode marked(String json, Class<?> type) {
    return typed(json).put("$comment", FormattedSchema.mark(type));
  }

  private static ObjectNode integer(int least, int greatest) {
    return typed("integer").put("minimum", least).put("maximum", greatest);
  }

  @Override
  @SuppressWarnings("NullAway") // null tells the generator to go on, which its API does not say
  public CustomDefinition provideCustomSchemaDefinition(
      ResolvedType type, SchemaGenerationContext context) {
    Class<?> raw = type.getErasedType();
    ObjectNode schema = TYPES.get(raw);
    if (schema == null && JsonNode.class.isAssignableFrom(raw)) {
      schema = open();
    }
    if (schema == null) {
      return null;
    }
    return schema.isEmpty() || (forms.isDefault(raw) && !isLeftToHandlers(raw))
        ? new CustomDefinition(schema.deepCopy(), DefinitionType.INLINE, AttributeInclusion.YES)
        : OpenTypes.open(context);
  }

  private boolean isLeftToHandlers(Class<?> type) {
    ProblemHandlers handlers = jackson.reading().handlers();
    boolean text = CharSequence.class.isAssignableFrom(type);
    return jackson.direction().reads() && (text ? handlers.takeAny() : handlers.takeScalars());
  }

  private static ObjectNode open() {
    return JsonNodeFactory.instance.objectNode();
  }
}
