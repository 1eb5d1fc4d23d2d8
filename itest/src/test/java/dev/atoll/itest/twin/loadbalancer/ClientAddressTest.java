package dev.atoll.itest.twin.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose address a target sees. */
class ClientAddressTest {

  private final BalancerStage stage = new BalancerStage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void clientAddressKept() {
    stage.start();
    assertThat(stage.asked(stage.client, "a"))
        .endsWith("from " + stage.client.address().getHostAddress());
  }

  @Test
  void clientAddressReplaced() {
    stage.groupAttributes = Map.of();
    stage.start();
    assertThat(stage.asked(stage.client, "b"))
        .endsWith("from " + stage.zones.get("b").address().getHostAddress());
  }

  @Test
  void clientAddressLostAtNode() {
    stage.targetType = "instance";
    stage.groupAttributes = Map.of();
    stage.start();
    assertThat(stage.asked(stage.client, "a"))
        .endsWith("from " + stage.node.address().getHostAddress());

    stage.policy = Optional.of("Local");
    stage.start();
    assertThat(stage.asked(stage.client, "a"))
        .endsWith("from " + stage.client.address().getHostAddress());
  }

  @Test
  void noHairpin() {
    stage.targets = List.of(stage.one.in("a"));
    stage.start();
    assertThat(stage.asked(stage.one.host(), "a")).doesNotContain("hello");
    assertThat(stage.asked(stage.other.host(), "a")).contains("hello to one");

    stage.groupAttributes = Map.of();
    stage.start();
    assertThat(stage.asked(stage.one.host(), "a")).contains("hello to one");
  }
}
