package dev.fastjava.internal.inject;

import java.net.IDN;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A url in the form in which a client sends it, after the URL standard (url.spec.whatwg.org) for
 * the schemes http and https with {@code http://localhost} as base.
 *
 * @param path the path, begins with a slash
 * @param query with the question mark; empty for none
 * @param host the default of the host header: host name and port
 */
record InjectedUrl(String path, String query, String host) {
  private static final String IN_PATH = " \"#<>?`{}";
  private static final String IN_QUERY = " \"#<>'";
  private static final Pattern LINE_CONTROLS = Pattern.compile("[\\t\\n\\r]");
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
  private static final Pattern SLASHES = Pattern.compile("[/\\\\]*");
  private static final Pattern PORT = Pattern.compile("[0-9]{1,9}");
  private static final String FORBIDDEN_IN_HOST = " #%/:<>?@[\\]^|";

  static InjectedUrl parse(String text) {
    // Controls and spaces around it are no part of it, nor are ends of lines in it.
    String url = LINE_CONTROLS.matcher(text.trim()).replaceAll("");
    boolean https = url.regionMatches(true, 0, "https:", 0, 6);
    boolean http = url.regionMatches(true, 0, "http:", 0, 5);
    String rest = https ? url.substring(6) : http ? url.substring(5) : url;
    if (!https && !http && SCHEME.matcher(url).lookingAt()) {
      throw new IllegalArgumentException("Invalid URL: " + text + " is not http or https");
    }
    // Two slashes at the beginning are a path, as in the reference; //host would be one otherwise.
    boolean doubleSlashPath = text.startsWith("//");
    int slashes = slashes(rest);
    if (doubleSlashPath || (slashes < 2 && !https)) {
      return relative(rest, doubleSlashPath || slashes > 0);
    }
    rest = rest.substring(slashes);
    int end = indexOfAny(rest, "/\\?#", 0);
    String host = host(rest.substring(0, end), https, text);
    return relative(rest.substring(end), true).withHost(host);
  }

  /** Everything in front of the fragment, as the request line has it. */
  String target() {
    return path + query;
  }

  InjectedUrl withQuery(String newQuery) {
    return new InjectedUrl(path, newQuery, host);
  }

  private InjectedUrl withHost(String newHost) {
    return new InjectedUrl(path, query, newHost);
  }

  private static InjectedUrl relative(String text, boolean absolutePath) {
    int hash = text.indexOf('#');
    String url = hash < 0 ? text : text.substring(0, hash);
    int mark = url.indexOf('?');
    String path = mark < 0 ? url : url.substring(0, mark);
    String query = mark < 0 ? "" : url.substring(mark + 1);
    if (absolutePath && !path.isEmpty()) {
      path = path.substring(1);
    }
    return new InjectedUrl(
        normalized(path),
        query.isEmpty() ? "" : '?' + UrlEncoding.encode(query, IN_QUERY),
        "localhost:80");
  }

  private static int slashes(String text) {
    Matcher slashes = SLASHES.matcher(text);
    return slashes.lookingAt() ? slashes.end() : 0;
  }

  private static int indexOfAny(String text, String characters, int from) {
    int i = from;
    while (i < text.length() && characters.indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  /** Resolves dot segments and encodes what may not stand in a path. */
  private static String normalized(String path) {
    Deque<String> segments = new ArrayDeque<>();
    int start = 0;
    boolean last = false;
    while (!last) {
      int end = indexOfAny(path, "/\\", start);
      last = end == path.length();
      String segment = path.substring(start, end);
      String dots = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
      boolean parent = dots.equals("..");
      if (parent) {
        segments.pollLast();
      }
      if (!parent && !dots.equals(".")) {
        segments.add(UrlEncoding.encode(segment, IN_PATH));
      } else if (last) {
        segments.add("");
      }
      start = end + 1;
    }
    return '/' + String.join("/", segments);
  }

  private static String host(String authority, boolean https, String url) {
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    int colon = host.indexOf(':', host.lastIndexOf(']') + 1);
    String port = colon < 0 ? "" : host.substring(colon + 1);
    String name = hostName(colon < 0 ? host : host.substring(0, colon), url);
    int standard = https ? 443 : 80;
    return name + ':' + (port.isEmpty() ? standard : port(port, url));
  }

  private static int port(String port, String url) {
    int number = PORT.matcher(port).matches() ? Integer.parseInt(port) : -1;
    if (number < 0 || number > 65535) {
      throw new IllegalArgumentException("Invalid URL: " + url);
    }
    return number;
  }

  private static String hostName(String host, String url) {
    if (host.startsWith("[") && host.endsWith("]")) {
      return host.toLowerCase(Locale.ROOT);
    }
    String name;
    try {
      name = IDN.toASCII(UrlEncoding.decode(host, false)).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Invalid URL: " + url, e);
    }
    if (name.isEmpty()
        || name.chars().anyMatch(c -> c < ' ' || FORBIDDEN_IN_HOST.indexOf(c) >= 0)) {
      throw new IllegalArgumentException("Invalid URL: " + url);
    }
    return name;
  }
}
