package dev.atoll.itest.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.sts.StsClient;

@ExtendWith(LocalStackExtension.class)
class LocalStackTest {

  @Test
  void worldsAndRegionsAreKeptApart(LocalStack emulator, World here) {
    World there = emulator.newWorld();
    String ohio = create(here, Region.US_EAST_2, "10.0.0.0/16");
    String oregon = create(here, Region.US_WEST_2, "10.1.0.0/16");

    assertThat(vpcs(here, Region.US_EAST_2)).contains(ohio).doesNotContain(oregon);
    assertThat(vpcs(here, Region.US_WEST_2)).contains(oregon).doesNotContain(ohio);
    assertThat(vpcs(there, Region.US_EAST_2)).doesNotContain(ohio);
    assertThat(vpcs(there, Region.US_WEST_2)).doesNotContain(oregon);
  }

  @Test
  void theAccessKeyIsTheAccount(World world) {
    try (StsClient sts = world.client(StsClient.builder(), Region.US_EAST_2)) {
      assertThat(sts.getCallerIdentity().account()).isEqualTo(world.account());
    }
  }

  @Test
  void anAccountHasTwelveDigits(LocalStack emulator) {
    assertThatThrownBy(() -> new World(emulator.endpoint(), "test"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("twelve digits");
  }

  @Test
  void everyParameterOfATestClassIsTheSameWorld(World one, World other, LocalStack emulator) {
    assertThat(one).isEqualTo(other).isNotEqualTo(emulator.newWorld());
  }

  @Test
  void nobodyButThisMachineReachesIt(LocalStack emulator) throws IOException {
    int port = emulator.endpoint().getPort();
    // Who listens everywhere listens on every address of loopback, too.
    InetAddress another = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});

    new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port).close();
    assertThatThrownBy(() -> new Socket(another, port).close())
        .isInstanceOf(ConnectException.class);
  }

  private static String create(World world, Region region, String cidr) {
    try (Ec2Client ec2 = world.client(Ec2Client.builder(), region)) {
      return ec2.createVpc(vpc -> vpc.cidrBlock(cidr)).vpc().vpcId();
    }
  }

  private static List<String> vpcs(World world, Region region) {
    try (Ec2Client ec2 = world.client(Ec2Client.builder(), region)) {
      return ec2.describeVpcs().vpcs().stream().map(Vpc::vpcId).toList();
    }
  }
}
