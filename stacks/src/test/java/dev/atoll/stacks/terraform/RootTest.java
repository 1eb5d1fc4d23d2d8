package dev.atoll.stacks.terraform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.Region;
import dev.atoll.stacks.aws.AwsVpc;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RootTest {

  @Test
  void twoResourcesWithTheSameAddressAreRefused() {
    AwsVpc vpc = new AwsVpc("main", Region.US_EAST_2, Cidr.parse("10.0.0.0/16"), Map.of());

    assertThatThrownBy(
            () -> new Root("root", new Backend.Local("s"), Map.of(), List.of(vpc, vpc), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("aws_vpc.main");
  }
}
