package dev.atoll.itest.aws;

import dev.atoll.aws.PortRange;
import dev.atoll.aws.Protocol;

/** Ports in answers of AWS. */
final class Ports {

  private Ports() {}

  /** For ICMP the two numbers are a type and a code, for other protocols they mean nothing. */
  static PortRange of(Protocol protocol, Integer from, Integer to) {
    boolean hasPorts = protocol.equals(Protocol.TCP) || protocol.equals(Protocol.UDP);
    return hasPorts && from != null && to != null && from >= 0
        ? new PortRange(from, to)
        : PortRange.ALL;
  }
}
