package dev.fastjava;

import dev.fastjava.mark.ProvidedByEngine;
import dev.fastjava.option.EmptyJsonBody;
import dev.fastjava.option.Poisoning;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * The content-type parsers of an encapsulation context. Changed at boot only.
 *
 * <p>Reference: ContentTypeParser.
 */
@ProvidedByEngine
public interface ParserRegistry {
  /**
   * Adds a parser for a content type.
   *
   * @param contentType a media type, with or without parameters, or {@code *} for all that have no
   *     parser
   * @param parser parses the bodies
   * @return this
   */
  Fastjava addContentTypeParser(String contentType, BodyParser parser);

  /**
   * Adds a parser for content types that match.
   *
   * @param contentType finds the content types; start it with {@code ^}
   * @param parser parses the bodies
   * @return this
   */
  Fastjava addContentTypeParser(Pattern contentType, BodyParser parser);

  /**
   * Adds a parser for several content types.
   *
   * @param contentTypes media types
   * @param parser parses the bodies
   * @return this
   */
  Fastjava addContentTypeParser(Collection<String> contentTypes, BodyParser parser);

  /**
   * Returns whether there is a parser for this very content type.
   *
   * @param contentType a media type
   * @return true when there is
   */
  boolean hasContentTypeParser(String contentType);

  /**
   * Returns whether there is a parser for this very pattern.
   *
   * @param contentType the pattern
   * @return true when there is
   */
  boolean hasContentTypeParser(Pattern contentType);

  /**
   * Removes parsers.
   *
   * @param contentTypes media types
   * @return this
   */
  Fastjava removeContentTypeParser(String... contentTypes);

  /**
   * Removes a parser.
   *
   * @param contentType the pattern
   * @return this
   */
  Fastjava removeContentTypeParser(Pattern contentType);

  /**
   * Removes all parsers, the built-in ones too.
   *
   * @return this
   */
  Fastjava removeAllContentTypeParsers();

  /**
   * Returns the built-in JSON parser. What it makes of an empty body the server's option {@code
   * emptyJsonBody} tells.
   *
   * @param onProtoPoisoning what to do with {@code __proto__} keys
   * @param onConstructorPoisoning what to do with {@code constructor.prototype} keys
   * @return the parser
   */
  BodyParser defaultJsonParser(Poisoning onProtoPoisoning, Poisoning onConstructorPoisoning);

  /**
   * Returns the built-in JSON parser.
   *
   * @param onProtoPoisoning what to do with {@code __proto__} keys
   * @param onConstructorPoisoning what to do with {@code constructor.prototype} keys
   * @param onEmptyBody what a body without a byte is
   * @return the parser
   */
  BodyParser defaultJsonParser(
      Poisoning onProtoPoisoning, Poisoning onConstructorPoisoning, EmptyJsonBody onEmptyBody);

  /**
   * Returns the built-in text parser.
   *
   * @return the parser
   */
  BodyParser defaultTextParser();
}
