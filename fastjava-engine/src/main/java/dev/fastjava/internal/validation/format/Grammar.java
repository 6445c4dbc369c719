package dev.fastjava.internal.validation.format;

import dev.fastjava.internal.validation.regex.Regex;

/**
 * Formats that are regular languages, put together from the productions of their RFCs. None needs
 * lookahead, so each is an automaton.
 */
final class Grammar {
  private static final int MAX_HOSTNAME = 253;

  private static final String HEX = "[0-9a-f]";
  private static final String ESCAPED = "%" + HEX + HEX;

  // RFC 3986: addresses.
  private static final String H16 = HEX + "{1,4}";
  private static final String LOOSE_OCTET = "(?:25[0-5]|2[0-4]\\d|[01]?\\d\\d?)";
  private static final String LOOSE_IPV4 = "(?:" + LOOSE_OCTET + "\\.){3}" + LOOSE_OCTET;
  private static final String LS32 = "(?:" + H16 + ":" + H16 + "|" + LOOSE_IPV4 + ")";
  private static final String IPV6 = ipv6();
  private static final String IP_FUTURE = "v" + HEX + "+\\.[a-z0-9\\-._~!$&'()*+,;=:]+";

  // RFC 3986: the parts of a URI. A reference may hold quotation marks here, a URI may not.
  private static final String SUB = "a-z0-9\\-._~!$&'()*+,;=";
  private static final String URI_BODY = uriBody("");
  private static final String REFERENCE_BODY = uriBody("\"");
  private static final String SCHEME = "[a-z][a-z0-9+\\-.]*:";
  private static final String TAIL =
      "(?:\\?(?:[" + SUB + ":@/?]|" + ESCAPED + ")*)?(?:#(?:[" + SUB + ":@/?]|" + ESCAPED + ")*)?";
  private static final String REFERENCE_TAIL = TAIL.replaceFirst("&'", "&'\"");

  private static final Regex URI = compile(SCHEME + "(?:" + URI_BODY + ")" + TAIL);

  /** {@code uri-reference}. */
  static final Regex URI_REFERENCE =
      compile("(?:" + SCHEME + ")?(?:" + REFERENCE_BODY + ")?" + REFERENCE_TAIL);

  // RFC 6570.
  private static final String VARIABLE = "(?:[a-z0-9_]|" + ESCAPED + ")+(?::[1-9][0-9]{0,3}|\\*)?";

  /** {@code uri-template}. */
  static final Regex URI_TEMPLATE =
      compile(
          "(?:[^\\x00-\\x20\"'<>%\\\\^`{|}]|"
              + ESCAPED
              + "|\\{[+#./;?&=,!@|]?"
              + VARIABLE
              + "(?:,"
              + VARIABLE
              + ")*\\})*");

  // RFC 3339, appendix A.
  private static final String DATE = "(?:\\d+Y(?:\\d+M)?(?:\\d+D)?|\\d+M(?:\\d+D)?|\\d+D)";
  private static final String TIME = "T(?:\\d+H(?:\\d+M)?(?:\\d+S)?|\\d+M(?:\\d+S)?|\\d+S)";

  /** {@code duration}. */
  static final Regex DURATION =
      Regex.linear("^P(?:" + DATE + "(?:" + TIME + ")?|" + TIME + "|\\d+W)$", "");

  // RFC 5321 and 1123.
  private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
  private static final String SHORT_LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

  /** {@code email}. */
  static final Regex EMAIL = compile(ATOM + "(?:\\." + ATOM + ")*@(?:" + LABEL + "\\.)+" + LABEL);

  private static final Regex HOSTNAME = compile(SHORT_LABEL + "(?:\\." + SHORT_LABEL + ")*\\.?");

