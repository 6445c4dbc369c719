package dev.fastjava.internal.validation.format;

import dev.fastjava.internal.regex.Regex;

/** URLs of the public internet: without private and reserved addresses. */
final class UrlGrammar {
  private static final String OCTET = "(?:1?\\d{1,2}|2[0-4]\\d|25[0-5])";
  private static final String LAST_OCTET = "(?:[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-4])";

  // All first octets but 10, 127, 169, 172 and 192; of the last three what is public.
  private static final String FIRST_OCTET =
      "(?:[1-9]|1[1-9]|[2-9]\\d|1(?:[013-5]\\d|2[0-689]|6[0-8]|7[013-9]|8\\d|9[013-9])"
          + "|2[01]\\d|22[0-3])";
  private static final String NOT_254 = "(?:1?\\d{1,2}|2[0-4]\\d|25[0-35])";
  private static final String NOT_16_TO_31 =
      "(?:\\d|[04-9]\\d|1[0-5]|3[2-9]|1\\d\\d|2[0-4]\\d|25[0-5])";
  private static final String NOT_168 = "(?:\\d{1,2}|1(?:[0-57-9]\\d|6[0-79])|2[0-4]\\d|25[0-5])";
  private static final String NETWORK =
      "(?:"
          + (FIRST_OCTET + "\\." + OCTET)
          + ("|169\\." + NOT_254)
          + ("|172\\." + NOT_16_TO_31)
          + ("|192\\." + NOT_168)
          + ")";

  private static final String WORD = "[A-Za-z0-9\\u00a1-\\uffff]+";
  private static final String LABEL = "(?:" + WORD + "-)*" + WORD;
  private static final String DOMAIN =
      LABEL + "(?:\\." + LABEL + ")*\\.[A-Za-z\\u00a1-\\uffff]{2,}";

  /** {@code url}. */
  static final Regex URL =
      Regex.linear(
          "^(?:[Hh][Tt][Tt][Pp][Ss]?|[Ff][Tt][Pp]):\\/\\/(?:\\S+@)?(?:"
              + (NETWORK + "\\." + OCTET + "\\." + LAST_OCTET)
              + ("|" + DOMAIN)
              + ")(?::\\d{2,5})?(?:\\/\\S*)?$",
          "u");

  private UrlGrammar() {}
}
