package dev.atoll.facts.network;

import dev.atoll.aws.Cidr;
import dev.atoll.facts.Ref;

/** The other side of a security group rule. */
public sealed interface Peer {

  /** Addresses. */
  record Addresses(Cidr cidr) implements Peer {
    @Override
    public String toString() {
      return cidr.toString();
    }
  }

  /** The interfaces that carry a security group. */
  record Group(Ref group) implements Peer {
    @Override
    public String toString() {
      return group.toString();
    }
  }

  /** The addresses of a managed prefix list. */
  record PrefixList(Ref list) implements Peer {
    @Override
    public String toString() {
      return list.toString();
    }
  }
}
