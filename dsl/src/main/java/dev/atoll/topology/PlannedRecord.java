package dev.atoll.topology;

import dev.atoll.aws.Region;
import dev.atoll.facts.model.ServedName;
import dev.atoll.facts.model.ServedName.Owner;
import dev.atoll.facts.model.ServedName.Purpose;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An alias record that a topology wants: a name that leads to one Region.
 *
 * @param served what is served under that name
 * @param byLatency whether it is one of several, of which the nearest healthy Region's answers
 */
public record PlannedRecord(ServedName served, boolean byLatency) {

  /** The records of a topology; a wildcard that is a CNAME is not among them. */
  public static List<PlannedRecord> of(Topology topology) {
    return of(topology.design());
  }

  static List<PlannedRecord> of(Design design) {
    return ServedNames.of(design).stream()
        .flatMap(served -> of(design.dns(), served).stream())
        .toList();
  }

  private static Optional<PlannedRecord> of(DnsDesign dns, ServedName served) {
    return switch (served.purpose()) {
      case APEX -> Optional.of(new PlannedRecord(served, true));
      case WILDCARD ->
          Optional.of(new PlannedRecord(served, true)).filter(any -> dns.wildcardByLatency());
      default -> Optional.of(new PlannedRecord(served, false));
    };
  }

  /** The name that it answers. */
  public String name() {
    return served.name();
  }

  /** The Region that it leads to. */
  public Region region() {
    return served.region();
  }

  /** Who answers there. */
  public Owner owner() {
    return served.owner();
  }

  /** Its name in Terraform: {@code us_west_2_regional_wildcard}. */
  public String identifier() {
    Purpose purpose = served.purpose();
    String suffix =
        served.owner() == Owner.WORKSPACE_PROXY
            ? purpose.name().replace("REGIONAL", "PROXY")
            : purpose.name();
    return served.region().identifier() + "_" + suffix.toLowerCase(Locale.ROOT);
  }

  /** The name in Terraform of the load balancer that it leads to: {@code us_west_2_coder}. */
  public String balancer() {
    return balancer(region(), owner());
  }

  /** The name in Terraform of the load balancer of somebody in a Region. */
  public static String balancer(Region region, Owner owner) {
    return region.identifier()
        + switch (owner) {
          case CODER -> "_coder";
          case LITELLM -> "_litellm";
          case WORKSPACE_PROXY -> "_proxy";
        };
  }

  /** The namespace and name of the Service that its load balancer is made for. */
  public String service() {
    String namespace =
        switch (owner()) {
          case CODER -> ControllerAccount.CODER.namespace();
          case LITELLM -> ControllerAccount.LITELLM.namespace();
          case WORKSPACE_PROXY -> WorkspaceProxy.NAMESPACE;
        };
    return namespace + "/" + namespace;
  }
}
