package dev.fastjava.internal.content;

import dev.fastjava.internal.exchange.Characters;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value of a content-type header. Immutable.
 *
 * <p>Type, subtype and the names of parameters are in lower case; values keep their case. What is
 * not a parameter by RFC 9110 is skipped, a value without a proper type and subtype is not valid.
 */
public final class MediaType {
  private static final MediaType INVALID = new MediaType(null, Map.of());

  private final @Nullable String essence;
  private final Map<String, String> parameters;
  private final String text;

  private MediaType(@Nullable String essence, Map<String, String> parameters) {
    this.essence = essence;
    this.parameters = parameters;
    this.text = join(essence == null ? "/" : essence, parameters);
  }

  /** Reads a header value; without one the result is not valid. */
  public static MediaType parse(@Nullable String header) {
    if (header == null) {
      return INVALID;
    }
    int semicolon = header.indexOf(';');
    String essence = semicolon < 0 ? header : header.substring(0, semicolon);
    int slash = essence.indexOf('/');
    if (slash < 0) {
      return INVALID;
    }
    String type = Whitespace.trimStart(essence.substring(0, slash)).toLowerCase(Locale.ROOT);
    String subtype = Whitespace.trimEnd(essence.substring(slash + 1)).toLowerCase(Locale.ROOT);
    if (!Characters.isToken(type) || !Characters.isToken(subtype)) {
      return INVALID;
    }
    Map<String, String> parameters =
        semicolon < 0
            ? Map.of()
            : MediaTypeParameters.parse(Whitespace.trim(header.substring(semicolon + 1)));
    return new MediaType(type + '/' + subtype, parameters);
  }

  /** Whether there is a proper type and subtype. */
  public boolean isValid() {
    return essence != null;
  }

  /** Returns type and subtype, such as {@code text/plain}; null when not valid. */
  public @Nullable String essence() {
    return essence;
  }

  /** Returns the parameters in the order of the header; of equal names the last value counts. */
  public Map<String, String> parameters() {
    return parameters;
  }

  /**
   * Returns the normal form, such as {@code text/plain; charset="utf-8"}, under which parsers are
   * found. A value that is not valid has the form {@code /}.
   */
  @Override
  public String toString() {
    return text;
  }

  private static String join(String essence, Map<String, String> parameters) {
    if (parameters.isEmpty()) {
      return essence;
    }
    StringBuilder text = new StringBuilder(essence);
    parameters.forEach(
        (name, value) -> text.append("; ").append(name).append("=\"").append(value).append('"'));
    return text.toString();
  }
}
