package dev.fastjava.internal.validation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * References and identifiers of schemas as URIs (RFC 3986). They need not be absolute: {@code
 * address} and {@code #home} identify schemas too.
 */
final class SchemaUris {
  private static final Pattern PARTS =
      Pattern.compile(
          "(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?", Pattern.DOTALL);
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");
  private static final String UNRESERVED = "-._~";
  private static final String IN_PATH = UNRESERVED + "!$&'()*+,;=:@/";
  private static final String IN_QUERY = IN_PATH + "?";

  private SchemaUris() {}

  /** A URI in its parts, each normalized. */
  private record Uri(
      @Nullable String scheme,
      @Nullable String authority,
      String path,
      @Nullable String query,
      @Nullable String fragment) {

    static Uri parse(String text) {
      if (!text.isEmpty() && (text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ')) {
        throw new IllegalArgumentException(
            "URI must not contain leading or trailing C0 controls or spaces.");
      }
      Matcher parts = PARTS.matcher(text);
      if (!parts.matches()) {
        throw new IllegalArgumentException("URI can not be parsed.");
      }
      String scheme = parts.group(1);
      if (scheme != null && !SCHEME.matcher(scheme).matches()) {
        throw new IllegalArgumentException("URI scheme is malformed.");
      }
      String authority = parts.group(2);
      String path = normalize(parts.group(3), IN_PATH);
      if (path.isEmpty() && authority != null && scheme != null && isHttp(scheme)) {
        path = "/";
      }
      return new Uri(
          scheme == null ? null : scheme.toLowerCase(Locale.ROOT),
          authority == null ? null : authority.toLowerCase(Locale.ROOT),
          path,
          parts.group(4) == null ? null : normalize(parts.group(4), IN_QUERY),
          parts.group(5) == null ? null : normalize(parts.group(5), IN_QUERY));
    }

    /** Schemes whose empty path is the same as the root. */
    private static boolean isHttp(String scheme) {
      return scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      if (scheme != null) {
        text.append(scheme).append(':');
      }
      if (authority != null) {
        text.append("//").append(authority);
      }
      text.append(path);
      if (query != null) {
        text.append('?').append(query);
      }
      if (fragment != null) {
        text.append('#').append(fragment);
      }
      return text.toString();
    }
  }

  /** An identifier without an empty fragment at its end. */
  static String normalizeId(@Nullable String id) {
    if (id == null) {
      return "";
    }
    if (id.endsWith("#/")) {
      return id.substring(0, id.length() - 2);
    }
    return id.endsWith("#") ? id.substring(0, id.length() - 1) : id;
  }

  /** The document an identifier is in, with an empty fragment. */
  static String document(String id) {
    Uri uri = Uri.parse(normalizeId(id));
    return new Uri(uri.scheme, uri.authority, removeDots(uri.path), uri.query, null) + "#";
  }

  /** The fragment of a reference, or null when it has none. */
  static @Nullable String fragment(String reference) {
    return Uri.parse(reference).fragment;
  }

  /** The identifier that a reference means where the base is the identifier of the schema. */
  static String resolve(String base, String reference) {
    Uri from = Uri.parse(base);
    Uri to = Uri.parse(normalizeId(reference));
    if (to.scheme != null) {
      return new Uri(to.scheme, to.authority, removeDots(to.path), to.query, to.fragment)
          .toString();
    }
    if (to.authority != null) {
      return new Uri(from.scheme, to.authority, removeDots(to.path), to.query, to.fragment)
          .toString();
    }
    if (to.path.isEmpty()) {
      String query = to.query == null ? from.query : to.query;
      return new Uri(from.scheme, from.authority, removeDots(from.path), query, to.fragment)
          .toString();
    }
    return new Uri(from.scheme, from.authority, merge(from, to.path), to.query, to.fragment)
        .toString();
  }

  private static String merge(Uri base, String path) {
    if (path.startsWith("/")) {
      return removeDots(path);
    }
    if (base.authority != null && base.path.isEmpty()) {
      return removeDots('/' + path);
    }
    return removeDots(base.path.substring(0, base.path.lastIndexOf('/') + 1) + path);
  }

  private static String removeDots(String path) {
    if (!path.contains("./") && !path.endsWith(".")) {
      return path;
    }
    boolean absolute = path.startsWith("/");
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = path.split("/", -1);
    for (int i = absolute ? 1 : 0; i < segments.length; i++) {
      String segment = segments[i];
      boolean last = i == segments.length - 1;
      if (segment.equals("..")) {
        if (!kept.isEmpty() && !kept.getLast().equals("..")) {
          kept.removeLast();
        } else if (!absolute) {
          kept.addLast(segment);
        }
      } else if (!segment.equals(".")) {
        kept.addLast(segment);
        continue;
      }
      if (last) {
        kept.addLast("");
      }
    }
    return (absolute ? "/" : "") + String.join("/", kept);
  }

  /** Upper-case escapes, none where they are not needed, and all where they are. */
  private static String normalize(String part, String allowed) {
    StringBuilder text = new StringBuilder(part.length());
    for (int i = 0; i < part.length(); ) {
      int c = part.codePointAt(i);
      if (c == '%') {
        int octet = octet(part, i);
        boolean plain = octet != '.' && isUnreserved(octet);
        text.append(plain ? String.valueOf((char) octet) : escape(octet));
        i += 3;
        continue;
      }
      if (isAlphanumeric(c) || allowed.indexOf(c) >= 0) {
        text.appendCodePoint(c);
      } else {
        for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          text.append(escape(octet & 0xFF));
        }
      }
      i += Character.charCount(c);
    }
    return text.toString();
  }

  private static int octet(String part, int at) {
    int high = at + 2 < part.length() ? Character.digit(part.charAt(at + 1), 16) : -1;
    int low = high < 0 ? -1 : Character.digit(part.charAt(at + 2), 16);
    if (low < 0) {
      throw new IllegalArgumentException("URI contains malformed percent-encoding.");
    }
    return high * 16 + low;
  }

  private static String escape(int octet) {
    String hex = Integer.toHexString(octet).toUpperCase(Locale.ROOT);
    return (octet < 16 ? "%0" : "%") + hex;
  }

  private static boolean isUnreserved(int c) {
    return isAlphanumeric(c) || UNRESERVED.indexOf(c) >= 0;
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
