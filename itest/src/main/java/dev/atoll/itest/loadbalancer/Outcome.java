package dev.atoll.itest.loadbalancer;

/** What the controller makes of a Service. */
public sealed interface Outcome {

  /**
   * Nothing at all: the Service is not its own, or asks for no load balancer.
   *
   * @param why for the log; the Service learns nothing
   */
  record Ignored(String why) implements Outcome {}

  /**
   * Nothing, and the Service is told why.
   *
   * @param why the text of the event {@code FailedBuildModel}
   */
  record Refused(String why) implements Outcome {}

  /**
   * A load balancer.
   *
   * @param loadBalancer which
   */
  record Wanted(NetworkLoadBalancer loadBalancer) implements Outcome {}
}
