package dev.atoll.topology;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.EksVersion;
import dev.atoll.aws.Geography;
import dev.atoll.aws.Region;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.cluster.EksCluster.Endpoint;
import dev.atoll.facts.model.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
  private String kubernetes = EksVersion.PINNED;
  private Endpoint endpoint = new Endpoint(true, true, List.of(Cidr.ANYWHERE));
  private OptionalInt replicas = OptionalInt.empty();
  private final List<Malformed> malformed = new ArrayList<>();
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

  /** How many Coder servers run here; what {@link CoderBuilder#replicas} says unless said. */
  public RegionBuilder coderReplicas(int number) {
    Builder.checkReplicas(number, call(".coderReplicas(" + number + ")"), region.identifier())
        .ifPresent(malformed::add);
    this.replicas = OptionalInt.of(number);
    return this;
  }

  /** The cluster's Kubernetes version; {@link EksVersion#PINNED} unless said. */
  public RegionBuilder kubernetes(String version) {
    if (EksVersion.find(version).isEmpty()) {
      malformed(
          ".kubernetes(\"" + version + "\")",
          "Kubernetes version",
          "\"%s\": add-ons are pinned for %s".formatted(version, EksVersion.known()));
    }
    this.kubernetes = version;
    return this;
  }

  /**
   * The cluster's API server answers within the VPC alone: whoever applies the layers inside the
   * cluster must be there too.
   */
  public RegionBuilder privateEndpoint() {
    this.endpoint = new Endpoint(false, true, List.of());
    return this;
  }

  /** The cluster's API server answers on the internet too, these addresses alone. */
  public RegionBuilder publicEndpoint(String... from) {
    List<Cidr> admitted = new ArrayList<>();
    for (String cidr : from) {
      try {
        admitted.add(Cidr.parse(cidr));
      } catch (IllegalArgumentException wrong) {
        malformed(".publicEndpoint(\"" + cidr + "\")", "public endpoint CIDR", wrong.getMessage());
      }
    }
    if (from.length == 0) {
      malformed(".publicEndpoint()", "public endpoint CIDR", "none was given");
    }
    this.endpoint = new Endpoint(true, true, admitted);
    return this;
  }

  private void malformed(String call, String what, String why) {
    Ref ref = new Ref("cluster." + region.identifier());
    malformed.add(new Malformed(call(call), ref, what, why));
  }

  private Source call(String call) {
    return Builder.calledAt(".region(" + region + ", region -> region" + call + ")");
  }

  List<Malformed> malformed() {
    return malformed;
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

  CoderRegion described(String domain, int usualReplicas) {
    return new CoderRegion(
        at,
        region,
        role,
        cluster,
        vpc,
        zones,
        regionalName,
        proxy.map(builder -> builder.proxy(domain)),
        liteLlm.map(LiteLlmBuilder::design),
        new ClusterDesign(kubernetes, endpoint),
        replicas.orElse(usualReplicas));
  }
}
