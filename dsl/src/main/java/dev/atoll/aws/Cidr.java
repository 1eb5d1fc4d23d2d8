package dev.atoll.aws;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * An IPv4 or IPv6 prefix in canonical form: host bits are zero.
 *
 * @param network the network address as an unsigned number
 * @param length the prefix length in bits
 * @param width 32 for IPv4, 128 for IPv6
 */
public record Cidr(BigInteger network, int length, int width) implements Comparable<Cidr> {

  private static final Pattern IPV4 =
      Pattern.compile("(?:0|[1-9]\\d{0,2})(?:\\.(?:0|[1-9]\\d{0,2})){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /** The whole IPv4 internet. */
  public static final Cidr ANYWHERE = parse("0.0.0.0/0");

  private static final List<Cidr> PRIVATE =
      List.of(
          parse("10.0.0.0/8"),
          parse("172.16.0.0/12"),
          parse("192.168.0.0/16"),
          parse("100.64.0.0/10"));

  /**
   * Reads {@code 10.0.0.0/16} or {@code fd00::/8}.
   *
   * @throws IllegalArgumentException saying what is wrong, when the text is no prefix or has host
   *     bits set
   */
  public static Cidr parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("\"" + text + "\" has no prefix length such as /16");
    }
    byte[] bytes = bytes(text.substring(0, slash));
    int width = bytes.length * 8;
    int length = prefixLength(text.substring(slash + 1), width);
    BigInteger number = new BigInteger(1, bytes);
    BigInteger network = number.shiftRight(width - length).shiftLeft(width - length);
    if (!network.equals(number)) {
      throw new IllegalArgumentException(
          "\"%s\" has host bits set; the network is %s"
              .formatted(text, new Cidr(network, length, width)));
    }
    return new Cidr(network, length, width);
  }

  private static byte[] bytes(String address) {
    if (!IPV4.matcher(address).matches() && !IPV6.matcher(address).matches()) {
      throw new IllegalArgumentException("\"" + address + "\" is no IP address");
    }
    try {
      // A literal, as checked above, is never looked up.
      return InetAddress.getByName(address).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("\"" + address + "\" is no IP address", e);
    }
  }

  private static int prefixLength(String text, int width) {
    if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > width) {
      throw new IllegalArgumentException(
          "\"/%s\" is no prefix length from /0 to /%d".formatted(text, width));
    }
    return Integer.parseInt(text);
  }

  /** The first address. */
  public BigInteger first() {
    return network;
  }

  /** The last address. */
  public BigInteger last() {
    return network.add(BigInteger.ONE.shiftLeft(width - length)).subtract(BigInteger.ONE);
  }

  /** Whether every address of the other prefix is in this one. */
  public boolean contains(Cidr other) {
    return width == other.width
        && length <= other.length
        && first().compareTo(other.first()) <= 0
        && last().compareTo(other.last()) >= 0;
  }

  /** Whether the two share an address. Prefixes either nest or are apart. */
  public boolean overlaps(Cidr other) {
    return contains(other) || other.contains(this);
  }

  /**
   * Whether it lies in RFC 1918 or in the shared space 100.64.0.0/10 of RFC 6598, as AWS recommends
   * for VPCs.
   */
  public boolean isPrivate() {
    return PRIVATE.stream().anyMatch(space -> space.contains(this));
  }

  /**
   * Splits into the 2<sup>bits</sup> parts of equal size, in the order of their addresses.
   *
   * @throws IllegalArgumentException when there are not that many bits left
   */
  public List<Cidr> split(int bits) {
    if (length + bits > width) {
      throw new IllegalArgumentException(this + " cannot be split by " + bits + " more bits");
    }
    int host = width - length - bits;
    return IntStream.range(0, 1 << bits)
        .mapToObj(part -> network.add(BigInteger.valueOf(part).shiftLeft(host)))
        .map(start -> new Cidr(start, length + bits, width))
        .toList();
  }

  @Override
  public int compareTo(Cidr other) {
    int byWidth = Integer.compare(width, other.width);
    int byNetwork = byWidth != 0 ? byWidth : network.compareTo(other.network);
    return byNetwork != 0 ? byNetwork : Integer.compare(length, other.length);
  }

  @Override
  public String toString() {
    byte[] address = new byte[width / 8];
    byte[] number = network.toByteArray();
    for (int i = 1; i <= Math.min(number.length, address.length); i++) {
      address[address.length - i] = number[number.length - i];
    }
    try {
      return InetAddress.getByAddress(address).getHostAddress() + "/" + length;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }
}
