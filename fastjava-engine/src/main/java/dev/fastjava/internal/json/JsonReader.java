package dev.fastjava.internal.json;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON into plain values: {@code LinkedHashMap}, {@code ArrayList}, {@code String}, {@code
 * Boolean}, null, and the smallest of {@code Integer}, {@code Long} and {@code BigInteger} for
 * whole numbers, {@code Double} for those with a fraction or an exponent, and for minus zero.
 *
 * <p>Of equal names in an object the last value counts, at the place of the first, as in
 * JavaScript. Thread-safe; names met once are recognised by their bytes from then on, so one reader
 * is to be shared by a whole server. As clients choose the names, what is remembered of them has a
 * bound: Jackson counts them, and this class forgets all of them when long ones add up.
 */
public final class JsonReader {
  /** Names in use are shorter. */
  static final int LONG_NAME = 64;

  /** How many characters long names may have together before all names are forgotten. */
  static final int MOST_OF_LONG_NAMES = 256 << 10;

  /** Room for more tokens is made when they come. */
  private static final int FEW_TOKENS = 1 << 10;

  /** The escape of a character and the one behind it. */
  private static final int ESCAPE = 6;

  private final ReadSettings settings;
  private final AtomicInteger longNames = new AtomicInteger();
  private volatile JsonFactory factory;

  /** Makes a reader with the default limits. */
  public JsonReader() {
    this(JsonLimits.DEFAULT);
  }

  /** Makes a reader. */
  public JsonReader(JsonLimits limits) {
    this(new ReadSettings(limits));
  }

  /** Makes a reader with the features of a mapper, and with limits not wider than the default. */
  public JsonReader(JsonMapper mapper) {
    this(new ReadSettings(JsonLimits.DEFAULT, mapper));
  }

  private JsonReader(ReadSettings settings) {
    this.settings = settings;
    this.factory = settings.newFactory();
  }

  /** How many characters the long names have that are remembered. */
  int longNames() {
    return longNames.get();
  }

  /** Whether numbers are read as they are without an application's mapper. */
  public boolean readsPlainNumbers() {
    return !settings.decimals() && !settings.bigIntegers() && !settings.longs();
  }

  private JsonTree buildTree(JsonParser parser) {
    JsonTree tree = new JsonTree(parser, settings);
    try {
      tree.build();
      return tree;
    } finally {
      noteLongNames(tree.watched().longNames());
    }
  }

  private Tokens buildTokens(JsonParser parser, int length) {
    // A token has some characters: names, texts and numbers more, brackets one.
    JsonTape tape = new JsonTape(Math.min(16 + length / 6, FEW_TOKENS));
    TapeReader reading = new TapeReader(parser, tape);
    try {
      reading.read();
      return new Tokens(tape, reading.watched().isSuspicious());
    } finally {
      noteLongNames(reading.watched().longNames());
    }
  }

  private void noteLongNames(int characters) {
    if (characters > 0 && longNames.addAndGet(characters) > MOST_OF_LONG_NAMES) {
      longNames.set(0);
      factory = settings.newFactory();
    }
  }

  /**
   * The tokens of a text.
   *
   * @param suspicious whether a name occurred that may lead to a prototype
   */
  record Tokens(JsonTape tape, boolean suspicious) {}

  /** Reads a text once more that was read before, with its numbers as they are. */
  JsonParser again(byte[] text, ObjectReadContext context) {
    return factory.createParser(context, text, 0, text.length);
  }

  /** Makes plain values of tokens that this reader has read. */
  @Nullable Object values(JsonTape tape) {
    try (JsonParser parser = tape.parser(settings.context())) {
      JsonTree tree = new JsonTree(parser, settings);
      tree.build();
      return tree.value();
    }
  }

  /**
   * Reads one value from UTF-8 bytes, after an optional byte order mark. Bytes that are not UTF-8
   * have to be found before.
   *
   * @throws InvalidJsonException when the bytes are not one JSON value
   */
  public @Nullable Object read(byte[] bytes, int offset, int length) {
    return tree(bytes, offset, length).value();
  }

  /**
   * Reads one value from UTF-8 bytes.
   *
   * @throws InvalidJsonException when the bytes are not one JSON value
   */
  public @Nullable Object read(byte[] bytes) {
    return read(bytes, 0, bytes.length);
  }

  /**
   * Reads one value from a text.
   *
   * @throws InvalidJsonException when the text is not one JSON value
   */
  public @Nullable Object read(String text) {
    return tree(text).value();
  }

  JsonTree tree(byte[] bytes, int offset, int length) {
    return parse(bytes, offset, length, this::buildTree);
  }

  JsonTree tree(String text) {
    return parse(text, this::buildTree);
  }

  /** Reads the tokens of the value that {@link #read(byte[], int, int)} reads. */
  Tokens tokens(byte[] bytes, int offset, int length) {
    return parse(bytes, offset, length, parser -> buildTokens(parser, length));
  }

  private <T> T parse(byte[] bytes, int offset, int length, Function<JsonParser, T> build) {
    if (looksLikeAnotherEncoding(bytes, offset, length)) {
      throw new InvalidJsonException("not UTF-8");
    }
    try (JsonParser parser = factory.createParser(settings.context(), bytes, offset, length)) {
      return build.apply(parser);
    } catch (JacksonException e) {
      if (e instanceof StreamReadException && endsAtSurrogate(e, bytes, offset, length)) {
        // Reading from bytes, Jackson refuses names with a lone surrogate; JSON allows them. A text
        // takes several times the room of the bytes, so other faults are not read again.
        return parse(new String(bytes, offset, length, StandardCharsets.UTF_8), build);
      }
      throw new InvalidJsonException(e.getOriginalMessage());
    }
  }

  private <T> T parse(String given, Function<JsonParser, T> build) {
    String text = given.startsWith("\ufeff") ? given.substring(1) : given;
    try (JsonParser parser = factory.createParser(settings.context(), text)) {
      return build.apply(parser);
    } catch (JacksonException e) {
      throw new InvalidJsonException(e.getOriginalMessage());
    }
  }

  /** Jackson would take these for UTF-16 or UTF-32, which JSON between systems never is. */
  private static boolean looksLikeAnotherEncoding(byte[] bytes, int offset, int length) {
    if (length == 0) {
      return false;
    }
    int first = bytes[offset] & 0xff;
    if (first >= 0xfe) {
      return true;
    }
    for (int i = offset; i < offset + Math.min(length, 4); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether the place of a fault is right behind a character that stands as an escape. */
  private static boolean endsAtSurrogate(JacksonException e, byte[] bytes, int offset, int length) {
    long place = e.getLocation().getByteOffset();
    if (place < ESCAPE || place > length) {
      return false;
    }
    int end = offset + (int) place;
    // A low one without a high one is noticed there, a high one at what follows it.
    return isSurrogate(bytes, end - ESCAPE)
        || (place > ESCAPE && isSurrogate(bytes, end - ESCAPE - 1));
  }

  private static boolean isSurrogate(byte[] bytes, int at) {
    return bytes[at] == '\\' && bytes[at + 1] == 'u' && (bytes[at + 2] | 0x20) == 'd';
  }
}
