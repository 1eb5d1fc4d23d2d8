package dev.atoll.topology;

import dev.atoll.coder.ReplicaPorts;
import dev.atoll.facts.Source;
import dev.atoll.facts.coder.Licence;
import java.util.Optional;
import java.util.Set;

/**
 * The Coder server, the same in every Region.
 *
 * @param at the builder call that described it
 * @param version its version, such as {@code 2.27.1}
 * @param loadBalancer what stands in front of it
 * @param database the database of all Regions, in the primary one
 * @param licence what is said of its licence; empty when nothing is
 * @param login how people sign in besides with a password; empty for no other way
 */
public record CoderDesign(
    Source at,
    String version,
    LoadBalancerDesign loadBalancer,
    AuroraDesign database,
    Optional<Licence> licence,
    Optional<LoginDesign> login) {

  /** The image of servers and proxies, its tag aside. */
  public static final String IMAGE = "ghcr.io/coder/coder";

  /** The same with a licence that has everything. */
  CoderDesign licensed() {
    Licence there =
        new Licence(
            licence.map(Licence::source).orElse(at),
            CoderBuilder.LICENCE,
            Licence.State.DECLARED,
            Optional.empty());
    return new CoderDesign(at, version, loadBalancer, database, Optional.of(there), login);
  }

  /**
   * The TCP ports on which replicas dial each other; those of the documented version where the
   * table does not know this one, which NET-6c reports.
   */
  public Set<Integer> replicaPorts() {
    return ReplicaPorts.of(version).orElse(ReplicaPorts.DOCUMENTED).ports();
  }
}