  // A URL of the public internet: no private or reserved address.
  private static final String OCTET = "(?:1?\\d{1,2}|2[0-4]\\d|25[0-5])";
  private static final String LAST_OCTET = "(?:[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-4])";
  private static final String PUBLIC_START =
      "(?:(?:[1-9]|1[1-9]|[2-9]\\d|1(?:[013-5]\\d|2[0-689]|6[0-8]|7[013-9]|8\\d|9[013-9])"
          + "|2[01]\\d|22[0-3])\\."
          + OCTET
          + "|169\\.(?:1?\\d{1,2}|2[0-4]\\d|25[0-35])"
          + "|172\\.(?:\\d|[04-9]\\d|1[0-5]|3[2-9]|1\\d\\d|2[0-4]\\d|25[0-5])"
          + "|192\\.(?:\\d{1,2}|1(?:[0-57-9]\\d|6[0-79])|2[0-4]\\d|25[0-5]))";
  private static final String PUBLIC_IPV4 = PUBLIC_START + "\\." + OCTET + "\\." + LAST_OCTET;
  private static final String WORD = "[a-z0-9\\u00a1-\\uffff]+";
  private static final String DASHED = "(?:" + WORD + "-)*" + WORD;
  private static final String DOMAIN = DASHED + "(?:\\." + DASHED + ")*\\.[a-z\\u00a1-\\uffff]{2,}";

  /** {@code url}. */
  static final Regex URL =
      Regex.linear(
          "^(?:https?|ftp):\\/\\/(?:\\S+@)?(?:"
              + PUBLIC_IPV4
              + "|"
              + DOMAIN
              + ")(?::\\d{2,5})?(?:\\/\\S*)?$",
          "iu");

  /** {@code uuid}. */
  static final Regex UUID =
      compile("(?:urn:uuid:)?" + HEX + "{8}-(?:" + HEX + "{4}-){3}" + HEX + "{12}");

  /** {@code json-pointer}. */
  static final Regex JSON_POINTER = compile("(?:\\/(?:[^~/]|~0|~1)*)*");

  /** {@code json-pointer-uri-fragment}. */
  static final Regex JSON_POINTER_FRAGMENT =
      compile("#(?:\\/(?:[a-z0-9_\\-.!$&'()*+,;:=@]|" + ESCAPED + "|~0|~1)*)*");

  /** {@code relative-json-pointer}. */
  static final Regex RELATIVE_JSON_POINTER =
      compile("(?:0|[1-9][0-9]*)(?:#|(?:\\/(?:[^~/]|~0|~1)*)*)");

  private static final Regex BASE64 =
      Regex.linear("^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$", "");

  private Grammar() {}

  private static Regex compile(String production) {
    return Regex.linear("^(?:" + production + ")$", "i");
  }

  private static String ipv6() {
    StringBuilder forms = new StringBuilder();
    // The gap "::" stands behind 0 to 7 groups, and at most 7 are written in all.
    forms.append("(?:").append(H16).append(":){6}").append(LS32);
    forms.append("|::(?:").append(H16).append(":){5}").append(LS32);
    for (int behind = 4; behind >= 0; behind--) {
      forms.append('|').append(upTo(5 - behind)).append("::");
      if (behind > 0) {
        forms.append("(?:").append(H16).append(":){").append(behind).append('}');
      }
      forms.append(LS32);
    }
    forms.append('|').append(upTo(6)).append("::").append(H16);
    forms.append('|').append(upTo(7)).append("::");
    return "(?:" + forms + ")";
  }

  private static String upTo(int groups) {
    return "(?:(?:" + H16 + ":){0," + (groups - 1) + "}" + H16 + ")?";
  }

  private static String uriBody(String more) {
    String chars = SUB + more;
    String pathChar = "(?:[" + chars + ":@]|" + ESCAPED + ")";
    String path = "(?:\\/" + pathChar + "*)*";
    String userInfo = "(?:(?:[" + SUB + ":]|" + ESCAPED + ")*@)?";
    String name = "(?:[" + chars + "]|" + ESCAPED + ")*";
    String host = "(?:\\[(?:" + IPV6 + "|" + IP_FUTURE + ")\\]|" + name + ")";
    String segments = pathChar + "+" + path;
    return "\\/?\\/"
        + userInfo
        + host
        + "(?::\\d*)?"
        + path
        + "|\\/(?:"
        + segments
        + ")?"
        + "|"
        + segments;
  }

  static boolean isUri(String text) {
    return URI.find(text);
  }

  static boolean isHostname(String text) {
    int length = text.endsWith(".") ? text.length() - 1 : text.length();
    return length >= 1 && length <= MAX_HOSTNAME && HOSTNAME.find(text);
  }

  /** Whether some line is base64, as in the reference, which matches lines. */
  static boolean isBase64(String text) {
    if (BASE64.find(text)) {
      return true;
    }
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
    return start > 0 && BASE64.find(text.substring(start));
  }
}
