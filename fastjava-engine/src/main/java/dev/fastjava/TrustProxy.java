package dev.fastjava;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which proxies may tell the client's address, host and protocol by {@code X-Forwarded-*} headers.
 * Immutable.
 *
 * <p>Reference: Server, trustProxy.
 */
public final class TrustProxy {
  private final boolean all;
  private final List<String> addresses;
  private final int hops;
  private final @Nullable BiPredicate<String, Integer> test;

  private TrustProxy(
      boolean all, List<String> addresses, int hops, @Nullable BiPredicate<String, Integer> test) {
    this.all = all;
    this.addresses = List.copyOf(addresses);
    this.hops = hops;
    this.test = test;
  }

  /**
   * Trusts every proxy. Only for servers that cannot be reached but through a proxy.
   *
   * @return the setting
   */
  public static TrustProxy all() {
    return new TrustProxy(true, List.of(), 0, null);
  }

  /**
   * Trusts proxies by address.
   *
   * @param addresses IP addresses, CIDR ranges, or the names {@code loopback}, {@code linklocal}
   *     and {@code uniquelocal}; each may be a comma-separated list
   * @return the setting; when the only address is empty, that of no setting
   */
  public static TrustProxy addresses(String... addresses) {
    if (addresses.length == 1 && addresses[0].isEmpty()) {
      return hops(0);
    }
    return addresses(
        Arrays.stream(addresses)
            .flatMap(list -> Arrays.stream(list.split(",", -1)))
            .map(String::strip)
            .toList());
  }

  /**
   * Trusts proxies by address.
   *
   * @param addresses one IP address, CIDR range or name each, see {@link #addresses(String...)}
   * @return the setting; when there is none nothing is trusted, and {@link Request#ips()} has the
   *     peer alone
   */
  public static TrustProxy addresses(List<String> addresses) {
    if (addresses.isEmpty()) {
      return when((address, hop) -> false);
    }
    return new TrustProxy(false, addresses, 0, null);
  }

  /**
   * Trusts a number of hops. As in the reference, hops alone cannot tell a client from a proxy, so
   * no header is trusted.
   *
   * @param hops the count; 0 is the same as no setting
   * @return the setting
   */
  public static TrustProxy hops(int hops) {
    return new TrustProxy(false, List.of(), hops, null);
  }

  /**
   * Trusts what a function says.
   *
   * @param test takes an address and its hop, 0 being the nearest
   * @return the setting
   */
  public static TrustProxy when(BiPredicate<String, Integer> test) {
    return new TrustProxy(false, List.of(), 0, test);
  }

  /**
   * Returns whether every proxy is trusted.
   *
   * @return true for {@link #all()}
   */
  public boolean isAll() {
    return all;
  }

  /**
   * Returns the trusted addresses.
   *
   * @return one address, range or name each; empty for the other forms
   */
  public List<String> addresses() {
    return addresses;
  }

  /**
   * Returns the number of hops.
   *
   * @return the count; 0 for the other forms
   */
  public int hops() {
    return hops;
  }

  /**
   * Returns the function.
   *
   * @return the function; null for the other forms
   */
  public @Nullable BiPredicate<String, Integer> test() {
    return test;
  }
}
