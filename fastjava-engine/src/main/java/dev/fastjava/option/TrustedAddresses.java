package dev.fastjava.option;

import io.netty.util.NetUtil;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Trusts the proxies at given addresses and in given networks. */
final class TrustedAddresses {

  private static final Map<String, List<String>> NAMED =
      Map.of(
          "linklocal", List.of("169.254.0.0/16", "fe80::/10"),
          "loopback", List.of("127.0.0.1/8", "::1/128"),
          "uniquelocal", List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"));

  /** A part of an IPv4 address that is decimal to some and octal to others: to none here. */
  private static final Pattern OCTAL =
      Pattern.compile("(?<![0-9a-fA-F])0[0-9]+(?=\\.)|(?<=\\.)0[0-9]");

  private final List<Network> networks;

  private TrustedAddresses(List<Network> networks) {
    this.networks = networks;
  }

  /**
   * An address, or those that have its first bits. Mapped IPv4 addresses are IPv4 ones.
   *
   * @param bits how many; less than none where only mapped addresses could be meant
   * @param zone the zone of an IPv6 address, or empty
   */
  private record Network(InetAddress address, int bits, String zone) {

    /** Reads an address; null when it is none. */
    static @Nullable Network of(String text) {
      int percent = text.indexOf(':') < 0 ? -1 : text.indexOf('%');
      String written = percent < 0 ? text : text.substring(0, percent);
      // Netty takes brackets too.
      InetAddress address =
          text.startsWith("[") || OCTAL.matcher(written).find()
              ? null
              : NetUtil.createInetAddressFromIpAddressString(written);
      return address == null
          ? null
          : new Network(
              address,
              address.getAddress().length * 8,
              percent < 0 ? "" : text.substring(percent + 1));
    }

    boolean contains(Network candidate) {
      if (bits < 0 || candidate.bits != address.getAddress().length * 8) {
        return false;
      }
      BigInteger difference =
          new BigInteger(1, address.getAddress())
              .xor(new BigInteger(1, candidate.address.getAddress()));
      return (zone.isEmpty() || zone.equals(candidate.zone))
          && difference.shiftRight(candidate.bits - bits).signum() == 0;
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
    Network address = Network.of(text);
    if (address == null) {
      throw new IllegalArgumentException("invalid IP address: " + text);
    }
    if (slash < 0) {
      return address;
    }
    boolean written6 = text.indexOf(':') >= 0;
    int bits = length(note.substring(slash + 1), written6);
    if (bits <= 0 || bits > (written6 ? 128 : 32)) {
      throw new IllegalArgumentException("invalid range on address: " + note);
    }
    boolean mapped = written6 && address.bits == 32;
    return new Network(address.address, mapped ? bits - 96 : bits, address.zone);
  }

  /** How many bits a network has in common; 0 when it is not said in a way that is understood. */
  private static int length(String range, boolean written6) {
    if (!range.isEmpty() && range.chars().allMatch(c -> c >= '0' && c <= '9')) {
      String digits = range.replaceFirst("^0+", "");
      return digits.isEmpty() || digits.length() > 3 ? 0 : Integer.parseInt(digits);
    }
    if (written6 || !NetUtil.isValidIpV4Address(range)) {
      return 0;
    }
    int mask = new BigInteger(NetUtil.createByteArrayFromIpAddressString(range)).intValue();
    int ones = Integer.numberOfLeadingZeros(~mask);
    return ones == 32 || mask << ones == 0 ? ones : 0;
  }

  boolean contain(String address) {
    Network candidate = Network.of(address);
    if (candidate == null) {
      return false;
    }
    for (Network network : networks) {
      if (network.contains(candidate)) {
        return true;
      }
    }
    return false;
  }
}
