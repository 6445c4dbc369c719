package dev.fastjava.internal.validation.format;

/** Internet addresses. */
public final class Addresses {
  private static final int GROUPS = 8;

  private Addresses() {}

  static boolean isIpv4(String text) {
    return isIpv4(text, 0, false);
  }

  private static boolean isIpv4(String text, int from, boolean leadingZeros) {
    int at = from;
    for (int i = 0; i < 4; i++) {
      if (i > 0 && (at >= text.length() || text.charAt(at++) != '.')) {
        return false;
      }
      int start = at;
      int value = 0;
      while (at < text.length() && at < start + 3 && isDigit(text.charAt(at))) {
        value = value * 10 + (text.charAt(at++) - '0');
      }
      boolean padded = at - start > 1 && text.charAt(start) == '0';
      if (at == start || value > 255 || (padded && !leadingZeros)) {
        return false;
      }
    }
    return at == text.length();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Tells whether a text is an address of IPv6, without brackets and zone. */
  public static boolean isIpv6(String text) {
    return isIpv6(text, false);
  }

  /** The same with leading zeros in the part that is written as an IPv4 address. */
  static boolean isIpv6InUri(String text) {
    return isIpv6(text, true);
  }

  private static boolean isIpv6(String text, boolean leadingZeros) {
    int groups = 0;
    boolean gap = false;
    int at = 0;
    int length = text.length();
    if (text.startsWith("::")) {
      gap = true;
      at = 2;
    } else if (text.startsWith(":")) {
      return false;
    }
    while (at < length) {
      int end = at;
      while (end < length
          && end < at + 4
          && Character.digit(text.charAt(end), 16) >= 0
          && text.charAt(end) < 128) {
        end++;
      }
      if (end < length && text.charAt(end) == '.') {
        return isIpv4(text, at, leadingZeros) && isComplete(groups + 2, gap);
      }
      if (end == at || ++groups > GROUPS) {
        return false;
      }
      at = end;
      if (at == length) {
        break;
      }
      if (text.charAt(at++) != ':') {
        return false;
      }
      if (at < length && text.charAt(at) == ':') {
        if (gap) {
          return false;
        }
        gap = true;
        at++;
      } else if (at == length) {
        return false;
      }
    }
    return isComplete(groups, gap);
  }

  private static boolean isComplete(int groups, boolean gap) {
    return gap ? groups < GROUPS : groups == GROUPS;
  }
}
