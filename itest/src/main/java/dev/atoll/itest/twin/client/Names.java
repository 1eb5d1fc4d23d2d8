package dev.atoll.itest.twin.client;

import dev.atoll.itest.dns.Resolver;
import dev.atoll.itest.twin.network.Host;

/** Answers names to everybody in the twin. */
public interface Names extends AutoCloseable {

  /** What somebody on that host asks; it keeps answers for their TTL. */
  Resolver resolver(Host host);

  @Override
  void close();
}
