package dev.atoll.itest.twin.pod;

import dev.atoll.facts.kubernetes.ObjectName;
import java.util.Optional;

/** What is in the Secrets of the clusters. */
@FunctionalInterface
public interface SecretValues {

  /** No Secret has a value. */
  SecretValues NONE = (secret, key) -> Optional.empty();

  /**
   * The value of a key.
   *
   * @param secret which Secret
   * @param key the key
   * @return empty when there is no such Secret or key
   */
  Optional<String> value(ObjectName secret, String key);
}
