package dev.fastjava.internal.regex;

/**
 * The flags of an expression.
 *
 * @param written their letters
 * @param ignoreCase {@code i}
 * @param multiline {@code m}: {@code ^} and {@code $} also match at line ends
 * @param dotAll {@code s}: the dot matches line ends
 * @param unicode {@code u}: code points in place of UTF-16 units, and a stricter syntax
 */
record Flags(
    String written, boolean ignoreCase, boolean multiline, boolean dotAll, boolean unicode) {
  static Flags parse(String source, String flags) {
    for (int i = 0; i < flags.length(); i++) {
      char flag = flags.charAt(i);
      // g, y and d change what a match reports, not whether there is one at the start.
      if ("imsugd".indexOf(flag) < 0 || flags.indexOf(flag) != i) {
        throw new RegexSyntaxException(source, flags, "Invalid flags");
      }
    }
    return new Flags(
        flags, flags.contains("i"), flags.contains("m"), flags.contains("s"), flags.contains("u"));
  }
}
