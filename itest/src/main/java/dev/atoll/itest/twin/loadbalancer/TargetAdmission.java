package dev.atoll.itest.twin.loadbalancer;

import java.net.InetAddress;
import java.util.Optional;

/** Whom the security groups of targets let in. */
@FunctionalInterface
public interface TargetAdmission {

  /** Everybody. */
  TargetAdmission OPEN = (target, client) -> Optional.empty();

  /**
   * Why a connection from the load balancer is dropped at the target; empty when it is let in.
   *
   * @param client the client whose address it carries; empty when it carries the load balancer's
   */
  Optional<String> obstacle(Target target, Optional<InetAddress> client);
}
