package dev.fastjava.internal.netty;

import dev.fastjava.internal.exchange.Characters;
import io.netty.util.NetUtil;

/** A host with its port, as {@code host} headers, URLs and targets of CONNECT have it. */
final class Authority {
  private Authority() {}

  /**
   * Whether a text is {@code uri-host [ ":" port ]}, RFC 9110 7.2. An empty text is: requests for
   * URIs without a host have it. There is no user in it, RFC 9110 4.2.4.
   */
  static boolean isValid(String text) {
    int colon = portColon(text);
    return isHost(text, colon < 0 ? text.length() : colon)
        && (colon < 0 || isPort(text, colon + 1));
  }

  /** Whether a valid authority names a host. */
  static boolean hasHost(String text) {
    return !text.isEmpty() && text.charAt(0) != ':';
  }

  /** Whether a valid authority names a port. */
  static boolean hasPort(String text) {
    int colon = portColon(text);
    return colon >= 0 && colon < text.length() - 1;
  }

  /** The colon before the port: one behind the bracket of an address of IPv6; -1 without. */
  private static int portColon(String text) {
    return text.indexOf(':', text.lastIndexOf(']') + 1);
  }

  private static boolean isHost(String text, int end) {
    return (end > 0 && text.charAt(0) == '[')
        ? (text.charAt(end - 1) == ']' && isAddress(text.substring(1, end - 1)))
        : isRegisteredName(text, end);
  }

  /** RFC 3986 3.2.2: {@code IPv6address / IPvFuture}, without a zone. */
  private static boolean isAddress(String address) {
    if (address.startsWith("v") || address.startsWith("V")) {
      int dot = address.indexOf('.');
      return dot > 1
          && dot < address.length() - 1
          && address.substring(1, dot).chars().allMatch(c -> Characters.isHexDigit((char) c))
          && address
              .substring(dot + 1)
              .chars()
              .allMatch(c -> c == ':' || Characters.isUnreservedOrSubDelimiter((char) c));
    }
    return address.indexOf('%') < 0
        && address.indexOf('[') < 0
        && NetUtil.isValidIpV6Address(address);
  }

  /** RFC 3986 3.2.2: {@code reg-name}, which an address of IPv4 is too. */
  private static boolean isRegisteredName(String text, int end) {
    int at = 0;
    while (at < end) {
      char c = text.charAt(at);
      if (c == '%') {
        if (at + 2 >= end
            || !Characters.isHexDigit(text.charAt(at + 1))
            || !Characters.isHexDigit(text.charAt(at + 2))) {
          return false;
        }
        at += 3;
      } else if (Characters.isUnreservedOrSubDelimiter(c)) {
        at++;
      } else {
        return false;
      }
    }
    return true;
  }

  /** RFC 3986 3.2.3: any number of digits, none included. */
  private static boolean isPort(String text, int start) {
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
