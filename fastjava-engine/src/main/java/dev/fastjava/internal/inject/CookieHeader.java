package dev.fastjava.internal.inject;

import dev.fastjava.inject.InjectRequest.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cookie header of a request. */
final class CookieHeader {
  private static final Pattern NAME = Pattern.compile("[\\x21-\\x3A\\x3C\\x3E-\\x7E]+");
  private static final Pattern PLAIN_VALUE = Pattern.compile("[\\x21-\\x7E&&[^\",;\\\\%]]*");

  /** What JavaScript's encodeURIComponent leaves as it is, besides letters and digits. */
  private static final String UNRESERVED = "-_.!~*'()";

  private CookieHeader() {}

  /** The cookies whose path fits, in order. */
  static String of(List<Cookie> cookies, String requestPath) {
    return cookies.stream()
        .filter(cookie -> isBelow(requestPath, cookie.path()))
        .map(CookieHeader::pair)
        .collect(Collectors.joining("; "));
  }

  private static String pair(Cookie cookie) {
    if (!NAME.matcher(cookie.name()).matches()) {
      throw new IllegalArgumentException("cookie name is invalid: " + cookie.name());
    }
    String value = cookie.value();
    boolean plain = PLAIN_VALUE.matcher(value).matches();
    return cookie.name() + '=' + (plain ? value : UrlEncoding.encodeAllBut(value, UNRESERVED));
  }

  private static boolean isBelow(String requestPath, @Nullable String cookiePath) {
    String path = cookiePath == null || cookiePath.isEmpty() ? "/" : cookiePath;
    if (!requestPath.startsWith(path)) {
      return false;
    }
    int end = path.length();
    return path.endsWith("/") || requestPath.length() == end || requestPath.charAt(end) == '/';
  }
}
