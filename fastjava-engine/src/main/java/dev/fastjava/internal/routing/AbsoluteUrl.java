package dev.fastjava.internal.routing;

import dev.fastjava.internal.validation.format.Addresses;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the path out of a request target that is a whole URL, as a client sends it to a proxy. The
 * authority is checked as the URL standard asks for, and then forgotten.
 */
final class AbsoluteUrl {

  private static final String FORBIDDEN_IN_DOMAIN = " #/:<>?@[\\]^|%";
  private static final Pattern PORT = Pattern.compile("0*[0-9]{1,5}");
  private static final int LARGEST_PORT = 65535;

  private AbsoluteUrl() {}

  /**
   * The path and all behind it.
   *
   * @param url a request target that does not begin with a slash
   * @return the path; the target itself when it is no URL with the scheme http or https; null when
   *     it is one and malformed
   */
  static @Nullable String path(String url) {
    int schemeEnd = url.indexOf("://");
    if (schemeEnd < 0) {
      return url;
    }
    String scheme = url.substring(0, schemeEnd).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return url;
    }
    int start = schemeEnd + 3;
    int slash = url.indexOf('/', start);
    int query = url.indexOf('?', start);
    int end = slash < 0 ? url.length() : slash;
    if (query >= 0 && query < end) {
      end = query;
    }
    if (url.indexOf('#', start) >= 0 || end == start || !isAuthority(url.substring(start, end))) {
      return null;
    }
    if (end == url.length()) {
      return "/";
    }
    return end == query ? '/' + url.substring(query) : url.substring(slash);
  }

  private static boolean isAuthority(String text) {
    int backslash = text.indexOf('\\');
    String authority = backslash < 0 ? text : text.substring(0, backslash);
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    int bracket = host.startsWith("[") ? host.indexOf(']') : 0;
    if (bracket < 0) {
      return false;
    }
    int colon = host.indexOf(':', bracket);
    String port = colon < 0 ? "" : host.substring(colon + 1);
    String name = colon < 0 ? host : host.substring(0, colon);
    if (!isPort(port)) {
      return false;
    }
    if (name.startsWith("[")) {
      return name.endsWith("]") && Addresses.isIpv6(name.substring(1, name.length() - 1));
    }
    return isDomain(name);
  }

  private static boolean isPort(String port) {
    return port.isEmpty()
        || (PORT.matcher(port).matches() && Integer.parseInt(port) <= LARGEST_PORT);
  }

  private static boolean isDomain(String name) {
    String decoded = PercentEncoding.decode(name);
    if (decoded == null) {
      return false;
    }
    String domain = ascii(decoded);
    if (domain == null || domain.isEmpty()) {
      return false;
    }
    for (int i = 0; i < domain.length(); i++) {
      char c = domain.charAt(i);
      if (c < ' ' || c == 0x7f || FORBIDDEN_IN_DOMAIN.indexOf(c) >= 0) {
        return false;
      }
    }
    return !endsInNumber(domain) || isIpv4(domain);
  }

  private static @Nullable String ascii(String domain) {
    if (domain.chars().allMatch(c -> c < 0x80)) {
      return domain.toLowerCase(Locale.ROOT);
    }
    try {
      return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String[] labels(String domain) {
    String text = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
    return text.split("\\.", -1);
  }

  private static boolean endsInNumber(String domain) {
    String[] labels = labels(domain);
    String last = labels[labels.length - 1];
    return (!last.isEmpty() && last.chars().allMatch(c -> c >= '0' && c <= '9'))
        || (last.startsWith("0x") && number(last) >= 0);
  }

  private static boolean isIpv4(String domain) {
    String[] parts = labels(domain);
    if (parts.length > 4) {
      return false;
    }
    for (int i = 0; i < parts.length; i++) {
      long value = parts[i].isEmpty() ? -1 : number(parts[i]);
      long limit = i < parts.length - 1 ? 256 : 1L << (8 * (5 - parts.length));
      if (value < 0 || value >= limit) {
        return false;
      }
    }
    return true;
  }

  /** The value of a number written in decimal, octal or hexadecimal; -1 when it is none. */
  private static long number(String text) {
    boolean hexadecimal = text.startsWith("0x");
    boolean octal = !hexadecimal && text.length() > 1 && text.startsWith("0");
    String digits = hexadecimal ? text.substring(2) : text;
    int radix = hexadecimal ? 16 : octal ? 8 : 10;
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        return -1;
      }
      value = Math.min(value * radix + digit, Integer.MAX_VALUE * 4L);
    }
    return value;
  }
}
