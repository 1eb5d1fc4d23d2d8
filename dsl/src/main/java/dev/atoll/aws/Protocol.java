package dev.atoll.aws;

import java.util.Locale;

/**
 * An IP protocol as security groups and network ACLs name it.
 *
 * @param name "tcp", "udp", "icmp", "icmpv6", "all" or a protocol number
 */
public record Protocol(String name) {

  public static final Protocol TCP = new Protocol("tcp");
  public static final Protocol UDP = new Protocol("udp");
  public static final Protocol ALL = new Protocol("all");

  /**
   * Reads AWS's spellings: "-1" and "all" mean every protocol, "6" is TCP, "17" UDP, "1" ICMP, "58"
   * ICMPv6.
   */
  public static Protocol of(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "-1", "all" -> ALL;
      case "6", "tcp" -> TCP;
      case "17", "udp" -> UDP;
      case "1", "icmp" -> new Protocol("icmp");
      case "58", "icmpv6" -> new Protocol("icmpv6");
      default -> new Protocol(text.toLowerCase(Locale.ROOT));
    };
  }

  /** Whether a rule for this protocol speaks of packets of the other one. */
  public boolean covers(Protocol other) {
    return equals(ALL) || equals(other);
  }

  @Override
  public String toString() {
    return equals(ALL) ? "every protocol" : name.toUpperCase(Locale.ROOT);
  }
}
