package dev.atoll.itest.twin.standin;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lines that real servers play: time passes, and nothing is emptied in between. */
public abstract class RealScript extends Script {

  /** Those that were started, the first replica first. */
  protected final List<RealServer> servers = new ArrayList<>();

  protected RealScript(Stage stage) {
    super(stage);
  }

  @Override
  protected final void pass(Duration span) {
    try {
      Thread.sleep(span.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  protected final InetSocketAddress address(int replica, String host) {
    return servers.get(replica - 1).address();
  }

  @Override
  protected final List<String> log() {
    return servers.get(0).log();
  }
}
