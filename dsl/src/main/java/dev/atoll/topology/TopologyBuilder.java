package dev.atoll.topology;

import dev.atoll.aws.Region;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.aws.Quota;
import dev.atoll.facts.model.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Describes a deployment. Takes anything, remembers which line said it, and judges everything at
 * once in {@link #build}.
 */
public final class TopologyBuilder implements Builder {

  private final Source at;
  private final String name;
  private final CoderBuilder coder;
  private final StateBuilder state;
  private final DnsBuilder dns;
  private final List<RegionBuilder> regions = new ArrayList<>();
  private final List<RegionPeering> peerings = new ArrayList<>();
  private final List<StatedQuota> quotas = new ArrayList<>();
  private final List<Malformed> malformed = new ArrayList<>();
  private Optional<String> account = Optional.empty();
  private Domain domain;
  private NatGateways nat = NatGateways.ONE_PER_REGION;

  TopologyBuilder(String name) {
    this.at = Builder.calledAt("Topology.named(\"" + name + "\")");
    this.name = name;
    this.domain = new Domain(at, "");
    this.coder = new CoderBuilder(at);
    this.state = new StateBuilder(at);
    this.dns = new DnsBuilder(at);
  }

  /** The domain that users visit, such as {@code coderdemo.io}. */
  public TopologyBuilder domain(String domain) {
    this.domain = new Domain(Builder.calledAt(".domain(\"" + domain + "\")"), domain);
    return this;
  }

  /**
   * The AWS account of the deployment, twelve digits. Terraform then refuses to touch any other; it
   * takes whichever its credentials are for unless said.
   */
  public TopologyBuilder account(String id) {
    if (!id.matches("\\d{12}")) {
      Source call = Builder.calledAt(".account(\"" + id + "\")");
      malformed.add(
          new Malformed(
              call, new Ref("account"), "AWS account", "\"" + id + "\": it has twelve digits"));
    }
    this.account = Optional.of(id);
    return this;
  }

  /** What holds for Coder in every Region. */
  public TopologyBuilder coder(Consumer<CoderBuilder> description) {
    description.accept(coder);
    return this;
  }

  /** A Region in which Coder runs. */
  public TopologyBuilder region(Region region, Consumer<RegionBuilder> description) {
    RegionBuilder builder = new RegionBuilder(name, region);
    description.accept(builder);
    regions.add(builder);
    return this;
  }

  /** A VPC peering connection between two Regions; the first one requests it. */
  public TopologyBuilder peering(Region requester, Region accepter) {
    return peering(requester, accepter, peering -> {});
  }

  /** A VPC peering connection between two Regions, with more said about it. */
  public TopologyBuilder peering(
      Region requester, Region accepter, Consumer<PeeringBuilder> description) {
    PeeringBuilder builder = new PeeringBuilder(requester, accepter);
    description.accept(builder);
    peerings.add(builder.peering());
    return this;
  }

  /** A VPC peering connection between every two Regions described so far that have none yet. */
  public TopologyBuilder fullMesh() {
    Source call = Builder.calledAt(".fullMesh()");
    List<Region> described = regions.stream().map(RegionBuilder::region).toList();
    for (int i = 0; i < described.size(); i++) {
      for (Region accepter : described.subList(i + 1, described.size())) {
        Region requester = described.get(i);
        if (peerings.stream().noneMatch(p -> p.touches(requester) && p.touches(accepter))) {
          peerings.add(new RegionPeering(call, requester, accepter, Optional.empty()));
        }
      }
    }
    return this;
  }

  /** How nodes in private subnets get out; one NAT gateway per Region unless said otherwise. */
  public TopologyBuilder nat(NatGateways choice) {
    this.nat = choice;
    return this;
  }

  /**
   * A service quota that the account was granted in every Region of the deployment, where it is not
   * AWS's default.
   */
  public TopologyBuilder quota(Quota.Of of, int limit) {
    quotas.add(new StatedQuota(Builder.calledAt(".quota(%s, %d)".formatted(of, limit)), of, limit));
    return this;
  }

  /** How names are answered. */
  public TopologyBuilder dns(Consumer<DnsBuilder> description) {
    description.accept(dns);
    return this;
  }

  /** Where the Terraform state is kept. */
  public TopologyBuilder state(Consumer<StateBuilder> description) {
    description.accept(state);
    return this;
  }

  /**
   * Judges the description by the practice catalogue.
   *
   * @throws InvalidTopology with every error at once
   */
  public Topology build() {
    return new Topology(design());
  }

  private Design design() {
    List<CoderRegion> described =
        regions.stream().map(region -> region.described(domain.name(), coder.replicas())).toList();
    Region primary =
        described.stream()
            .filter(CoderRegion::isPrimary)
            .map(CoderRegion::region)
            .findFirst()
            .orElse(Region.US_EAST_2);
    return new Design(
        at,
        name,
        domain,
        account,
        coder.design(),
        described,
        peerings,
        nat,
        state.store(name, primary),
        quotas,
        dns.design(),
        allMalformed());
  }

  private List<Malformed> allMalformed() {
    List<Malformed> all = new ArrayList<>(malformed);
    all.addAll(coder.malformed());
    regions.forEach(region -> all.addAll(region.malformed()));
    return all;
  }
}
