package dev.fastjava.internal.netty;

/** What a request may ask for: a path, a URL, or an asterisk, in visible ASCII characters. */
final class RequestTarget {
  private RequestTarget() {}

  static boolean isValid(String target) {
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      if (c <= ' ' || c >= 0x7f) {
        return false;
      }
    }
    return target.startsWith("/") || target.equals("*") || isAbsolute(target);
  }

  /** A URL, or the authority that goes with CONNECT. */
  private static boolean isAbsolute(String target) {
    return target.indexOf(':') > 0 && Character.isLetterOrDigit(target.charAt(0));
  }
}
