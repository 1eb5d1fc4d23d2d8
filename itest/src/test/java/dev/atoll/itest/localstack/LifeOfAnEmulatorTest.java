package dev.atoll.itest.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atoll.itest.cache.Folders;
import dev.atoll.itest.process.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Emulators start side by side and end for certain. */
class LifeOfAnEmulatorTest {

  /** Starts an emulator, says its process id and its folder, and waits to be killed. */
  static final class Starter {
    public static void main(String[] arguments) throws InterruptedException {
      LocalStack emulator = LocalStack.start(line -> {});
      System.out.println(emulator.pids().get(0) + " " + emulator.log().getParent());
      Thread.sleep(Duration.ofMinutes(5).toMillis());
    }
  }

  @Test
  void aKilledJvmLeavesNoEmulator() throws IOException {
    try (ChildJvm jvm = new ChildJvm(Starter.class)) {
      List<String> said = List.of(jvm.line().split(" ", 2));
      ProcessHandle emulator = ProcessHandle.of(Long.parseLong(said.get(0))).orElseThrow();
      assertThat(emulator.isAlive()).isTrue();
      jvm.kill();
      await().atMost(Duration.ofSeconds(10)).until(() -> !emulator.isAlive());
      Path folder = Path.of(said.get(1));
      assertThat(folder.resolve("data")).doesNotExist();
      // The log stays, for whoever wants to know why.
      assertThat(folder.resolve("localstack.log")).exists();
      Folders.delete(folder);
    }
  }

  @Test
  void twoEmulatorsKnowNothingOfEachOther() {
    try (LocalStack one = LocalStack.start(line -> {});
        LocalStack other = LocalStack.start(line -> {})) {
      assertThat(one.endpoint()).isNotEqualTo(other.endpoint());
      World here = one.newWorld();
      World there = other.newWorld();
      assertThat(here.account()).isEqualTo(there.account());

      int before = vpcs(there);
      try (Ec2Client ec2 = here.client(Ec2Client.builder(), Region.US_EAST_2)) {
        ec2.createVpc(vpc -> vpc.cidrBlock("10.0.0.0/16"));
      }
      assertThat(vpcs(here)).isEqualTo(before + 1);
      assertThat(vpcs(there)).isEqualTo(before);
    }
  }

  @Test
  void closingEndsTheProcessAndDeletesWhatItWrote() {
    LocalStack emulator = LocalStack.start(line -> {});
    ProcessHandle process = ProcessHandle.of(emulator.pids().get(0)).orElseThrow();
    Path log = emulator.log();
    assertThat(log).exists();
    assertThat(emulator.manner()).contains("process");
    assertThat(emulator.version())
        .isEqualTo(Installation.version(Resources.text("requirements.txt")));

    emulator.close();

    assertThat(process.isAlive()).isFalse();
    assertThat(Files.exists(log.getParent())).isFalse();
  }

  private static int vpcs(World world) {
    try (Ec2Client ec2 = world.client(Ec2Client.builder(), Region.US_EAST_2)) {
      return ec2.describeVpcs().vpcs().size();
    }
  }
}
