package dev.atoll.practice.litellm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.aws.Region;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Conversation;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Request;
import dev.atoll.traffic.Resolution;
import dev.atoll.traffic.TrafficException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CrowdTest {

  private final AtomicReference<Duration> time = new AtomicReference<>(Duration.ZERO);

  /** What happens before a key is answered. */
  private interface Meanwhile {
    void happens() throws InterruptedException;
  }

  private record Answering(Region region, Meanwhile meanwhile) implements Client {

    @Override
    public String address() {
      return "203.0.113.7";
    }

    @Override
    public Resolution resolve(String name) {
      return new Resolution(name, "NOERROR", List.of(), Duration.ZERO);
    }

    @Override
    public Outcome send(Request request) {
      try {
        meanwhile.happens();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      boolean good = request.headers().get("Authorization").equals("Bearer good");
      return new Outcome.Response(
          good ? 200 : 401, Map.of(), "", "203.0.113.8", Duration.ofMillis(1));
    }

    @Override
    public Conversation converse(URI uri, KeepAlive keepAlive) {
      throw new TrafficException("nobody talks here");
    }
  }

  private Workspace workspace(Region region, String key, Meanwhile meanwhile) {
    return new Workspace(
        region,
        new KeyHolder(new Answering(region, meanwhile), "llm.example.com"),
        () -> Optional.of(key),
        time::get);
  }

  private void leap() {
    time.updateAndGet(before -> before.plus(Duration.ofDays(1)));
  }

  @Test
  void everyRegionsWorkspacesCall() {
    List<Workspace> workspaces =
        List.of(
            workspace(Region.US_EAST_2, "good", () -> {}),
            workspace(Region.US_WEST_2, "dead", () -> {}));
    try (Crowd crowd = new Crowd(5, workspaces)) {
      crowd.call();
      assertThat(crowd.failures()).containsExactly("answered 401", "answered 401");
    }
  }

  @Test
  void timeMayLeapWhenEverybodyHasHisAnswer() {
    try (Crowd crowd = crowd(() -> {})) {
      crowd.call();
      leap();
      crowd.callWhile(() -> {});
      leap();
      crowd.call();
      assertThat(crowd.failures()).isEmpty();
    }
  }

  /** Nobody's request is to be judged that a leap of days may have broken. */
  @Test
  void whoWaitsWhileTimeLeapsIsNoWitness() {
    CountDownLatch asked = new CountDownLatch(2);
    CountDownLatch leapt = new CountDownLatch(1);
    Meanwhile theSecondTime =
        () -> {
          asked.countDown();
          if (asked.getCount() == 0) {
            leapt.await();
          }
        };
    try (Crowd crowd = new Crowd(1, List.of(workspace(Region.US_EAST_2, "good", theSecondTime)))) {
      assertThatThrownBy(
              () ->
                  crowd.callWhile(
                      () -> {
                        awaited(asked);
                        leap();
                        leapt.countDown();
                      }))
          .isInstanceOf(TrafficException.class)
          .hasMessageContaining("86400 s of the twin's time passed while it waited");
    }
  }

  private Crowd crowd(Meanwhile meanwhile) {
    return new Crowd(3, List.of(workspace(Region.US_EAST_2, "good", meanwhile)));
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
