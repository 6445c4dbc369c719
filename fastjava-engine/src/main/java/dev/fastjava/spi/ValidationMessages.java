package dev.fastjava.spi;

import dev.fastjava.schema.ValidationError;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a request in the language of its client.
 *
 * <p>Called where requests are validated, also on the event loop: it must not block. Not asked for
 * errors with a message of their own ({@link ValidationError#hasOwnMessage()}).
 *
 * <p>Reference: Validation-and-Serialization, Error Handling ({@code ajv-i18n}).
 */
@FunctionalInterface
public interface ValidationMessages {
  /**
   * Returns the message of an error.
   *
   * @param error what is wrong: keyword, parameters, and the message that it has in English
   * @param locale a language that the client understands
   * @return a text without the path; null when there is none in that language
   */
  @Nullable String message(ValidationError error, Locale locale);

  /**
   * Makes messages of texts by key, such as those of a {@link java.util.ResourceBundle}. The key is
   * {@code validation.} with the keyword: {@code validation.minLength=mindestens {limit} Zeichen}.
   * Parameters of the error stand in braces; others stay as they are.
   *
   * @param texts returns the text of a key; null when there is none in that language
   * @return messages by those texts
   */
  static ValidationMessages of(BiFunction<String, Locale, @Nullable String> texts) {
    return (error, locale) -> {
      String text = texts.apply("validation." + error.keyword(), locale);
      if (text != null) {
        for (Map.Entry<String, Object> each : error.params().entrySet()) {
          text = text.replace('{' + each.getKey() + '}', String.valueOf(each.getValue()));
        }
      }
      return text;
    };
  }
}
