package dev.fastjava.internal.netty;

import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, in one of the four forms of RFC 9112 3.2. The form depends on the
 * method, and a target in another form is none.
 */
final class RequestTarget {
  private RequestTarget() {}

  /** Whether a target is a path or an asterisk, the forms without a host, in visible ASCII. */
  static boolean isValid(String target) {
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      if (c <= ' ' || c >= 0x7f || c == '#') {
        return false;
      }
    }
    return target.startsWith("/") || target.equals("*");
  }

  /**
   * Checks a target that consists of visible ASCII characters.
   *
   * @return the authority that the target names; null when it names none
   * @throws MalformedRequestException when it is no target of such a request
   */
  static @Nullable String authorityOf(String method, String target) {
    if (method.equals("CONNECT")) {
      return connectAuthority(target);
    }
    if (target.indexOf('#') >= 0) {
      throw new MalformedRequestException("Request target with a fragment");
    }
    if (target.charAt(0) == '/') {
      return null;
    }
    if (target.equals("*")) {
      if (!method.equals("OPTIONS")) {
        throw new MalformedRequestException("Only OPTIONS may ask for *");
      }
      return null;
    }
    return absoluteAuthority(target);
  }

  /** RFC 9112 3.2.3: a host with its port, and nothing else. */
  static String connectAuthority(String target) {
    if (!Authority.isValid(target) || !Authority.hasHost(target) || !Authority.hasPort(target)) {
      throw new MalformedRequestException("CONNECT without a host and a port");
    }
    return target;
  }

  /** RFC 9112 3.2.2 and RFC 9110 4.2: a URL of this server, without a user. */
  private static String absoluteAuthority(String target) {
    int start;
    if (target.regionMatches(true, 0, "http://", 0, 7)) {
      start = 7;
    } else if (target.regionMatches(true, 0, "https://", 0, 8)) {
      start = 8;
    } else {
      throw new MalformedRequestException("Request target that is neither a path nor a URL");
    }
    int end = start;
    while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
      end++;
    }
    String authority = target.substring(start, end);
    if (!Authority.isValid(authority) || !Authority.hasHost(authority)) {
      throw new MalformedRequestException("Request target with an invalid host");
    }
    return authority;
  }
}
