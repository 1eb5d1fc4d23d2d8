package dev.atoll.conformance.read.aws;

import dev.atoll.facts.Value;
import java.util.Map;
import java.util.Optional;

/**
 * The tag by which the nodes of a cluster are known.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html">EKS security
 *     group requirements</a>
 */
final class ClusterTag {

  private static final String PREFIX = "kubernetes.io/cluster/";

  private ClusterTag() {}

  /** The cluster that tags name; empty when they certainly name none. */
  static Optional<Value<String>> in(Value<Map<String, String>> tags) {
    return tags.fold(
        known ->
            known.keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .sorted()
                .findFirst()
                .map(key -> Value.known(key.substring(PREFIX.length()))),
        why -> Optional.of(Value.unknown(why)));
  }
}
