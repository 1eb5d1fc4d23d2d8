package dev.atoll.topology;

import dev.atoll.facts.Source;
import java.util.function.Consumer;

/** Describes Coder itself, the same in every Region. */
public final class CoderBuilder implements Builder {

  /** The version that the documents deploy. */
  public static final String DOCUMENTED_VERSION = "2.27.1";

  private Source at;
  private String version = DOCUMENTED_VERSION;
  private final NetworkLoadBalancerBuilder loadBalancer;

  private AuroraBuilder database;

  CoderBuilder(Source at) {
    this.at = at;
    this.loadBalancer = new NetworkLoadBalancerBuilder(at);
    this.database = new AuroraBuilder(at, Units.acu(16));
  }

  /** The one database of all Regions; one writer, 0.5 to 16 ACU, unless said. */
  public CoderBuilder database(Consumer<AuroraBuilder> description) {
    this.database =
        new AuroraBuilder(Builder.calledAt(".coder(coder -> coder.database(…))"), Units.acu(16));
    description.accept(database);
    return this;
  }

  /** The version of chart and image, such as {@code 2.27.1}. */
  public CoderBuilder version(String version) {
    this.at = Builder.calledAt(".coder(coder -> coder.version(\"" + version + "\"))");
    this.version = version;
    return this;
  }

  /** The Network Load Balancer in front of Coder, one per Region. */
  public CoderBuilder networkLoadBalancer(Consumer<NetworkLoadBalancerBuilder> description) {
    description.accept(loadBalancer);
    return this;
  }

  CoderDesign design() {
    return new CoderDesign(at, version, loadBalancer.design(), database.design());
  }
}
