package dev.atoll.itest.aws;

import dev.atoll.facts.Fact;
import java.util.Set;
import java.util.stream.Stream;

/** Reads one kind of thing from EC2, every page of it. */
interface Ec2Reader {

  /** The kinds of facts that it shows. */
  Set<Class<? extends Fact>> kinds();

  /**
   * Everything of this kind in the Region.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException when AWS refuses or cannot be
   *     reached
   */
  Stream<? extends Fact> read(RegionalEc2 ec2);
}
