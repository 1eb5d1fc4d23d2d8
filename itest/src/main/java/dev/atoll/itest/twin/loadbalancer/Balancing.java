package dev.atoll.itest.twin.loadbalancer;

import dev.atoll.itest.twin.clock.TwinClock;
import dev.atoll.itest.twin.network.Network;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * What load balancers of a twin share.
 *
 * @param network where they listen
 * @param authority signs their certificates
 * @param clock drives health checks and the idle rule
 * @param admission whom targets let in
 * @param threads runs what waits; may refuse
 * @param patience the real time after which somebody who is silent is given up; what is dropped is
 *     given up at once
 */
public record Balancing(
    Network network,
    PrivateAuthority authority,
    TwinClock clock,
    TargetAdmission admission,
    Executor threads,
    Duration patience) {

  Connector connector() {
    return new Connector(admission, patience);
  }
}
