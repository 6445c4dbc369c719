package dev.fastjava.internal.validation.format;

import dev.fastjava.internal.regex.Regex;

/**
 * URIs, put together from the productions of RFC 3986. An IPv6 address, which only the host can be,
 * is checked apart.
 */
final class UriGrammar {
  private static final String ESCAPED = "%[0-9a-f]{2}";
  private static final String SCHEME = "[a-z][a-z0-9+\\-.]*:";
  private static final String ALWAYS = "a-z0-9\\-._~!$&'()*+,;=";

  // A reference may hold quotation marks in names and paths, a URI may not.
  private static final Regex URI = compile(SCHEME + "(?:" + body("") + ")" + tail(""));
  private static final Regex REFERENCE =
      compile("(?:" + SCHEME + ")?(?:" + body("\"") + ")?" + tail("\""));

  private UriGrammar() {}

  static boolean isUri(String text) {
    return URI.find(text) && isAddressValid(text);
  }

  static boolean isReference(String text) {
    return REFERENCE.find(text) && isAddressValid(text);
  }

  private static boolean isAddressValid(String text) {
    int start = text.indexOf('[');
    if (start < 0 || text.charAt(start + 1) == 'v' || text.charAt(start + 1) == 'V') {
      return true;
    }
    return Addresses.isIpv6InUri(text.substring(start + 1, text.indexOf(']', start)));
  }

  private static Regex compile(String production) {
    return Regex.linear("^(?:" + production + ")$", "i");
  }

  private static String chars(String others) {
    return "(?:[" + ALWAYS + others + "]|" + ESCAPED + ")";
  }

  private static String body(String more) {
    String inPath = chars(more + ":@");
    String path = "(?:\\/" + inPath + "*)*";
    String userInfo = "(?:" + chars(":") + "*@)?";
    String address = "\\[(?:[0-9a-f:.]+|v[0-9a-f]+\\.[" + ALWAYS + ":]+)\\]";
    String host = "(?:" + address + "|" + chars(more) + "*)";
    String authority = "\\/?\\/" + userInfo + host + "(?::\\d*)?" + path;
    String segments = inPath + "+" + path;
    return authority + "|\\/(?:" + segments + ")?|" + segments;
  }

  private static String tail(String more) {
    String inTail = chars(more + ":@/?");
    return "(?:\\?" + inTail + "*)?(?:#" + inTail + "*)?";
  }
}
