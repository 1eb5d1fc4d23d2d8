package dev.atoll.practice.litellm;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Truth;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.facts.litellm.LiteLlmExposure.Way;
import dev.atoll.facts.litellm.LiteLlmServer;
import dev.atoll.facts.loadbalancer.Listener;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.model.ServedName;
import dev.atoll.facts.tls.Certificate;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** LLM-1. */
public final class OwnSubdomain implements Practice {

  private static final About ABOUT =
      About.practice("LLM-1", "LiteLLM has its own subdomain, NLB and ACM certificate")
          .subject(Subject.LITELLM)
          .from(
              bestPractices("LiteLLM Integration Architecture, Option 1: Separate Subdomain"),
              page(
                  "AWS Load Balancer Controller, NLB TLS termination",
                  "https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/use_cases/nlb_tls_termination/"))
          .because(
              "Sharing Coder's load balancer couples the two: a burst of model calls or a change of"
                  + " LiteLLM's certificate then takes Coder down with it.")
          .fix(
              "Give LiteLLM a LoadBalancer Service with an ssl-cert of its own, and a record for"
                  + " llm. that leads to it.")
          .wants(EvidenceKind.CLUSTER);

  private static final String ANNOTATION = "service.beta.kubernetes.io/aws-load-balancer-";
  private static final String STACK_TAG = "service.k8s.aws/stack";

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (LiteLlmPod pod : LiteLlmPod.all(facts)) {
      List<KubernetesService> entrances =
          pod.services(facts).stream().filter(each -> each.type().equals("LoadBalancer")).toList();
      entrances.forEach(entrance -> judge(inspection, facts, pod, entrance));
      if (entrances.isEmpty() && wantsSubdomain(facts, pod)) {
        inspection.require(
            facts.all(KubernetesService.class).gap().map(Truth::open).orElse(Truth.NO),
            "no Service with a load balancer leads to %s, and the topology puts it on a subdomain"
                .formatted(pod),
            pod.workload().source());
      }
    }
    facts.all(Workload.class).gap().ifPresent(inspection::undecided);
    return inspection.judgement("no LiteLLM behind a load balancer was read");
  }

  private static boolean wantsSubdomain(Facts facts, LiteLlmPod pod) {
    return facts.intended().stream()
        .flatMap(intended -> intended.all(LiteLlmServer.class).stream())
        .anyMatch(server -> server.region().equals(pod.region()) && server.way() == Way.SUBDOMAIN);
  }

  private static void judge(
      Inspection inspection, Facts facts, LiteLlmPod pod, KubernetesService entrance) {
    inspection.look("Service");
    facts.all(Workload.class).stream()
        .filter(entrance::selects)
        .filter(other -> !other.ref().equals(pod.workload().ref()))
        .forEach(
            other ->
                inspection.violation(
                    "%s leads to %s, too".formatted(entrance.object(), other.object()),
                    entrance.source(),
                    other.source()));
    inspection
        .require(
            Truth.of(!annotation(entrance, "ssl-cert").isEmpty()),
            entrance.object() + " names no certificate (ssl-cert)",
            entrance.source())
        .require(
            Truth.of(entrance.ports().stream().anyMatch(port -> tls(entrance, port))),
            entrance.object() + " ends TLS on no port 443 (ssl-ports)",
            entrance.source());
    Optional<LoadBalancer> made = made(facts, entrance);
    if (made.isPresent()) {
      judge(inspection, facts, entrance, made.get());
    } else if (!facts.all(LoadBalancer.class).none().isYes()) {
      inspection.require(
          facts.all(LoadBalancer.class).gap().map(Truth::open).orElse(Truth.NO),
          "no load balancer was made for " + entrance.object(),
          entrance.source());
    }
  }

  private static boolean tls(KubernetesService entrance, KubernetesService.Port port) {
    List<String> named = List.of(annotation(entrance, "ssl-ports").split(", *", -1));
    return port.port() == 443 && (named.contains("443") || named.contains(port.name()));
  }

  /** That a load balancer is there, of the right kind, with a certificate for the name. */
  private static void judge(
      Inspection inspection, Facts facts, KubernetesService entrance, LoadBalancer made) {
    inspection
        .look("load balancer")
        .require(
            Truth.of(made.type().equals("network")),
            "%s is of type %s, not network".formatted(made.ref(), made.type()),
            made.source());
    List<Listener> listeners =
        facts.all(Listener.class).stream()
            .filter(each -> each.loadBalancer().equals(made.ref()) && each.protocol().equals("TLS"))
            .toList();
    inspection.require(
        listeners.isEmpty() ? facts.all(Listener.class).none().not() : Truth.YES,
        "%s has no TLS listener".formatted(made.ref()),
        made.source(),
        entrance.source());
    for (String name : names(facts, entrance)) {
      inspection.require(
          Truth.any(listeners.stream(), listener -> covers(facts, listener, name)),
          "no certificate of %s is for %s".formatted(made.ref(), name),
          made.source());
    }
  }

  private static Truth covers(Facts facts, Listener listener, String name) {
    String wildcard = "*" + name.substring(name.indexOf('.'));
    return Truth.any(
        listener.certificates().stream(),
        arn ->
            facts
                .find(Certificate.class, arn)
                .map(
                    certificate ->
                        certificate
                            .names()
                            .is(names -> names.contains(name) || names.contains(wildcard)))
                .orElseGet(() -> Truth.open("the certificate %s was not read".formatted(arn))));
  }

  private static Set<String> names(Facts facts, KubernetesService entrance) {
    return facts.intended().stream()
        .flatMap(intended -> intended.all(ServedName.class).stream())
        .filter(name -> name.owner() == ServedName.Owner.LITELLM)
        .filter(name -> name.region().equals(entrance.object().region()))
        .map(ServedName::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<LoadBalancer> made(Facts facts, KubernetesService entrance) {
    return facts.all(LoadBalancer.class).stream()
        .filter(each -> each.region().equals(entrance.object().region()))
        .filter(
            each -> entrance.object().inCluster().equals(each.tags().getOrDefault(STACK_TAG, "")))
        .findFirst();
  }

  private static String annotation(KubernetesService service, String name) {
    return service.annotations().getOrDefault(ANNOTATION + name, "");
  }
}
