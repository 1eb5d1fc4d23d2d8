package dev.atoll.itest.twin;

import dev.atoll.aws.Region;
import dev.atoll.facts.Ref;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.Workload;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A pod that the deployment runs.
 *
 * @param role what it is
 * @param workload what keeps it
 * @param container the container that serves
 * @param replica which of them, from 0
 * @param nodes the node interfaces behind which it is; empty when none were read in its Region
 * @param zone its Availability Zone; an empty text when none is known
 */
record PlannedPod(
    Role role,
    Workload workload,
    Container container,
    int replica,
    Optional<Ref> nodes,
    String zone) {

  /** What a pod is. */
  enum Role {
    CODER("coder"),
    PROXY("proxy"),
    LITELLM("litellm");

    /** All but workspace proxies, which register before they listen: at a name of the others'. */
    static final Set<Role> FIRST = EnumSet.complementOf(EnumSet.of(PROXY));

    private final String text;

    Role(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  Region region() {
    return workload.object().region();
  }

  /** The number of a port that is given by its number or its name. */
  Optional<Integer> port(String nameOrNumber) {
    return container.port(nameOrNumber);
  }

  /** Such as "coder-0 in us-east-2". */
  @Override
  public String toString() {
    return "%s-%d in %s".formatted(role, replica, region());
  }
}
