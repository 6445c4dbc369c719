package dev.fastjava.internal.json;

import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.ValidationException;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.spi.TextConverter;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns plain values into Java types: records, beans, collections and generic types of these. A
 * value that does not fit is the client's fault: the error has status 400, and says where the value
 * is and what is wanted in the words of a schema, without a name of a class. Thread-safe.
 */
public final class JsonBinder {
  private final JsonMapper mapper;
  private final boolean lowerNames;

  /** Converts texts of the other parts; null when the application does not. */
  private final @Nullable ConvertedTexts texts;

  /** Makes plain values of parts that are bound, where an error wants them. */
  private final JsonReader reader = new JsonReader();

  private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

  /** No more than there are classes. */
  private final Map<Class<?>, HeaderLists> lists = new ConcurrentHashMap<>();

  /** Binders of the other parts, made for the first value of each; two threads may make two. */
  private volatile @Nullable JsonBinder query;

  private volatile @Nullable JsonBinder params;
  private volatile @Nullable JsonBinder headers;

  /** Makes a binder with Jackson's defaults. */
  public JsonBinder() {
    this(JsonMapper.builder().build(), null);
  }

  /**
   * Makes a binder that uses a mapper configured elsewhere.
   *
   * @param texts converts texts of other parts than the body; null for what the mapper does
   */
  public JsonBinder(JsonMapper mapper, @Nullable ConvertedTexts texts) {
    this(BoundedNumbers.in(mapper), false, texts);
  }

  private JsonBinder(JsonMapper mapper, boolean lowerNames, @Nullable ConvertedTexts texts) {
    this.mapper = mapper;
    this.lowerNames = lowerNames;
    this.texts = texts;
  }

  /** Whether bodies are read in a view. */
  public boolean limitsBodies() {
    return mapper.deserializationConfig().getActiveView() != null;
  }

  /** Returns a binder that uses another mapper for bodies, and this one's for all other parts. */
  public JsonBinder withBodies(JsonMapper other) {
    JsonBinder binder = new JsonBinder(other, texts);
    binder.query = of(HttpPart.QUERYSTRING);
    binder.params = of(HttpPart.PARAMS);
    binder.headers = of(HttpPart.HEADERS);
    return binder;
  }

  /** The mapper that binds, which for other parts than the body is a derived one. */
  public JsonMapper mapper() {
    return mapper;
  }

  /**
   * Returns the binder of a part: those of queries, parameters and headers take texts for scalars
   * and one value for a list; names of headers are in lower case.
   */
  public JsonBinder of(HttpPart part) {
    return switch (part) {
      case BODY -> this;
      case QUERYSTRING -> {
        JsonBinder known = query;
        query = known == null ? part(PartMappers.ofQuery(texted()), false) : known;
        yield query;
      }
      case PARAMS -> {
        JsonBinder known = params;
        params = known == null ? part(PartMappers.ofParams(texted()), false) : known;
        yield params;
      }
      case HEADERS -> {
        JsonBinder known = headers;
        headers = known == null ? part(PartMappers.ofHeaders(texted()), true) : known;
        yield headers;
      }
    };
  }

  private JsonMapper texted() {
    return texts == null ? mapper : texts.in(mapper);
  }

  private static JsonBinder part(JsonMapper mapper, boolean lowerNames) {
    return new JsonBinder(mapper, lowerNames, null);
  }

  /** What makes a type of texts, if it is the application; null when it does not. */
  public TextConverter.@Nullable Conversion conversion(Class<?> type) {
    return texts == null ? null : texts.of(type);
  }

  /** The names of the headers that the properties of a type are read from, by their JSON names. */
  public Map<String, String> headerNames(Type type) {
    return PartMappers.names(mapper, of(HttpPart.HEADERS).mapper, type);
  }

  /** The headers that a type wants the lines of. */
  public HeaderLists headerLists(Type type) {
    JsonMapper own = of(HttpPart.HEADERS).mapper;
    if (!(type instanceof Class<?> plain)) {
      return HeaderLists.of(own.constructType(type), own);
    }
    return lists.computeIfAbsent(plain, each -> HeaderLists.of(own.constructType(each), own));
  }

