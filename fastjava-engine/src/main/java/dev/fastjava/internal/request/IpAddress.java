package dev.fastjava.internal.request;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An IP address, read with the notations of ipaddr.js: IPv4 also with fewer than four parts and
 * with octal or hexadecimal parts, IPv6 also with a zone.
 */
final class IpAddress {

  private static final Pattern V4_PART =
      Pattern.compile("\\d+|0x[a-f0-9]+", Pattern.CASE_INSENSITIVE);
  private static final Pattern ZONE = Pattern.compile("%[0-9a-z]+", Pattern.CASE_INSENSITIVE);
  private static final Pattern DOTTED =
      Pattern.compile("(.*?)((?:[0-9a-fx]+\\.){3}[0-9a-fx]+)", Pattern.CASE_INSENSITIVE);
  private static final int V6_PARTS = 8;
  private static final int MAPPED_PARTS = 6;

  /** Four octets, or eight parts of 16 bits. */
  private final int[] parts;

  private final @Nullable String zone;

  private IpAddress(int[] parts, @Nullable String zone) {
    this.parts = parts;
    this.zone = zone;
  }

  /** Reads an address; null when it is none. */
  static @Nullable IpAddress parse(String text) {
    return text.indexOf(':') >= 0 ? parseV6(text) : parseV4(text);
  }

  boolean isV4() {
    return parts.length == 4;
  }

  /** How many bits there are. */
  int bits() {
    return isV4() ? 32 : 128;
  }

  @Nullable String zone() {
    return zone;
  }

  /** Whether this is an IPv4 address in the form of an IPv6 one. */
  boolean isMappedV4() {
    if (isV4()) {
      return false;
    }
    for (int i = 0; i < MAPPED_PARTS - 1; i++) {
      if (parts[i] != 0) {
        return false;
      }
    }
    return parts[MAPPED_PARTS - 1] == 0xffff;
  }

  /** The IPv4 address that is meant, if this is one. */
  IpAddress unmapped() {
    if (!isMappedV4()) {
      return this;
    }
    int high = parts[6];
    int low = parts[7];
    return new IpAddress(new int[] {high >> 8, high & 0xff, low >> 8, low & 0xff}, null);
  }

  /** An IPv4 address in the form of an IPv6 one. */
  IpAddress mapped() {
    if (!isV4()) {
      return this;
    }
    int high = (parts[0] << 8) | parts[1];
    int low = (parts[2] << 8) | parts[3];
    return new IpAddress(new int[] {0, 0, 0, 0, 0, 0xffff, high, low}, null);
  }

  /** Whether the first bits are those of another address of the same kind. */
  boolean startsLike(IpAddress other, int bits) {
    int size = isV4() ? 8 : 16;
    int left = bits;
    for (int i = 0; left > 0; i++, left -= size) {
      int shift = Math.max(0, size - left);
      if (parts[i] >> shift != other.parts[i] >> shift) {
        return false;
      }
    }
    return true;
  }

  /** How many bits a network mask leaves; 0 when this is not a mask. */
  int maskLength() {
    if (!isV4()) {
      return 0;
    }
    int value = (parts[0] << 24) | (parts[1] << 16) | (parts[2] << 8) | parts[3];
    int ones = Integer.numberOfLeadingZeros(~value);
    return ones == 32 || value << ones == 0 ? ones : 0;
  }

  private static @Nullable IpAddress parseV4(String text) {
    String[] written = text.split("\\.", -1);
    if (written.length > 4) {
      return null;
    }
    long[] numbers = new long[written.length];
    for (int i = 0; i < written.length; i++) {
      numbers[i] = V4_PART.matcher(written[i]).matches() ? number(written[i]) : -1;
      if (numbers[i] < 0) {
        return null;
      }
    }
    // The last number fills the octets that are not written.
    int[] octets = new int[4];
    int last = written.length - 1;
    int rest = 4 - last;
    if (numbers[last] >= 1L << (8 * rest)) {
      return null;
    }
    for (int i = 0; i < last; i++) {
      if (numbers[i] > 255) {
        return null;
      }
      octets[i] = (int) numbers[i];
    }
    for (int i = 0; i < rest; i++) {
      octets[3 - i] = (int) (numbers[last] >> (8 * i)) & 0xff;
    }
    return new IpAddress(octets, null);
  }

