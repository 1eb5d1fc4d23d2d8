package dev.atoll.itest.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.traffic.TrafficException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Never two requests within a pause, and never more than so many; the clock is ours. */
class BudgetTest {

  private static final Duration PAUSE = Duration.ofMillis(500);

  /** Passes only while somebody waits, or when it is set. */
  private static final class Clock implements Pace {
    private final List<Duration> waits = new ArrayList<>();
    private long nanos = Long.MAX_VALUE - 1000;

    @Override
    public long nanos() {
      return nanos;
    }

    @Override
    public void sleep(Duration time) {
      waits.add(time);
      nanos += time.toNanos();
    }
  }

  private final Clock clock = new Clock();

  @Test
  void theFirstIsFreeAndTheOthersWaitForTheirTurn() {
    Budget budget = new Budget(PAUSE, 10, clock);
    long begun = clock.nanos();
    for (int i = 0; i < 10; i++) {
      budget.take();
    }

    assertThat(clock.waits).hasSize(9).containsOnly(PAUSE);
    assertThat(clock.nanos() - begun).isEqualTo(PAUSE.multipliedBy(9).toNanos());
  }

  @Test
  void onlyTheRestOfAPauseIsWaitedForAndNothingIsSavedUp() {
    Budget budget = new Budget(PAUSE, 10, clock);
    budget.take();
    clock.nanos += Duration.ofMillis(300).toNanos();
    budget.take();
    clock.nanos += Duration.ofMinutes(1).toNanos();
    budget.take();
    budget.take();

    assertThat(clock.waits).containsExactly(Duration.ofMillis(200), PAUSE);
  }

  @Test
  void whatIsSpentIsSpent() {
    Budget budget = new Budget(PAUSE, 2, clock);
    budget.take();
    budget.take();

    assertThatThrownBy(budget::take)
        .isInstanceOf(TrafficException.class)
        .hasMessageContaining("not asked: 2 requests were sent");
    assertThat(budget.spent()).isEqualTo(2);
    assertThat(clock.waits).as("nobody waits for a refusal").hasSize(1);
  }

  /** What the command line promises: two a second, 200 at most. */
  @Test
  void theUsualOneIsSlowAndSmall() {
    Budget usual = Budget.usual(clock);
    for (int i = 0; i < 200; i++) {
      usual.take();
    }

    assertThat(clock.waits).hasSize(199).containsOnly(PAUSE);
    assertThatThrownBy(usual::take).isInstanceOf(TrafficException.class);
  }
}
