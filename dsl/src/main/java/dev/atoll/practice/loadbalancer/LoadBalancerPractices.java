package dev.atoll.practice.loadbalancer;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.practice.About;
import dev.atoll.practice.Awaited;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Promise;
import dev.atoll.practice.Severity;
import java.util.List;

/** The rows about the Network Load Balancer: TLS, addresses, idle time, updates and quotas. */
public final class LoadBalancerPractices {

  private static final Citation ANNOTATIONS =
      page(
          "AWS Load Balancer Controller, Service annotations",
          "https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/");
  private static final Citation CLIENT_ADDRESSES =
      page(
          "Network Load Balancer, client IP preservation",
          "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html#client-ip-preservation");

  private LoadBalancerPractices() {}

  /** The rows in the catalogue's order. */
  public static List<Practice> all() {
    return List.of(
        new Awaited(byAnnotations()),
        new Awaited(tlsAtTheLoadBalancer()),
        new Awaited(clientAddresses()),
        new Awaited(staticAddresses()),
        new Awaited(idleConnections()),
        new Promise(ChoiceOfLoadBalancer.cost()),
        new OnlyWhatNeedsAnAlb(),
        new Awaited(rollingUpdate()),
        new AddressesFitTheQuota(),
        new OneOwnedGroup());
  }

  static About byAnnotations() {
    return About.practice(
            "LB-1", "An internet-facing NLB with TLS, made by the AWS Load Balancer Controller")
        .from(
            bestPractices("Load Balancer Architecture, Decision"),
            ANNOTATIONS,
            page(
                "AWS Load Balancer Controller, NLB TLS termination",
                "https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/use_cases/nlb_tls_termination/"))
        .because(
            "The controller's default scheme is internal: without the annotation nobody outside the"
                + " VPC reaches Coder. With type \"nlb\" the controller ignores the Service, which"
                + " stays pending for ever without an event.")
        .fix(
            "Set type external, nlb-target-type ip, scheme internet-facing, ssl-cert to the"
                + " certificate's ARN and ssl-ports to \"443\".")
        .wants(EvidenceKind.CLUSTER);
  }

  static About tlsAtTheLoadBalancer() {
    return About.practice("LB-2", "HTTPS on 443 at the load balancer, plain HTTP on 8080 behind it")
        .from(
            bestPractices("Traffic Flow"),
            page(
                "Network Load Balancer, TLS listeners",
                "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/create-tls-listener.html"))
        .because(
            "The chart exposes 443 only with TLS secrets, and then targets the https port. A"
                + " Service patched after the fact is undone by the next upgrade, and port 443 is"
                + " closed until somebody patches it again.")
        .fix(
            "Own the Service: port 443 with targetPort 8080, made in one piece. Do not set"
                + " backend-protocol ssl: Coder speaks plain HTTP there.")
        .wants(EvidenceKind.CLUSTER, EvidenceKind.TRAFFIC);
  }

  static About clientAddresses() {
    return About.practice("LB-3", "Client addresses reach Coder, and the targets admit them")
        .from(
            bestPractices("Why This Approach, 2. Source IP Preservation"),
            CLIENT_ADDRESSES,
            ANNOTATIONS,
            page(
                "Network Load Balancer, security groups",
                "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html"),
            page(
                "Kubernetes, source IP for Services",
                "https://kubernetes.io/docs/tutorials/services/source-ip/"))
        .corrects(
            "An NLB preserves client source addresses.",
            "Only if told. ip targets over TCP or TLS have it off by default: set"
                + " preserve_client_ip.enabled=true. Instance targets have it on, but"
                + " externalTrafficPolicy Cluster replaces the address on the node: use Local."
                + " Targets must then admit the clients through the load balancer's own security"
                + " groups, and a target cannot reach itself through the load balancer.")
        .because(
            "Without it the audit log blames the load balancer for everything, and rate limits hit"
                + " all users at once. Preserved but not admitted, every connection times out. An"
                + " NLB made without security groups can never get any.")
        .fix(
            "Use ip targets with preserve_client_ip.enabled=true, give the load balancer security"
                + " groups when it is made, let the targets refer to them, and admit the Route 53"
                + " health checkers in any allow-list.")
        .wants(EvidenceKind.CLUSTER, EvidenceKind.TRAFFIC);
  }

  static About staticAddresses() {
    return About.practice(
            "LB-4", "One Elastic IP per zone, listed as an output; health is asked of /healthz")
        .severity(Severity.WARNING)
        .from(bestPractices("Why This Approach, 3. Static IP Addresses"), ANNOTATIONS)
        .because(
            "The addresses that AWS picks stay only as long as the load balancer: made anew, it has"
                + " others, and every customer's firewall shuts Coder out. The controller's default"
                + " TCP check also keeps a hung Coder in service.")
        .fix(
            "Set eip-allocations and subnets to lists of equal length on an internet-facing load"
                + " balancer, output the addresses, and set the health check to HTTP on /healthz at"
                + " the traffic port.")
        .wants(EvidenceKind.CLUSTER, EvidenceKind.APPLIED);
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

  static About rollingUpdate() {
    return About.practice("LB-8", "A rolling update drops nothing")
        .severity(Severity.WARNING)
        .from(
            page(
                "AWS Load Balancer Controller, pod readiness gate",
                "https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/pod_readiness_gate/"),
            page(
                "Kubernetes, termination of Pods",
                "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination"))
        .because(
            "Kubernetes calls a pod ready before the load balancer has found it healthy, and kills"
                + " the old one while connections still arrive: each deployment is a minute of"
                + " errors for some users.")
        .fix(
            "Label the namespace elbv2.k8s.aws/pod-readiness-gate-inject=enabled, create the"
                + " Service before the pods, make the pre-stop sleep longer than deregistration,"
                + " the grace period longer than that, and Helm's time-out longer still.")
        .wants(EvidenceKind.CLUSTER);
  }
}
