package dev.fastjava.internal.validation.format;

import dev.fastjava.internal.regex.Regex;

/** Formats with a small grammar. */
final class TextGrammar {
  private static final String ESCAPED = "%[0-9a-f]{2}";
  private static final String HEX = "[0-9a-f]";

  private static final String VARIABLE = "(?:[a-z0-9_]|" + ESCAPED + ")+(?::[1-9][0-9]{0,3}|\\*)?";

  /** {@code uri-template} (RFC 6570). */
  static final Regex URI_TEMPLATE =
      compile(
          "(?:[^\\x00-\\x20\"'<>%\\\\^`{|}]|"
              + ESCAPED
              + "|\\{[+#./;?&=,!@|]?"
              + VARIABLE
              + "(?:,"
              + VARIABLE
              + ")*\\})*");

  private static final String DAYS = "(?:\\d+Y(?:\\d+M)?(?:\\d+D)?|\\d+M(?:\\d+D)?|\\d+D)";
  private static final String HOURS = "T(?:\\d+H(?:\\d+M)?(?:\\d+S)?|\\d+M(?:\\d+S)?|\\d+S)";

  /** {@code duration} (RFC 3339, appendix A). */
  static final Regex DURATION =
      Regex.linear("^P(?:" + DAYS + "(?:" + HOURS + ")?|" + HOURS + "|\\d+W)$", "");

  /** {@code uuid} (RFC 4122). */
  static final Regex UUID =
      compile("(?:urn:uuid:)?" + HEX + "{8}-(?:" + HEX + "{4}-){3}" + HEX + "{12}");

  /** {@code json-pointer} (RFC 6901). */
  static final Regex JSON_POINTER = compile("(?:\\/(?:[^~/]|~0|~1)*)*");

  /** {@code json-pointer-uri-fragment} (RFC 6901). */
  static final Regex JSON_POINTER_FRAGMENT =
      compile("#(?:\\/(?:[a-z0-9_\\-.!$&'()*+,;:=@]|" + ESCAPED + "|~0|~1)*)*");

  /** {@code relative-json-pointer}. */
  static final Regex RELATIVE_JSON_POINTER =
      compile("(?:0|[1-9][0-9]*)(?:#|(?:\\/(?:[^~/]|~0|~1)*)*)");

  private static final Regex BASE64 =
      Regex.linear("^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$", "");

  private TextGrammar() {}

  private static Regex compile(String production) {
    return Regex.linear("^(?:" + production + ")$", "i");
  }

  /** Whether some line is base64, as in the reference, which matches lines. */
  static boolean isBase64(String text) {
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
        if (BASE64.find(text.substring(start, i))) {
          return true;
        }
        start = i + 1;
      }
    }
    return BASE64.find(start == 0 ? text : text.substring(start));
  }
}
