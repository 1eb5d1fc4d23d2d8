package dev.atoll.topology;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.Geography;
import dev.atoll.aws.Region;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Describes a Region: its role, its cluster, its VPC. */
public final class RegionBuilder implements Builder {

  private final Source at;
  private final Region region;
  private Role role = Role.REPLICA;
  private String cluster;
  private Value<Cidr> vpc = Value.unknown("no .vpc(\"10.0.0.0/16\") was called for this Region");
  private List<String> zones;
  private Optional<String> regionalName = Optional.empty();
  private Optional<ProxyBuilder> proxy = Optional.empty();
  private Optional<LiteLlmBuilder> liteLlm = Optional.empty();

  RegionBuilder(String topology, Region region) {
    this.at = Builder.calledAt(".region(" + region + ")");
    this.region = region;
    this.cluster = topology + "-" + region;
    this.zones = Geography.zones(region);
  }

  /** The one Region that holds the database. */
  public RegionBuilder primary() {
    this.role = Role.PRIMARY;
    return this;
  }

  /** A Region whose Coder servers share the primary's database. What a Region is unless said. */
  public RegionBuilder replica() {
    this.role = Role.REPLICA;
    return this;
  }

  /** The name of its EKS cluster; the topology's name and the Region's unless said. */
  public RegionBuilder cluster(String name) {
    this.cluster = name;
    return this;
  }

  /**
   * The CIDR block of its VPC, such as {@code 10.0.0.0/16}: private, and unlike any other Region's.
   */
  public RegionBuilder vpc(String cidr) {
    try {
      this.vpc = Value.known(Cidr.parse(cidr));
    } catch (IllegalArgumentException malformed) {
      // Judged with everything else in build(), so that one typing error does not hide the next.
      this.vpc = Value.unknown(malformed.getMessage());
    }
    return this;
  }

  /**
   * The letters of its availability zones, where the account sees others than {@link
   * Geography#zones} says. The first three are used.
   */
  public RegionBuilder zones(String... letters) {
    this.zones = List.of(letters);
    return this;
  }

  /**
   * The label under which this Region's Coder servers are reached; the Region's name unless said,
   * or unless a workspace proxy has it. Claiming it for both is refused (PRX-7).
   */
  public RegionBuilder regionalName(String label) {
    this.regionalName = Optional.of(label);
    return this;
  }

  /** A workspace proxy that serves workspaces near this Region. */
  public RegionBuilder workspaceProxy(Consumer<ProxyBuilder> description) {
    ProxyBuilder builder = new ProxyBuilder(region);
    description.accept(builder);
    this.proxy = Optional.of(builder);
    return this;
  }

  /** LiteLLM in this Region, with a database and a cache of its own. */
  public RegionBuilder liteLlm(Consumer<LiteLlmBuilder> description) {
    LiteLlmBuilder builder = new LiteLlmBuilder(Builder.calledAt(".liteLlm(…)"));
    description.accept(builder);
    this.liteLlm = Optional.of(builder);
    return this;
  }

  Region region() {
    return region;
  }

  CoderRegion described(String domain) {
    return new CoderRegion(
        at,
        region,
        role,
        cluster,
        vpc,
        zones,
        regionalName,
        proxy.map(builder -> builder.proxy(domain)),
        liteLlm.map(LiteLlmBuilder::design));
  }
}
