package dev.atoll.itest.twin.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.itest.twin.loadbalancer.TestTarget.Thinking;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a connection is forgotten on which nothing is said. */
class IdleLimitTest {

  private final BalancerStage stage = new BalancerStage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void idleLimit() throws Exception {
    stage.start();
    try (TestLine line = stage.line();
        TestLine late = stage.line()) {
      line.says("hello");
      late.says("hello");
      stage.clock.advance(Duration.ofSeconds(349));
      assertThat(line.says("in time")).startsWith("in time");
      stage.clock.advance(Duration.ofSeconds(1));
      assertThat(late.dies()).isTrue();
      assertThat(line.says("in time")).startsWith("in time");
    }
  }

  @Test
  void bytesResetTheLimit() throws Exception {
    stage.start();
    try (TestLine line = stage.line()) {
      for (int i = 0; i < 4; i++) {
        stage.clock.advance(Duration.ofMinutes(5));
        assertThat(line.says("hello")).startsWith("hello");
      }
    }
  }

  /** What a client sees whose answer comes so long after the request. */
  private String answeredAfter(Duration time) throws Exception {
    stage.targets = List.of(stage.one.in("a"));
    stage.start();
    Thinking thinking = stage.one.thinks();
    try (TestLine line = stage.line()) {
      line.asks("a long question");
      thinking.awaitLine();
      stage.clock.advance(time);
      thinking.answer();
      return line.hears();
    } catch (SocketException reset) {
      return "a reset";
    }
  }

  @Test
  void waitingIsIdle() throws Exception {
    assertThat(answeredAfter(Duration.ofSeconds(349))).startsWith("a long question to one");
    assertThat(answeredAfter(Duration.ofSeconds(350))).isEqualTo("a reset");
  }

  @Test
  void keepAlivesResetTheLimit() throws Exception {
    stage.start();
    try (TestLine often = stage.line();
        TestLine seldom = stage.line();
        TestLine never = stage.line()) {
      often.keepAlive(350);
      seldom.keepAlive(420);
      for (TestLine each : List.of(often, seldom, never)) {
        each.says("hello");
      }
      stage.clock.advance(Duration.ofHours(1));
      assertThat(never.dies()).isTrue();
      assertThat(seldom.dies()).isTrue();
      assertThat(often.says("here")).startsWith("here");
    }
    stage.one.keepsAlive(Duration.ofSeconds(15));
    stage.other.keepsAlive(Duration.ofSeconds(15));
    try (TestLine byTarget = stage.line()) {
      byTarget.says("hello");
      stage.clock.advance(Duration.ofHours(1));
      assertThat(byTarget.says("here")).startsWith("here");
    }
  }
}
