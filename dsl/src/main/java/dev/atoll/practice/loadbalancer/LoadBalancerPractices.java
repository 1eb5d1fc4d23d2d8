package dev.atoll.practice.loadbalancer;

import static dev.atoll.practice.Citation.page;

import dev.atoll.practice.Citation;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Promise;
import java.util.List;

/** The rows about the Network Load Balancer: TLS, addresses, idle time, updates and quotas. */
public final class LoadBalancerPractices {

  static final Citation ANNOTATIONS =
      page(
          "AWS Load Balancer Controller, Service annotations",
          "https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/");

  private LoadBalancerPractices() {}

  /** The rows in the catalogue's order. */
  public static List<Practice> all() {
    return List.of(
        new MadeByTheController(),
        new TlsEndsAtTheLoadBalancer(),
        new ClientAddressesArrive(),
        new StaticAddresses(),
        new IdleConnections(),
        new Promise(ChoiceOfLoadBalancer.cost()),
        new OnlyWhatNeedsAnAlb(),
        new RollingUpdateDropsNothing(),
        new AddressesFitTheQuota(),
        new OneOwnedGroup());
  }
}
