package dev.atoll.itest.twin.litellm;

import dev.atoll.itest.twin.network.Host;
import dev.atoll.itest.twin.pod.Surroundings;
import dev.atoll.traffic.TrafficException;
import java.net.InetSocketAddress;

/**
 * A stand-in for one LiteLLM proxy, listening on its host's address; each behaviour is a line of
 * {@code stand-ins.md}.
 */
public final class LiteLlmServer implements AutoCloseable {

  private final Surroundings around;

  private LiteLlmServer(Surroundings around) {
    this.around = around;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @throws TrafficException when the real proxy would not start with these settings
   */
  public static LiteLlmServer start(LiteLlmSettings settings, Surroundings around) {
    settings.environment(around.host().address().getHostAddress());
    return new LiteLlmServer(around);
  }

  /** Where it stands. */
  public Host host() {
    return around.host();
  }

  /** Where it listens for plain HTTP. */
  public InetSocketAddress address() {
    return new InetSocketAddress(around.host().address(), 4000);
  }

  /** Ends it as a killed pod. */
  @Override
  public void close() {}
}
