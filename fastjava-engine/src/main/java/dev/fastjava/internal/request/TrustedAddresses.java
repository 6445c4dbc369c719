package dev.fastjava.internal.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trusts the proxies at given addresses and in given networks. */
final class TrustedAddresses implements TrustPredicate {

  private static final Map<String, List<String>> NAMED =
      Map.of(
          "linklocal", List.of("169.254.0.0/16", "fe80::/10"),
          "loopback", List.of("127.0.0.1/8", "::1/128"),
          "uniquelocal", List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"));

  private final List<Network> networks;

  private TrustedAddresses(List<Network> networks) {
    this.networks = networks;
  }

  private record Network(IpAddress address, int bits) {

    boolean contains(IpAddress candidate) {
      IpAddress compared = candidate;
      if (candidate.isV4() != address.isV4()) {
        // Only a network of mapped addresses has IPv4 addresses in it.
        if (address.isV4() || bits < 96 || !address.isMappedV4()) {
          return false;
        }
        compared = candidate.mapped();
      } else if (!candidate.isV4() && address.isMappedV4()) {
        return false;
      }
      String zone = address.zone();
      return (zone == null || zone.equals(compared.zone())) && compared.startsLike(address, bits);
    }
  }

  /**
   * Reads a list of addresses.
   *
   * @param written IP addresses, networks with a length or a mask, and the names {@code loopback},
   *     {@code linklocal}, {@code uniquelocal}
   * @throws IllegalArgumentException if one of them is none of these
   */
  static TrustedAddresses of(List<String> written) {
    List<Network> networks = new ArrayList<>();
    for (String each : written) {
      for (String note : NAMED.getOrDefault(each, List.of(each))) {
        networks.add(network(note));
      }
    }
    return new TrustedAddresses(List.copyOf(networks));
  }

  private static Network network(String note) {
    int slash = note.lastIndexOf('/');
    String text = slash < 0 ? note : note.substring(0, slash);
    IpAddress address = IpAddress.parse(text);
    if (address == null) {
      throw new IllegalArgumentException("invalid IP address: " + text);
    }
    if (slash < 0) {
      IpAddress single = address.unmapped();
      return new Network(single, single.bits());
    }
    int bits = length(note.substring(slash + 1), address);
    if (bits <= 0 || bits > address.bits()) {
      throw new IllegalArgumentException("invalid range on address: " + note);
    }
    return new Network(address, bits);
  }

  /** How many bits a network has in common; 0 when it is not said in a way that is understood. */
  private static int length(String range, IpAddress address) {
    if (!range.isEmpty() && range.chars().allMatch(c -> c >= '0' && c <= '9')) {
      String digits = range.replaceFirst("^0+", "");
      return digits.isEmpty() || digits.length() > 3 ? 0 : Integer.parseInt(digits);
    }
    IpAddress mask = address.isV4() ? IpAddress.parse(range) : null;
    return mask == null ? 0 : mask.maskLength();
  }

  @Override
  public boolean trusts(@Nullable String address, int hop) {
    IpAddress parsed = address == null ? null : IpAddress.parse(address);
    if (parsed == null) {
      return false;
    }
    IpAddress candidate = parsed.unmapped();
    for (Network network : networks) {
      if (network.contains(candidate)) {
        return true;
      }
    }
    return false;
  }
}
