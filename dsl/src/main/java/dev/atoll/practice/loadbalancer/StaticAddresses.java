package dev.atoll.practice.loadbalancer;

import static dev.atoll.practice.Citation.bestPractices;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.loadbalancer.Listener;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.loadbalancer.StaticEntrance;
import dev.atoll.facts.loadbalancer.TargetGroup;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Subject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * LB-4. Judges load balancers as they are, and Services as they ask for them. Where a topology
 * gives up static addresses on purpose, health alone is looked at.
 */
public final class StaticAddresses implements Practice {

  private static final String PREFIX = "service.beta.kubernetes.io/aws-load-balancer-";

  /** Where Coder, and LiteLLM, say that they are well. */
  private static final Set<String> HEALTH =
      Set.of("/healthz", "/health/readiness", "/health/liveliness");

  private static final About ABOUT =
      About.practice(
              "LB-4", "One Elastic IP per zone, listed as an output; health is asked of /healthz")
          .subject(Subject.CODER)
          .severity(Severity.WARNING)
          .from(
              bestPractices("Why This Approach, 3. Static IP Addresses"),
              LoadBalancerPractices.ANNOTATIONS)
          .because(
              "The addresses that AWS picks stay only as long as the load balancer: made anew, it"
                  + " has others, and every customer's firewall shuts Coder out. The controller's"
                  + " default TCP check also keeps a hung Coder in service.")
          .fix(
              "Set eip-allocations and subnets to lists of equal length on an internet-facing load"
                  + " balancer, output the addresses, and set the health check to HTTP on /healthz"
                  + " at the traffic port.")
          .wants(EvidenceKind.CLUSTER, EvidenceKind.APPLIED);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    boolean addresses = areWanted(facts);
    for (LoadBalancer balancer : facts.all(LoadBalancer.class).facts()) {
      if (balancer.type().equals("network")
          && balancer.tags().containsKey("service.k8s.aws/stack")) {
        judge(inspection, facts, balancer, addresses);
      }
    }
    for (KubernetesService service : facts.all(KubernetesService.class).facts()) {
      if (service.type().equals("LoadBalancer")) {
        judge(inspection, service, addresses);
      }
    }
    facts.all(LoadBalancer.class).gap().ifPresent(inspection::undecided);
    return inspection.judgement("there is no load balancer of a Service");
  }

  private static boolean areWanted(Facts facts) {
    return facts
        .intended()
        .map(topology -> !topology.all(StaticEntrance.class).facts().isEmpty())
        .orElse(true);
  }

  private static void judge(
      Inspection inspection, Facts facts, LoadBalancer balancer, boolean addresses) {
    inspection.look("load balancer");
    String name = balancer.tags().get("service.k8s.aws/stack");
    long given = balancer.zones().stream().filter(zone -> zone.allocation().isPresent()).count();
    if (addresses && balancer.scheme().equals("internet-facing")) {
      inspection.require(
          Truth.of(given == balancer.zones().size()),
          "the load balancer of %s has %d Elastic IP addresses in %d zones"
              .formatted(name, given, balancer.zones().size()),
          balancer.source());
    }
    for (TargetGroup group : behind(facts, balancer)) {
      judge(
          inspection.look("target group"),
          name,
          group.healthCheck().protocol(),
          group.healthCheck().path(),
          group.source());
    }
  }

  private static List<TargetGroup> behind(Facts facts, LoadBalancer balancer) {
    Set<Ref> groups = new HashSet<>();
    for (Listener listener : facts.all(Listener.class).facts()) {
      if (listener.loadBalancer().equals(balancer.ref())) {
        listener.targetGroup().ifPresent(groups::add);
      }
    }
    return facts.all(TargetGroup.class).stream()
        .filter(group -> groups.contains(group.ref()))
        .toList();
  }

  private static void judge(
      Inspection inspection, String name, String protocol, Optional<String> path, Source source) {
    if (!protocol.equals("HTTP")) {
      inspection.violation(
          "the health of %s is asked by %s: a hung server passes".formatted(name, protocol),
          source);
    } else if (!HEALTH.contains(path.orElse("/"))) {
      inspection.violation(
          "the health of %s is asked at %s, not at /healthz".formatted(name, path.orElse("/")),
          source);
    }
  }

  private static void judge(Inspection inspection, KubernetesService service, boolean addresses) {
    inspection.look("Service");
    Map<String, String> annotations = service.annotations();
    String name = service.object().toString();
    int allocations = count(annotations, "eip-allocations");
    int subnets = count(annotations, "subnets");
    boolean facing = "internet-facing".equals(annotations.get(PREFIX + "scheme"));
    if (addresses && facing) {
      if (allocations == 0) {
        inspection.violation(name + " names no Elastic IP allocations", service.source());
      } else if (allocations != subnets) {
        inspection.violation(
            "%s names %d Elastic IP allocations and %d subnets"
                .formatted(name, allocations, subnets),
            service.source());
      }
    }
    if (!facing && allocations > 0) {
      inspection.violation(
          name + " names Elastic IP allocations and is not internet-facing", service.source());
    }
    judge(
        inspection,
        name,
        annotations.getOrDefault(PREFIX + "healthcheck-protocol", "TCP").toUpperCase(Locale.ROOT),
        Optional.ofNullable(annotations.get(PREFIX + "healthcheck-path")),
        service.source());
  }

  private static int count(Map<String, String> annotations, String suffix) {
    return (int)
        Arrays.stream(annotations.getOrDefault(PREFIX + suffix, "").split(","))
            .filter(value -> !value.isBlank())
            .count();
  }
}
