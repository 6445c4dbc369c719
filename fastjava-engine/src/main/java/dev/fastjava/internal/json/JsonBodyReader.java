package dev.fastjava.internal.json;

import dev.fastjava.ErrorCode;
import dev.fastjava.Poisoning;
import org.jspecify.annotations.Nullable;

/**
 * The built-in JSON body parser: reads a body into plain values, with the errors and the protection
 * of prototypes of the reference. Bytes that are not UTF-8 become U+FFFD. Thread-safe. Reference:
 * ContentTypeParser; Server, onProtoPoisoning and onConstructorPoisoning.
 */
public final class JsonBodyReader {
  private final JsonReader reader;
  private final PrototypeFilter filter;

  /**
   * Makes a parser.
   *
   * @param reader shared by the parsers of a server
   * @param proto what to do about {@code __proto__}
   * @param constructor what to do about {@code constructor.prototype}
   */
  public JsonBodyReader(JsonReader reader, Poisoning proto, Poisoning constructor) {
    this.reader = reader;
    this.filter = new PrototypeFilter(proto, constructor);
  }

  /**
   * Reads a body.
   *
   * @throws dev.fastjava.FastjavaException when it is empty or not JSON, or refused because of its
   *     keys
   */
  public @Nullable Object read(byte[] bytes, int offset, int length) {
    if (length == 0) {
      throw ErrorCode.FST_ERR_CTP_EMPTY_JSON_BODY.error();
    }
    try {
      if (Utf8Decoder.isValid(bytes, offset, length)) {
        return filtered(reader.tree(bytes, offset, length));
      }
      byte[] repaired = Utf8Decoder.repaired(bytes, offset, length);
      return filtered(reader.tree(repaired, 0, repaired.length));
    } catch (InvalidJsonException e) {
      // The cause is left out: the message of the reference is all that is told, in logs too.
      throw invalid();
    }
  }

  /**
   * Reads a body.
   *
   * @throws dev.fastjava.FastjavaException when it is empty or not JSON, or refused because of its
   *     keys
   */
  public @Nullable Object read(byte[] bytes) {
    return read(bytes, 0, bytes.length);
  }

  /**
   * Reads a body that has been decoded already.
   *
   * @throws dev.fastjava.FastjavaException when it is empty or not JSON, or refused because of its
   *     keys
   */
  public @Nullable Object read(String text) {
    if (text.isEmpty()) {
      throw ErrorCode.FST_ERR_CTP_EMPTY_JSON_BODY.error();
    }
    try {
      return filtered(reader.tree(text));
    } catch (InvalidJsonException e) {
      throw invalid();
    }
  }

  private @Nullable Object filtered(JsonTree tree) {
    Object value = tree.value();
    if (tree.isSuspicious() && !filter.ignoresAll() && !filter.admits(value)) {
      throw invalid();
    }
    return value;
  }

  private static RuntimeException invalid() {
    return ErrorCode.FST_ERR_CTP_INVALID_JSON_BODY.error();
  }
}
