package dev.fastjava;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Parses the bodies of a content type. Immutable; parsers run once for each request, where its
 * hooks run. An error replies with its status and closes the connection.
 *
 * <p>Reference: ContentTypeParser.
 */
public final class BodyParser {
  /** What a parser gets. */
  public enum Input {
    /** The whole body as text, decoded as UTF-8. */
    STRING,
    /** The whole body as bytes. */
    BUFFER,
    /** The body as it arrives, not limited and not collected. */
    STREAM
  }

  /**
   * Parses a collected body.
   *
   * @param <B> the input: {@code String}, {@code byte[]} or {@link BodyStream}
   */
  @FunctionalInterface
  public interface Plain<B> {
    /**
     * Parses a body.
     *
     * @param request the request
     * @param body the body
     * @return the parsed body, or a {@link java.util.concurrent.CompletionStage} of it
     * @throws Exception when it cannot be parsed
     */
    @Nullable Object parse(Request request, B body) throws Exception;
  }

  /**
   * Parses a body and completes later.
   *
   * @param <B> the input: {@code String}, {@code byte[]} or {@link BodyStream}
   */
  @FunctionalInterface
  public interface Callback<B> {
    /**
     * Parses a body.
     *
     * @param request the request
     * @param body the body
     * @param done takes the parsed body, from any thread, once
     * @throws Exception when it cannot be parsed
     */
    void parse(Request request, B body, ResultDone done) throws Exception;
  }

  private final Input input;
  private final long bodyLimit;
  private final @Nullable Object plain;
  private final @Nullable Object callback;

  private BodyParser(
      Input input, long bodyLimit, @Nullable Object plain, @Nullable Object callback) {
    this.input = input;
    this.bodyLimit = bodyLimit;
    this.plain = plain;
    this.callback = callback;
  }

  /**
   * Makes a parser of the whole text.
   *
   * @param parser parses it
   * @return the parser
   */
  public static BodyParser text(Plain<String> parser) {
    return new BodyParser(Input.STRING, 0, parser, null);
  }

  /**
   * Makes a parser of the whole text that completes later.
   *
   * @param parser parses it
   * @return the parser
   */
  public static BodyParser text(Callback<String> parser) {
    return new BodyParser(Input.STRING, 0, null, parser);
  }

  /**
   * Makes a parser of the whole body.
   *
   * @param parser parses it
   * @return the parser
   */
  public static BodyParser bytes(Plain<byte[]> parser) {
    return new BodyParser(Input.BUFFER, 0, parser, null);
  }

  /**
   * Makes a parser of the whole body that completes later.
   *
   * @param parser parses it
   * @return the parser
   */
  public static BodyParser bytes(Callback<byte[]> parser) {
    return new BodyParser(Input.BUFFER, 0, null, parser);
  }

  /**
   * Makes a parser of the arriving body; limits are up to it.
   *
   * @param parser parses it
   * @return the parser
   */
  public static BodyParser stream(Plain<BodyStream> parser) {
    return new BodyParser(Input.STREAM, 0, parser, null);
  }

  /**
   * Makes a parser of the arriving body that completes later; limits are up to it.
   *
   * @param parser parses it
   * @return the parser
   */
  public static BodyParser stream(Callback<BodyStream> parser) {
    return new BodyParser(Input.STREAM, 0, null, parser);
  }

  /**
   * Limits the bodies of this parser; a route's own limit wins.
   *
   * @param bytes the limit, more than 0
   * @return a copy
   */
  public BodyParser bodyLimit(long bytes) {
    return new BodyParser(input, bytes, plain, callback);
  }

  /**
   * Returns what the parser gets.
   *
   * @return the kind of input
   */
  public Input input() {
    return input;
  }

  /**
   * Returns the limit of this parser.
   *
   * @return bytes; 0 when the limit of the server holds
   */
  public long bodyLimit() {
    return bodyLimit;
  }

  /**
   * Returns whether the parser completes by callback.
   *
   * @return true when {@link #parse(Request, Object, ResultDone)} is to be used
   */
  public boolean isCallback() {
    return callback != null;
  }

  /**
   * Parses a body, for a parser in plain style.
   *
   * @param request the request
   * @param body the body, of the class of its {@link #input()}
   * @return the parsed body or a stage of it
   * @throws Exception when it cannot be parsed
   */
  @SuppressWarnings("unchecked") // the factories tie the input to the class of the body
  public @Nullable Object parse(Request request, Object body) throws Exception {
    Plain<Object> parser = (Plain<Object>) plain;
    if (parser == null) {
      throw new IllegalStateException("This parser completes by callback");
    }
    return parser.parse(request, body);
  }

  /**
   * Parses a body, for a parser in callback style.
   *
   * @param request the request
   * @param body the body, of the class of its {@link #input()}
   * @param done takes the parsed body
   * @throws Exception when it cannot be parsed
   */
  @SuppressWarnings("unchecked") // the factories tie the input to the class of the body
  public void parse(Request request, Object body, ResultDone done) throws Exception {
    Callback<Object> parser = (Callback<Object>) callback;
    if (parser == null) {
      throw new IllegalStateException("This parser does not complete by callback");
    }
    parser.parse(request, body, done);
  }

  /**
   * Turns collected bytes into the parser's input.
   *
   * @param bytes the whole body
   * @return the text or the bytes
   */
  public Object inputOf(byte[] bytes) {
    return input == Input.STRING ? new String(bytes, StandardCharsets.UTF_8) : bytes;
  }
}
