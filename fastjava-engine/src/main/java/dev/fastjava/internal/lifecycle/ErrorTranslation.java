package dev.fastjava.internal.lifecycle;

import dev.fastjava.Request;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.spi.ValidationMessages;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a request in a language of its client. */
public final class ErrorTranslation {
  /** What is read of the header at most, which anybody may send. */
  private static final int MAX_LENGTH = 256;

  private static final int MAX_LANGUAGES = 8;

  private final ValidationMessages messages;
  private final @Nullable Function<Request, Locale> locale;

  /**
   * Makes it.
   *
   * @param locale tells the language; null for what {@code accept-language} says
   */
  public ErrorTranslation(ValidationMessages messages, @Nullable Function<Request, Locale> locale) {
    this.messages = messages;
    this.locale = locale;
  }

  ValidationResult translate(ValidationResult result, Request request) {
    if (result.errors().isEmpty()) {
      return result;
    }
    List<ValidationError> errors = translate(result.errors(), request);
    return result.isReplaced()
        ? ValidationResult.invalid(errors, result.value())
        : ValidationResult.invalid(errors);
  }

  List<ValidationError> translate(List<ValidationError> errors, Request request) {
    Locale only = locale == null ? null : locale.apply(request);
    List<Locale> locales =
        locale == null ? accepted(request) : only == null ? List.of() : List.of(only);
    return errors.stream().map(error -> translate(error, locales)).toList();
  }

  private ValidationError translate(ValidationError error, List<Locale> locales) {
    if (error.hasOwnMessage() || error.message() == null) {
      return error;
    }
    for (Locale each : locales) {
      String message = messages.message(error, each);
      if (message != null) {
        return error.withMessage(message);
      }
      if (each.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
        return error; // the words of the engine are as good
      }
    }
    return error;
  }

  private static List<Locale> accepted(Request request) {
    String header = request.header("accept-language");
    if (header == null || header.length() > MAX_LENGTH) {
      return List.of();
    }
    try {
      return Locale.LanguageRange.parse(header).stream()
          .filter(range -> range.getWeight() > 0 && !range.getRange().startsWith("*"))
          .limit(MAX_LANGUAGES)
          .map(range -> Locale.forLanguageTag(range.getRange()))
          .toList();
    } catch (IllegalArgumentException e) {
      return List.of(); // anybody may send anything
    }
  }
}
