package dev.fastjava.option;

import dev.fastjava.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
  private final TrustedAddresses networks;
  private final @Nullable BiPredicate<String, Integer> test;

  private TrustProxy(
      boolean all, List<String> addresses, @Nullable BiPredicate<String, Integer> test) {
    this.all = all;
    this.addresses = List.copyOf(addresses);
    this.networks = TrustedAddresses.of(addresses);
    this.test = test;
  }

  /**
   * Trusts every proxy. Only for servers that cannot be reached but through a proxy.
   *
   * @return the setting
   */
  public static TrustProxy all() {
    return new TrustProxy(true, List.of(), null);
  }

  /**
   * Trusts proxies by address.
   *
   * @param addresses IP addresses, CIDR ranges, or the names {@code loopback}, {@code linklocal}
   *     and {@code uniquelocal}; each may be a comma-separated list
   * @return the setting; when the only address is empty, that of no setting
   * @throws IllegalArgumentException when one is none of these
   */
  public static TrustProxy addresses(String... addresses) {
    if (addresses.length == 1 && addresses[0].isEmpty()) {
      return new TrustProxy(false, List.of(), null);
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
   * @throws IllegalArgumentException when one is none of these
   */
  public static TrustProxy addresses(List<String> addresses) {
    if (addresses.isEmpty()) {
      return nobody();
    }
    return new TrustProxy(false, addresses, null);
  }

  /**
   * Trusts nobody, but {@link Request#ips()} has the peer. This is what the reference does with a
   * number of hops: a number alone cannot tell a proxy from a client that connects directly. Where
   * clients cannot reach the server but through {@code n} proxies, {@code when((address, hop) ->
   * hop < n)} trusts so many.
   *
   * @return the setting
   */
  public static TrustProxy nobody() {
    return when((address, hop) -> false);
  }

  /**
   * Trusts what a function says.
   *
   * @param test takes an address and its hop, 0 being the nearest
   * @return the setting
   */
  public static TrustProxy when(BiPredicate<String, Integer> test) {
    return new TrustProxy(false, List.of(), Objects.requireNonNull(test, "test"));
  }

  /**
   * Returns whether a proxy is trusted.
   *
   * @param address its address; null when the connection has none
   * @param hop how many hops it is away, 0 being the peer of the connection
   * @return whether its headers are believed
   */
  public boolean trusts(@Nullable String address, int hop) {
    if (all || address == null) {
      return all;
    }
    return test == null ? networks.contain(address) : test.test(address, hop);
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
   * Returns the function.
   *
   * @return the function; null for the other forms
   */
  public @Nullable BiPredicate<String, Integer> test() {
    return test;
  }
}
