package dev.atoll.itest.twin.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which targets are healthy, and what follows for connections and for names. */
class TargetHealthTest {

  private final BalancerStage stage = new BalancerStage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void httpHealth() {
    stage.one.answers(399);
    stage.other.answers(400);
    stage.start();
    assertThat(stage.askedOften("a")).allMatch(answer -> answer.contains("to one"));
  }

  @Test
  void healthThresholds() {
    stage.targets = List.of(stage.one.in("a"));
    stage.start();
    stage.one.answers(500);
    stage.clock.advance(Duration.ofSeconds(19));
    assertThat(stage.balancer().isHealthy()).isTrue();
    stage.clock.advance(Duration.ofSeconds(1));
    assertThat(stage.balancer().isHealthy()).isFalse();
    stage.one.answers(200);
    stage.clock.advance(Duration.ofSeconds(29));
    assertThat(stage.balancer().isHealthy()).isFalse();
    stage.clock.advance(Duration.ofSeconds(1));
    assertThat(stage.balancer().isHealthy()).isTrue();
  }

  @Test
  void unhealthySkipped() {
    stage.start();
    assertThat(stage.askedOften("a")).anyMatch(answer -> answer.contains("to other"));
    stage.other.close();
    stage.clock.advance(Duration.ofSeconds(20));
    assertThat(stage.askedOften("a")).allMatch(answer -> answer.contains("to one"));
  }

  @Test
  void failOpen() {
    stage.one.answers(500);
    stage.other.answers(500);
    stage.start();
    assertThat(stage.askedOften("a"))
        .anyMatch(answer -> answer.contains("to one"))
        .anyMatch(answer -> answer.contains("to other"));
  }

  @Test
  void healthyForAnAlias() {
    stage.start();
    assertThat(stage.balancer().isHealthy()).isTrue();
    stage.one.answers(500);
    stage.clock.advance(Duration.ofSeconds(20));
    assertThat(stage.balancer().isHealthy()).isTrue();
    stage.other.answers(500);
    stage.clock.advance(Duration.ofSeconds(20));
    assertThat(stage.balancer().isHealthy()).isFalse();
  }

  @Test
  void targetsMustAdmit() {
    stage.admission =
        (target, from) ->
            target.host().equals(stage.one.host()) ? Optional.of("no rule") : Optional.empty();
    stage.start();
    assertThat(stage.askedOften("a")).allMatch(answer -> answer.contains("to other"));
    stage.other.close();
    stage.clock.advance(Duration.ofSeconds(20));
    assertThat(stage.balancer().isHealthy()).isFalse();
    assertThat(stage.askedOften("a")).noneMatch(answer -> answer.contains("hello"));
  }
}
