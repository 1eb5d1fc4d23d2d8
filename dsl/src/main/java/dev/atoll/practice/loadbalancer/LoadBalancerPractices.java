package dev.atoll.practice.loadbalancer;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.practice.About;
import dev.atoll.practice.Awaited;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;
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
        new Awaited(idleConnections()),
        new Promise(ChoiceOfLoadBalancer.cost()),
        new OnlyWhatNeedsAnAlb(),
        new RollingUpdateDropsNothing(),
        new AddressesFitTheQuota(),
        new OneOwnedGroup());
  }

  static About idleConnections() {
    return About.practice(
            "LB-5", "Long-lived connections survive idle time: keep-alives are shorter than 350 s")
        .from(
            bestPractices("Why This Approach, 4. Connection Handling"),
            page(
                "Network Load Balancer, idle timeout",
                "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/update-idle-timeout.html"),
            page(
                "Coder 2.27.1, WebSocket heartbeat",
                "https://github.com/coder/coder/blob/v2.27.1/coderd/httpapi/websocket.go"))
        .because(
            "A TLS listener drops a flow after 350 idle seconds, and that cannot be changed (a TCP"
                + " listener's can, from 60 to 6000 s). Coder pings its WebSockets every 15 s; a"
                + " connection that does not ping is dead at the next keystroke.")
        .fix(
            "Keep TCP keep-alive or the application's ping on every hop below 350 s; SO_KEEPALIVE"
                + " with the kernel's 7200 s is not enough. Do not set tcp.idle_timeout.seconds on"
                + " a TLS listener.")
        .wants(EvidenceKind.TRAFFIC);
  }
}