  /**
   * Binds a value.
   *
   * @param part what the value is
   * @param value a plain value or a {@link ReadBody}; null fits only types that have an instance
   *     for it
   * @param type what it shall be
   * @return the value itself when it is of the type already
   * @throws ValidationException with status 400 when it does not fit
   * @throws RuntimeException what the application's own code threw, if that names a status
   */
  public Object bind(HttpPart part, @Nullable Object value, Type type) {
    ReadBody read = value instanceof ReadBody body ? body : null;
    boolean isNull = read == null ? value == null : read.isNull();
    if (!isNull && type instanceof Class<?> plain) {
      if (read == null ? plain.isInstance(value) : read.mayBe(plain)) {
        Object own = read == null ? value : read.handOut();
        if (own != null && plain.isInstance(own)) {
          return own;
        }
      }
    }
    Object bound;
    try {
      bound = read(read, value, reader(type));
    } catch (JacksonException e) {
      RuntimeException own = ThrownInside.of(e);
      if (own != null) {
        throw own;
      }
      own = ThrownByKey.of(e, mapper);
      if (own != null) {
        throw own;
      }
      if (isNull) {
        throw mustNotBeNull(part);
      }
      throw error(part, new BindingFault(this, lowerNames, plain(read, value)).of(e, type));
    } catch (IllegalArgumentException | DateTimeException e) {
      // Thrown by a converter of the application's own, which Jackson has not wrapped.
      RuntimeException own = ThrownInside.of(e);
      if (own != null) {
        throw own;
      }
      throw error(part, WantedType.violation("", "valid", Map.of(), "is not valid"));
    } catch (StackOverflowError e) {
      // The body was read without recursion, deeper than the binding of types can follow.
      throw error(part, WantedType.violation("", "depth", Map.of(), "is nested too deeply"));
    }
    if (bound == null) {
      throw mustNotBeNull(part);
    }
    return bound;
  }

  /**
   * Binds a part of a value.
   *
   * @param sent knows the texts of the numbers in it
   * @throws ValidationException with status 400 when it does not fit
   */
  public Object bindPart(HttpPart part, Object value, Type type, SentText sent) {
    JsonTape tape = TapeWriter.writePart(value, mapper, sent);
    return bind(part, new ReadBody(reader, tape), type);
  }

  private static @Nullable Object plain(@Nullable ReadBody body, @Nullable Object value) {
    return body == null ? value : body.values();
  }

  private @Nullable Object read(
      @Nullable ReadBody body, @Nullable Object value, ObjectReader target) {
    ObjectReadContext context = mapper._deserializationContext();
    if (body == null) {
      return target.readValue(TapeWriter.write(value, mapper, null).parser(context));
    }
    JsonParser text = body.text(context);
    if (text != null) {
      try (text) {
        return target.readValue(text);
      } catch (StreamReadException e) {
        // A text that bytes cannot be read of, but characters: tokens are made of these.
      }
    }
    return target.readValue(body.tape(mapper).parser(context));
  }

  private ObjectReader reader(Type type) {
    if (!(type instanceof Class<?> plain)) {
      return mapper.readerFor(mapper.constructType(type));
    }
    // No more than there are classes.
    ObjectReader known = readers.get(plain);
    if (known == null) {
      known = mapper.readerFor(plain);
      readers.put(plain, known);
    }
    return known;
  }

  private static ValidationException mustNotBeNull(HttpPart part) {
    return error(part, WantedType.violation("", "not", Map.of("type", "null"), "must not be null"));
  }

  /** The error of a part that does not fit, which is the client's fault. */
  public static ValidationException error(HttpPart part, ValidationError violation) {
    return new ValidationException(
        part.label() + violation.instancePath() + ' ' + violation.message(),
        400,
        ErrorCode.FST_ERR_VALIDATION.name(),
        part,
        List.of(violation),
        null);
  }

  /**
   * Reads a constant of an enum, by the names that Jackson knows it by in bodies.
   *
   * @return the constant, or null when Jackson makes null of the text
   * @throws RuntimeException if there is none
   */
  public @Nullable Object constant(String text, Class<?> type) {
    // Jackson would trim the text.
    if (!text.equals(text.strip())) {
      throw new IllegalArgumentException(text);
    }
    return mapper
        .readerFor(type)
        .with(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .readValue(mapper.getNodeFactory().stringNode(text));
  }

  /** Returns the names of an enum's constants as Jackson writes them. */
  public List<String> constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> String.valueOf(mapper.<Object>convertValue(constant, Object.class)))
        .toList();
  }
}
