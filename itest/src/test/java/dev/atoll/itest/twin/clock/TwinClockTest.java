package dev.atoll.itest.twin.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwinClockTest {

  private final TwinClock clock = new TwinClock();
  private final List<String> seen = new ArrayList<>();

  @Test
  void whatFallsDueRunsInTheOrderOfItsTime() {
    clock.every(Duration.ofSeconds(10), () -> note("ten"));
    clock.every(Duration.ofSeconds(4), () -> note("four"));

    clock.advance(Duration.ofSeconds(12));

    assertThat(seen).containsExactly("four at 4", "four at 8", "ten at 10", "four at 12");
    assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(12));
  }

  @Test
  void timeStandsStillUnlessSomebodyLetsItPass() {
    clock.every(Duration.ofSeconds(1), () -> note("second"));

    assertThat(clock.elapsed()).isZero();
    assertThat(seen).isEmpty();
  }

  @Test
  void whatWasCancelledRunsNoMore() {
    TwinClock.Repeated repeated = clock.every(Duration.ofSeconds(1), () -> note("second"));
    clock.advance(Duration.ofSeconds(1));
    repeated.close();
    clock.advance(Duration.ofSeconds(5));

    assertThat(seen).containsExactly("second at 1");
  }

  @Test
  void anIntervalIsPositive() {
    assertThatThrownBy(() -> clock.every(Duration.ZERO, () -> note("never")))
        .hasMessageContaining("positive");
  }

  private void note(String what) {
    seen.add(what + " at " + clock.elapsed().toSeconds());
  }
}
