package dev.atoll.itest.breaks;

/** Puts back what a break took away. */
@FunctionalInterface
public interface Healing extends AutoCloseable {

  /**
   * Restores what was there. AWS gives a new id to what has to be made again: a deleted peering
   * connection (routes then lead to the new one) and a revoked rule. A deleted peering connection
   * stays listed as deleted for a while.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException when AWS refuses
   */
  @Override
  void close();
}
