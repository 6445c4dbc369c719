package dev.fastjava.internal.json;

import dev.fastjava.error.ErrorCode;
import dev.fastjava.option.Poisoning;
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
   * Reads a body that may be bound to a type: a {@link ReadBody} where plain values do not keep all
   * that the text says.
   *
   * @param asTokens whether it shall be one in any case, with no plain values made yet
   * @throws dev.fastjava.error.FastjavaException when it is empty or not JSON, or refused because
   *     of its keys
   */
  public @Nullable Object readToBind(byte[] bytes, boolean asTokens) {
    if (bytes.length == 0) {
      throw ErrorCode.FST_ERR_CTP_EMPTY_JSON_BODY.error();
    }
    try {
      byte[] text =
          Utf8Decoder.isValid(bytes, 0, bytes.length)
              ? bytes
              : Utf8Decoder.repaired(bytes, 0, bytes.length);
      if (asTokens) {
        JsonReader.Tokens tokens = reader.tokens(text, 0, text.length);
        return tokens.suspicious() && !filter.ignoresAll()
            ? new ReadBody(reader, tokens.tape(), filtered(reader.values(tokens.tape())))
            : new ReadBody(reader, tokens.tape());
      }
      JsonTree tree = reader.tree(text, 0, text.length);
      Object value = filtered(tree);
      return tree.isInexact() ? new ReadBody(reader, text, value, tree.hasDuplicates()) : value;
    } catch (InvalidJsonException e) {
      throw invalid();
    }
  }

  /** Whether bodies that are read as tokens have the same plain values as others. */
  public boolean canReadTokens() {
    return reader.readsPlainNumbers();
  }

  private @Nullable Object filtered(JsonTree tree) {
    return tree.watched().isSuspicious() && !filter.ignoresAll()
        ? filtered(tree.value())
        : tree.value();
  }

  private @Nullable Object filtered(@Nullable Object value) {
    if (!filter.admits(value)) {
      throw invalid();
    }
    return value;
  }

  private static RuntimeException invalid() {
    return ErrorCode.FST_ERR_CTP_INVALID_JSON_BODY.error();
  }
}
