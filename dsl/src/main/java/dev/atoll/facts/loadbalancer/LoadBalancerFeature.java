package dev.atoll.facts.loadbalancer;

import java.util.Optional;

/**
 * What somebody may want of a load balancer, and whether a Network Load Balancer can do it.
 *
 * @see <a href="https://aws.amazon.com/elasticloadbalancing/features/">Elastic Load Balancing
 *     features</a>
 */
public enum LoadBalancerFeature {
  TLS_FROM_ACM("TLS with a certificate from ACM"),
  STATIC_ADDRESSES("static addresses"),
  CLIENT_ADDRESSES("client addresses at the target"),
  CROSS_ZONE("targets of all zones"),
  PATH_ROUTING(
      "routing by path", "an NLB forwards connections; a path is inside a request it never reads"),
  HOST_ROUTING(
      "routing by host name",
      "an NLB has one target group per listener; only the certificate, not the target, follows the"
          + " host name"),
  HTTP_FEATURES(
      "redirects, header changes or authentication",
      "an NLB reads no HTTP, so it can neither redirect nor change a header nor sign anybody in"),
  WEB_APPLICATION_FIREWALL(
      "AWS WAF", "a web ACL attaches to an ALB, an API or a distribution, never to an NLB"),
  HTTP_METRICS(
      "metrics of HTTP requests",
      "an NLB counts flows and bytes; status codes and response times per request it never sees");

  private final String title;
  private final Optional<String> obstacle;

  LoadBalancerFeature(String title) {
    this.title = title;
    this.obstacle = Optional.empty();
  }

  LoadBalancerFeature(String title, String obstacle) {
    this.title = title;
    this.obstacle = Optional.of(obstacle);
  }

  /** What it is, as a person says it. */
  public String title() {
    return title;
  }

  /** Why it needs an Application Load Balancer; empty when it does not. */
  public Optional<String> whyAlb() {
    return obstacle;
  }
}