  /** A number in hexadecimal after 0x, in octal after 0; -1 when it is neither nor too large. */
  private static long number(String text) {
    try {
      if (text.startsWith("0x") || text.startsWith("0X")) {
        return Long.parseLong(text.substring(2), 16);
      }
      boolean octal = text.length() > 1 && text.charAt(0) == '0';
      return Long.parseLong(text, octal ? 8 : 10);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static @Nullable IpAddress parseV6(String text) {
    String address = text;
    String zone = null;
    int percent = text.indexOf('%');
    if (percent >= 0) {
      if (!ZONE.matcher(text.substring(percent)).matches()) {
        return null;
      }
      zone = text.substring(percent + 1);
      address = text.substring(0, percent);
    }
    if (address.indexOf('.') < 0) {
      int[] parts = expand(address, V6_PARTS);
      return parts == null ? null : new IpAddress(parts, zone);
    }
    Matcher dotted = DOTTED.matcher(address);
    if (!dotted.matches() || !dotted.group(1).endsWith(":")) {
      return null;
    }
    int[] low = octets(dotted.group(2));
    if (low == null) {
      return null;
    }
    String high = dotted.group(1);
    if (high.equals("::")) {
      // The old way to write an IPv4 address as an IPv6 one means the mapped address.
      high = "::ffff:";
    }
    int[] first =
        expand(high.endsWith("::") ? high : high.substring(0, high.length() - 1), MAPPED_PARTS);
    if (first == null) {
      return null;
    }
    int[] parts = Arrays.copyOf(first, V6_PARTS);
    parts[6] = (low[0] << 8) | low[1];
    parts[7] = (low[2] << 8) | low[3];
    return new IpAddress(parts, zone);
  }

  /** Four octets, of which a leading zero does not make octal numbers here. */
  private static int @Nullable [] octets(String text) {
    String[] written = text.split("\\.", -1);
    int[] octets = new int[4];
    for (int i = 0; i < octets.length; i++) {
      String part = written[i].replaceFirst("^0+(?=\\d)", "");
      long value = V4_PART.matcher(part).matches() ? number(part) : -1;
      if (value < 0 || value > 255) {
        return null;
      }
      octets[i] = (int) value;
    }
    return octets;
  }

  /** The parts of an address, of which {@code ::} may stand for some; null when malformed. */
  private static int @Nullable [] expand(String text, int count) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return read(text, count, count);
    }
    String after = text.substring(gap + 2);
    if (after.contains("::")) {
      return null;
    }
    int[] first = read(text.substring(0, gap), 0, count - 1);
    int[] last = read(after, 0, count - 1);
    if (first == null || last == null || first.length + last.length >= count) {
      return null;
    }
    int[] parts = Arrays.copyOf(first, count);
    System.arraycopy(last, 0, parts, count - last.length, last.length);
    return parts;
  }

  private static int @Nullable [] read(String text, int least, int most) {
    String[] written = text.isEmpty() ? new String[0] : text.split(":", -1);
    if (written.length < least || written.length > most) {
      return null;
    }
    int[] parts = new int[written.length];
    for (int i = 0; i < parts.length; i++) {
      String part = written[i];
      if (part.isEmpty() || part.length() > 4) {
        return null;
      }
      for (int j = 0; j < part.length(); j++) {
        char c = part.charAt(j);
        int digit = c < 0x80 ? Character.digit(c, 16) : -1;
        if (digit < 0) {
          return null;
        }
        parts[i] = parts[i] * 16 + digit;
      }
    }
    return parts;
  }
}
