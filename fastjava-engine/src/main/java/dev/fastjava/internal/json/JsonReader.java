package dev.fastjava.internal.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON into plain values: {@code LinkedHashMap}, {@code ArrayList}, {@code String}, {@code
 * Boolean}, null, and the smallest of {@code Integer}, {@code Long} and {@code BigInteger} for
 * whole numbers, {@code Double} for those with a fraction or an exponent, and for minus zero.
 *
 * <p>Of equal names in an object the last value counts, at the place of the first, as in
 * JavaScript. Thread-safe; names met once are recognised by their bytes from then on, so one reader
 * is to be shared by a whole server.
 */
public final class JsonReader {
  private final JsonFactory factory;

  /** Makes a reader with the default limits. */
  public JsonReader() {
    this(JsonLimits.DEFAULT);
  }

  /** Makes a reader. */
  public JsonReader(JsonLimits limits) {
    this.factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.maxDepth())
                    .maxNumberLength(limits.maxNumberLength())
                    .maxStringLength(limits.maxStringLength())
                    .maxNameLength(limits.maxStringLength())
                    .build())
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();
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
    if (looksLikeAnotherEncoding(bytes, offset, length)) {
      throw new InvalidJsonException("not UTF-8");
    }
    try (JsonParser parser =
        factory.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
      return JsonTree.of(parser);
    } catch (JacksonException e) {
      if (isAboutSurrogates(e) && escapesSurrogates(bytes, offset, length)) {
        // Reading from bytes, Jackson refuses names with a lone surrogate; JSON allows them. A text
        // takes several times the room of the bytes, so other faults are not read again.
        return tree(new String(bytes, offset, length, StandardCharsets.UTF_8));
      }
      throw new InvalidJsonException(e.getOriginalMessage());
    }
  }

  JsonTree tree(String given) {
    String text = given.startsWith("\ufeff") ? given.substring(1) : given;
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
      return JsonTree.of(parser);
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

  /** Nothing but the message tells; a recorded case fails when its words change. */
  private static boolean isAboutSurrogates(JacksonException e) {
    String message = e.getOriginalMessage();
    return message != null && message.contains("surrogate");
  }

  private static boolean escapesSurrogates(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length - 2; i++) {
      if (bytes[i] == '\\' && bytes[i + 1] == 'u' && (bytes[i + 2] | 0x20) == 'd') {
        return true;
      }
    }
    return false;
  }
}
