package dev.fastjava.internal.request;

import dev.fastjava.option.TrustProxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The option {@code trustProxy}, read when the application is made, and what follows from it for a
 * request. Immutable; all methods are cheap enough to be called when a property is asked for.
 *
 * <p>Reference: Server, trustProxy; Request.
 */
public final class ProxyTrust {

  private static final ProxyTrust NONE = new ProxyTrust(null);

  private final @Nullable TrustProxy trusted;

  private ProxyTrust(@Nullable TrustProxy trusted) {
    this.trusted = trusted;
  }

  /** Headers by lower-case name; a header that came more than once is joined by commas. */
  @FunctionalInterface
  public interface Headers {

    /** The value of a header, or null when there is none. */
    @Nullable String get(String name);
  }

  /**
   * Reads the option.
   *
   * @param option the option; null when it is not set
   */
  public static ProxyTrust of(@Nullable TrustProxy option) {
    if (option == null) {
      return NONE;
    }
    boolean isSet = option.isAll() || option.test() != null || !option.addresses().isEmpty();
    return isSet ? new ProxyTrust(option) : NONE;
  }

  /** Whether the option is set, so that forwarded addresses are known. */
  public boolean isEnabled() {
    return trusted != null;
  }

  /**
   * The address of the client.
   *
   * @param headers the headers of the request
   * @param remoteAddress the peer of the connection
   */
  public @Nullable String ip(Headers headers, @Nullable String remoteAddress) {
    if (trusted == null) {
      return remoteAddress;
    }
    List<@Nullable String> addresses = addresses(trusted, headers, remoteAddress);
    return addresses.get(addresses.size() - 1);
  }

  /**
   * The addresses from the peer of the connection to the client.
   *
   * @return the addresses, or null when the option is not set
   */
  public @Nullable List<@Nullable String> ips(Headers headers, @Nullable String remoteAddress) {
    return trusted == null ? null : addresses(trusted, headers, remoteAddress);
  }

  private static List<@Nullable String> addresses(
      TrustProxy trusted, Headers headers, @Nullable String remoteAddress) {
    List<@Nullable String> all = new ArrayList<>();
    all.add(remoteAddress);
    String forwarded = headers.get("x-forwarded-for");
    if (forwarded != null) {
      addForwarded(all, forwarded);
    }
    for (int hop = 0; hop < all.size() - 1; hop++) {
      if (!trusted.trusts(all.get(hop), hop)) {
        return new ArrayList<>(all.subList(0, hop + 1));
      }
    }
    return all;
  }

  /** Adds the entries of the header, the nearest first, which is the last one. */
  private static void addForwarded(List<@Nullable String> all, String header) {
    int end = header.length();
    while (end >= 0) {
      int comma = header.lastIndexOf(',', end - 1);
      String entry = header.substring(comma + 1, end).strip();
      if (!entry.isEmpty()) {
        all.add(entry);
      }
      end = comma;
    }
  }

  /**
   * The host the client asked for, with its port if it has one.
   *
   * @return the host, empty when the request has none
   */
  public String host(Headers headers, @Nullable String remoteAddress) {
    String forwarded = forwarded(headers, "x-forwarded-host", remoteAddress);
    if (forwarded != null) {
      return forwarded;
    }
    String host = headers.get("host");
    if (host == null) {
      host = headers.get(":authority");
    }
    return host == null ? "" : host;
  }

  /**
   * The protocol the client used.
   *
   * @param encrypted whether the connection is
   */
  public String protocol(Headers headers, @Nullable String remoteAddress, boolean encrypted) {
    String forwarded = forwarded(headers, "x-forwarded-proto", remoteAddress);
    if (forwarded != null) {
      return forwarded;
    }
    return encrypted ? "https" : "http";
  }

  private @Nullable String forwarded(Headers headers, String name, @Nullable String remoteAddress) {
    if (trusted == null) {
      return null;
    }
    String value = headers.get(name);
    if (value == null || value.isEmpty() || !trusted.trusts(remoteAddress, 0)) {
      return null;
    }
    return value.substring(value.lastIndexOf(',') + 1).strip();
  }

  /** A host without its port. */
  public static String hostname(String host) {
    if (host.startsWith("[")) {
      return host.substring(0, host.indexOf(']') + 1);
    }
    int colon = host.indexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  /** The port of a host; -1 when it has none. */
  public static long port(String host) {
    int digits = host.length();
    while (digits > 0 && host.charAt(digits - 1) >= '0' && host.charAt(digits - 1) <= '9') {
      digits--;
    }
    boolean written = digits > 0 && digits < host.length() && host.charAt(digits - 1) == ':';
    // No port has so many digits; what has is a host name that cannot be connected to.
    return written && host.length() - digits <= 15 ? Long.parseLong(host.substring(digits)) : -1;
  }
}
