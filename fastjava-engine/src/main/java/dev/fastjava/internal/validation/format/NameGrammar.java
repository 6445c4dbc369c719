package dev.fastjava.internal.validation.format;

import dev.fastjava.internal.regex.Regex;

/** Names of hosts and addresses of mail (RFC 1123, RFC 5321). */
final class NameGrammar {
  private static final int MAX_HOSTNAME = 253;
  private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
  private static final String SHORT_LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

  private static final Regex EMAIL =
      Regex.linear("^" + ATOM + "(?:\\." + ATOM + ")*@(?:" + LABEL + "\\.)+" + LABEL + "$", "i");
  private static final Regex HOSTNAME =
      Regex.linear("^" + SHORT_LABEL + "(?:\\." + SHORT_LABEL + ")*\\.?$", "i");

  private NameGrammar() {}

  static boolean isEmail(String text) {
    return EMAIL.find(text);
  }

  static boolean isHostname(String text) {
    int length = text.endsWith(".") ? text.length() - 1 : text.length();
    return length >= 1 && length <= MAX_HOSTNAME && HOSTNAME.find(text);
  }
}
