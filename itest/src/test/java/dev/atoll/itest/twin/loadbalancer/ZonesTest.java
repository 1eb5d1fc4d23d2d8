package dev.atoll.itest.twin.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.itest.twin.network.Host;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the address of one zone leads to. */
class ZonesTest {

  private final BalancerStage stage = new BalancerStage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void targetsOfTheZone() {
    stage.balancerAttributes = Map.of();
    stage.start();
    assertThat(stage.askedOften("a")).allMatch(answer -> answer.contains("to one"));
    assertThat(stage.askedOften("b")).allMatch(answer -> answer.contains("to other"));
  }

  @Test
  void targetsOfAllZones() {
    stage.start();
    assertThat(stage.askedOften("a"))
        .anyMatch(answer -> answer.contains("to one"))
        .anyMatch(answer -> answer.contains("to other"));
  }

  @Test
  void addressesOfHealthyZones() {
    stage.balancerAttributes = Map.of();
    stage.start();
    InetAddress[] both =
        stage.zones.values().stream().map(Host::address).toArray(InetAddress[]::new);
    assertThat(stage.balancer().addresses()).containsExactly(both);
    stage.other.answers(500);
    stage.clock.advance(Duration.ofSeconds(20));
    assertThat(stage.balancer().addresses()).containsExactly(stage.zones.get("a").address());
    stage.one.answers(500);
    stage.clock.advance(Duration.ofSeconds(20));
    assertThat(stage.balancer().addresses()).containsExactly(both);
  }
}
