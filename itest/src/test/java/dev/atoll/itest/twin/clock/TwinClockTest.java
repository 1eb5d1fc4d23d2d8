package dev.atoll.itest.twin.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwinClockTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

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
    clock.every(SECOND, () -> note("second"));

    assertThat(clock.elapsed()).isZero();
    assertThat(seen).isEmpty();
  }

  @Test
  void whatWasCancelledRunsNoMore() {
    TwinClock.Repeated repeated = clock.every(SECOND, () -> note("second"));
    clock.advance(SECOND);
    repeated.close();
    clock.advance(Duration.ofSeconds(5));

    assertThat(seen).containsExactly("second at 1");
  }

  @Test
  void anIntervalIsPositive() {
    assertThatThrownBy(() -> clock.every(Duration.ZERO, () -> note("never")))
        .hasMessageContaining("positive");
  }

  @Test
  void whatMustNotBeLeftOutIsNotInDaysEither() {
    clock.every(Duration.ofHours(1), () -> note("hour"));

    clock.advance(Duration.ofDays(7));

    assertThat(seen).hasSize(7 * 24).endsWith("hour at 604800");
  }

  @Test
  void aRoundThatFindsNothingNewRestsAndLeavesItsTraceInTheEnd() {
    clock.every(Duration.ofSeconds(5), Duration.ofSeconds(10), new Noted("round", 0));

    clock.advance(Duration.ofDays(7));

    assertThat(seen).containsExactly("round at 5", "round at 10", "round left out at 604800");
  }

  @Test
  void newsWakesThoseWhoRestInTheMiddleOfALongTime() {
    clock.every(Duration.ofSeconds(4), Duration.ofSeconds(8), new Noted("round", 0));
    clock.every(Duration.ofHours(24), Duration.ofDays(2), new Noted("news", 86_400));

    clock.advance(Duration.ofHours(25));

    assertThat(seen)
        .containsExactly(
            "round at 4",
            "round at 8",
            "news at 86400",
            // Its turn at the time of the news is not over yet.
            "round left out at 86400",
            "round at 86400",
            "round at 86404",
            "round at 86408",
            "round left out at 90000");
  }

  @Test
  void whateverHappenedWhileTimeStoodStillIsNews() {
    clock.every(SECOND, SECOND, new Noted("round", 0));
    clock.advance(Duration.ofSeconds(3));
    clock.advance(Duration.ofSeconds(2));

    assertThat(seen)
        .containsExactly("round at 1", "round left out at 3", "round at 4", "round left out at 5");
  }

  private void note(String what) {
    seen.add(what + " at " + clock.elapsed().toSeconds());
  }

  /** Finds something new at one time only. */
  private final class Noted implements Round {
    private final String name;
    private final long news;

    Noted(String name, long news) {
      this.name = name;
      this.news = news;
    }

    @Override
    public boolean turn() {
      note(name);
      return clock.elapsed().toSeconds() == news;
    }

    @Override
    public void leftOut() {
      note(name + " left out");
    }
  }
}
