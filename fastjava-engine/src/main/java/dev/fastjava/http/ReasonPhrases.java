package dev.fastjava.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * The reason phrases of status codes, such as {@code Not Found}: one table for what goes over the
 * wire, for injected requests and for the bodies of errors. They are those of the library but for
 * the few that the reference spells otherwise.
 */
public final class ReasonPhrases {
  private static final int LOWEST = 100;
  private static final int HIGHEST = 999;
  private static final @Nullable String[] PHRASES = new @Nullable String[HIGHEST - LOWEST + 1];

  static {
    for (int status = LOWEST; status <= HIGHEST; status++) {
      PHRASES[status - LOWEST] = phrase(status);
    }
  }

  private ReasonPhrases() {}

  /**
   * Returns the phrase of a status code.
   *
   * @param status any number
   * @return the phrase; {@code "unknown"} for a code without one
   */
  public static String of(int status) {
    String phrase = find(status);
    return phrase == null ? "unknown" : phrase;
  }

  /**
   * Returns the phrase of a status code.
   *
   * @param status any number
   * @return the phrase; null for a code without one
   */
  public static @Nullable String find(int status) {
    return status < LOWEST || status > HIGHEST ? null : PHRASES[status - LOWEST];
  }

  private static @Nullable String phrase(int status) {
    return switch (status) {
      case 208 -> "Already Reported";
      case 226 -> "IM Used";
      case 413 -> "Payload Too Large";
      case 414 -> "URI Too Long";
      case 416 -> "Range Not Satisfiable";
      case 418 -> "I'm a Teapot";
      case 425 -> "Too Early";
      case 451 -> "Unavailable For Legal Reasons";
      case 508 -> "Loop Detected";
      case 509 -> "Bandwidth Limit Exceeded";
      default -> {
        @Nullable String phrase = HttpResponseStatus.valueOf(status).reasonPhrase();
        if (phrase.endsWith(")")) {
          // What the library does not know it names by its class, with the code in parentheses.
          phrase = null;
        }
        yield phrase;
      }
    };
  }
}
