package dev.atoll.itest.twin.network;

/** What stands at an address. The order is part of the {@link Addresses} plan. */
public enum Kind {
  /** Somebody on the internet. */
  CLIENT,
  /** A load balancer in one zone. */
  BALANCER,
  /** A pod. */
  POD,
  /** Anything else: a database, a resolver, a node that signs connections with its own address. */
  SERVICE
}
