package dev.atoll.practice.loadbalancer;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.analysis.sourceaddress.SourceAddressPath;
import dev.atoll.analysis.sourceaddress.Station;
import dev.atoll.aws.PortRange;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.dns.HealthCheck;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.loadbalancer.Listener;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.loadbalancer.TargetGroup;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.Peer;
import dev.atoll.facts.network.Vpc;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Subject;
import dev.atoll.practice.Tried;
import dev.atoll.traffic.Twin;
import java.util.List;
import java.util.Optional;

/** LB-3: the client's address stays in the packets as far as Coder, and the packets get there. */
public final class ClientAddressesArrive implements Tried {

  private static final About ABOUT =
      About.practice("LB-3", "Client addresses reach Coder, and the targets admit them")
          .subject(Subject.CODER)
          .from(
              bestPractices("Why This Approach, 2. Source IP Preservation"),
              page(
                  "Network Load Balancer, client IP preservation",
                  "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html#client-ip-preservation"),
              LoadBalancerPractices.ANNOTATIONS,
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
              "Without it the audit log blames the load balancer for everything, and rate limits"
                  + " hit all users at once. Preserved but not admitted, every connection times"
                  + " out. An NLB made without security groups can never get any.")
          .fix(
              "Use ip targets with preserve_client_ip.enabled=true, give the load balancer security"
                  + " groups when it is made, let the targets refer to them, and admit the Route 53"
                  + " health checkers in any allow-list.")
          .wants(EvidenceKind.CLUSTER, EvidenceKind.TRAFFIC);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (CoderEntrance entrance : CoderEntrance.all(facts)) {
      inspection.look("Service");
      SourceAddressPath asked = SourceAddressPath.asked(entrance.service());
      arrives(inspection, asked, entrance.toString(), entrance.service().source());
      traps(inspection, entrance, facts);
      entrance.made(facts).ifPresent(balancer -> made(inspection, entrance, balancer, facts));
    }
    facts.all(KubernetesService.class).gap().ifPresent(inspection::undecided);
    return inspection.judgement("no Service of type LoadBalancer is beside Coder");
  }

  @Override
  public Judgement attempt(Twin twin) {
    return ClientAddressTrial.attempt(ABOUT, twin);
  }

  private static void arrives(
      Inspection inspection, SourceAddressPath path, String behind, Source where) {
    for (Station station : path.replacing()) {
      inspection.violation(
          new Finding(
              ABOUT,
              "behind %s, %s".formatted(behind, station.line()),
              List.of(where),
              ABOUT.fix(),
              path.lines()));
    }
    path.arrives().open().forEach(inspection::undecided);
  }

  /** What follows from addresses that arrive, and bites whoever does not know it. */
  private static void traps(Inspection inspection, CoderEntrance entrance, Facts facts) {
    Source at = entrance.service().source();
    if (entrance.asked().text("disable-nlb-sg").filter("true"::equals).isPresent()) {
      inspection.warning(
          "%s asks for a load balancer without security groups: it can never get any, and its"
                  .formatted(entrance)
              + " targets must admit every client's address themselves",
          at);
    }
    if (entrance.asked().scheme().equals("internal")) {
      inspection.warning(
          "a pod behind %s that calls Coder through the load balancer and is sent to itself fails:"
                  .formatted(entrance)
              + " inside the VPC it comes with its own address (from outside, with a NAT"
              + " gateway's)",
          at);
    }
    Optional<String> allowed =
        Optional.ofNullable(
                entrance
                    .service()
                    .annotations()
                    .get("service.beta.kubernetes.io/load-balancer-source-ranges"))
            .filter(ranges -> !ranges.contains("0.0.0.0/0"));
    if (allowed.isPresent() && !facts.all(HealthCheck.class).facts().isEmpty()) {
      inspection.warning(
          "%s admits %s only: are the Route 53 health checkers among them? (aws ec2"
                  .formatted(entrance, allowed.get())
              + " describe-managed-prefix-lists, ROUTE53_HEALTHCHECKS)",
          at);
    }
  }

  private static void made(
      Inspection inspection, CoderEntrance entrance, LoadBalancer balancer, Facts facts) {
    inspection.look("load balancer");
    Optional<TargetGroup> targets =
        facts.all(Listener.class).stream()
            .filter(listener -> listener.loadBalancer().equals(balancer.ref()))
            .filter(listener -> listener.port() == 443)
            .flatMap(listener -> listener.targetGroup().stream())
            .flatMap(group -> facts.find(TargetGroup.class, group).stream())
            .findFirst();
    if (targets.isEmpty()) {
      inspection.undecided("the targets behind 443 of " + balancer.dnsName());
      return;
    }
    TargetGroup group = targets.get();
    arrives(
        inspection,
        SourceAddressPath.made(group, entrance.service().externalTrafficPolicy()),
        balancer.dnsName(),
        group.source());
    admitted(inspection, balancer, port(entrance, group), facts);
  }

  /** A target group of a port that has a name says 1: each target has its own number. */
  private static int port(CoderEntrance entrance, TargetGroup group) {
    return entrance
        .https()
        .flatMap(
            https ->
                entrance.pods().stream()
                    .flatMap(pod -> CoderEntrance.number(pod, https).stream())
                    .findFirst())
        .orElse(group.port());
  }

  /**
   * Targets refer to a group of the load balancer. Without one they admit addresses, and those are
   * everybody's.
   */
  private static void admitted(
      Inspection inspection, LoadBalancer balancer, int port, Facts facts) {
    if (facts.all(Ingress.class).facts().isEmpty() && facts.all(Vpc.class).facts().isEmpty()) {
      return;
    }
    if (balancer.groups().isEmpty()) {
      inspection.violation(
          new Finding(
                  ABOUT,
                  "%s has no security groups and can never get any".formatted(balancer.dnsName()),
                  List.of(balancer.source()),
                  ABOUT.fix(),
                  List.of())
              .as(Severity.WARNING));
      return;
    }
    Truth referred =
        Truth.any(
            facts.all(Ingress.class).stream(),
            rule ->
                rule.ports()
                    .is(ports -> ports.contains(PortRange.of(port)))
                    .and(
                        rule.from()
                            .is(
                                from ->
                                    from instanceof Peer.Group peer
                                        && balancer.groups().contains(peer.group()))));
    inspection.require(
        referred.or(facts.all(Ingress.class).gap().map(Truth::open).orElse(Truth.NO)),
        "no security group admits port %d from the groups of %s: every connection times out"
            .formatted(port, balancer.dnsName()),
        balancer.source());
  }
}
