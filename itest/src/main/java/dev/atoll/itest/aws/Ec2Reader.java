package dev.atoll.itest.aws;

import dev.atoll.facts.Fact;
import java.util.stream.Stream;

/** Reads one kind of thing from EC2, every page of it. */
interface Ec2Reader {

  /**
   * Everything of this kind in the Region.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException when AWS refuses or cannot be
   *     reached
   */
  Stream<? extends Fact> read(RegionalEc2 ec2);
}
