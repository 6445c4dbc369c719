package dev.fastjava.error;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The message of a code, with places for arguments. It is completed whatever the arguments are:
 * what is told must not be lost to how it is told.
 */
final class MessageText {
  /** The texts around the arguments: one more than there are places. */
  private final List<String> texts;

  /**
   * Reads a message.
   *
   * @throws IllegalArgumentException if it has a percent sign that means nothing
   */
  MessageText(String code, String message) {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int next = 0;
    while (next < message.length()) {
      char c = message.charAt(next);
      next++;
      if (c != '%') {
        text.append(c);
        continue;
      }
      boolean last = next == message.length();
      char kind = last ? ' ' : message.charAt(next);
      next++;
      if (kind == '%') {
        text.append('%');
      } else if (kind == ' ') {
        text.append(last ? "%" : "% ");
      } else if (kind == 's' || kind == 'd') {
        texts.add(text.toString());
        text.setLength(0);
      } else {
        throw new IllegalArgumentException(
            "The message of "
                + code
                + " may have %s and %d for arguments and %% for a percent sign: "
                + message);
      }
    }
    texts.add(text.toString());
    this.texts = List.copyOf(texts);
  }

  /** Refuses what is no code: it is a word that logs and clients look up. */
  static void requireCode(String code) {
    if (code.isEmpty()
        || code.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
      throw new IllegalArgumentException(
          "A code must not be empty, nor have spaces or control characters");
    }
  }

  String with(@Nullable Object @Nullable [] given) {
    @Nullable Object[] arguments = given == null ? new @Nullable Object[1] : given;
    StringBuilder text = new StringBuilder(texts.get(0));
    for (int i = 1; i < texts.size(); i++) {
      text.append(i <= arguments.length ? text(arguments[i - 1]) : "%s").append(texts.get(i));
    }
    return text.toString();
  }

  private static String text(@Nullable Object argument) {
    try {
      return String.valueOf(argument);
    } catch (RuntimeException e) {
      return "?"; // What went wrong is this error, not the text of its argument.
    }
  }
}
