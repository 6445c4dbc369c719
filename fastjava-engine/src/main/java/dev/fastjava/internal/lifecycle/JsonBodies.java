package dev.fastjava.internal.lifecycle;

import dev.fastjava.BodyParser;
import dev.fastjava.Request;
import dev.fastjava.internal.json.JsonBodyReader;
import dev.fastjava.internal.json.ReadBody;
import org.jspecify.annotations.Nullable;

/**
 * The built-in parser of JSON bodies. To the framework it gives what it has read in the form that
 * the route needs; to other parsers that use it plain values.
 */
public final class JsonBodies implements BodyParser.Plain<byte[]> {
  private final JsonBodyReader reader;
  private final boolean emptyIsNone;

  /**
   * Makes the parser.
   *
   * @param emptyIsNone whether a body without a byte is none, else it is an error
   */
  public JsonBodies(JsonBodyReader reader, boolean emptyIsNone) {
    this.reader = reader;
    this.emptyIsNone = emptyIsNone;
  }

  @Override
  public @Nullable Object parse(Request request, byte[] bytes) {
    Object body = read(bytes, false);
    if (!(body instanceof ReadBody read)) {
      return body;
    }
    if (request instanceof LiveRequest live) {
      live.offer(read);
    }
    return read.handOut();
  }

  /**
   * Reads a body.
   *
   * @param asTokens whether its plain values are probably not needed
   */
  @Nullable Object read(byte[] bytes, boolean asTokens) {
    return bytes.length == 0 && emptyIsNone
        ? null
        : reader.readToBind(bytes, asTokens && reader.canReadTokens());
  }
}
