package dev.atoll.topology;

import dev.atoll.aws.Region;
import dev.atoll.facts.Source;
import java.util.Optional;

/** Describes where the Terraform state is kept. */
public final class StateBuilder implements Builder {

  private Source at;
  private Optional<String> bucket = Optional.empty();
  private Optional<Region> region = Optional.empty();

  StateBuilder(Source at) {
    this.at = at;
  }

  /** The name of the S3 bucket; {@code NAME-terraform-state} unless said. */
  public StateBuilder bucket(String name) {
    this.at = Builder.calledAt(".state(state -> state.bucket(\"" + name + "\"))");
    this.bucket = Optional.of(name);
    return this;
  }

  /** The Region of the bucket; the primary Region unless said. */
  public StateBuilder region(Region region) {
    this.region = Optional.of(region);
    return this;
  }

  StateStore store(String topology, Region primary) {
    return new StateStore(at, bucket.orElse(topology + "-terraform-state"), region.orElse(primary));
  }
}
