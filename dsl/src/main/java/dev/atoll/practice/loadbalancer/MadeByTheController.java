package dev.atoll.practice.loadbalancer;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.analysis.loadbalancer.ControllerAnnotations;
import dev.atoll.coder.CoderPod;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.loadbalancer.Listener;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Harm;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** LB-1: what a Service asks for, and, where load balancers were read, what came of it. */
public final class MadeByTheController implements Practice {

  private static final About ABOUT =
      About.practice(
              "LB-1", "An internet-facing NLB with TLS, made by the AWS Load Balancer Controller")
          .subject(Subject.CODER)
          .harm(Harm.STOPS_USERS)
          .from(
              bestPractices("Load Balancer Architecture, Decision"),
              LoadBalancerPractices.ANNOTATIONS,
              page(
                  "AWS Load Balancer Controller, NLB TLS termination",
                  "https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/use_cases/nlb_tls_termination/"))
          .because(
              "The controller's default scheme is internal: without the annotation nobody outside"
                  + " the VPC reaches Coder. With type \"nlb\" the controller ignores the Service,"
                  + " which stays pending for ever without an event.")
          .fix(
              "Set type external, nlb-target-type ip, scheme internet-facing, ssl-cert to the"
                  + " certificate's ARN and ssl-ports to \"443\".")
          .wants(EvidenceKind.CLUSTER);

  private static final Set<String> TARGET_TYPES = Set.of("ip", "instance");

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (CoderEntrance entrance : CoderEntrance.all(facts)) {
      inspection.look("Service");
      asked(inspection, entrance);
      if (facts.intended().isPresent() || !entrance.passesTlsOn()) {
        tls(inspection, entrance);
      }
      if (entrance.isAccountRead(facts)) {
        made(inspection, entrance, facts);
      }
    }
    facts.intended().ifPresent(wanted -> everyServer(inspection, facts));
    facts.all(KubernetesService.class).gap().ifPresent(inspection::undecided);
    return inspection.judgement("no Service of type LoadBalancer is beside Coder");
  }

  private static void asked(Inspection inspection, CoderEntrance entrance) {
    ControllerAnnotations asked = entrance.asked();
    Source at = entrance.service().source();
    inspection
        .require(
            Truth.of(asked.claimed()),
            "%s is of type %s, which the controller does not take"
                .formatted(entrance, quoted(asked.text("type"))),
            at)
        .require(
            Truth.of(asked.scheme().equals("internet-facing")),
            "%s asks for the scheme %s".formatted(entrance, asked.scheme()),
            at)
        .require(
            Truth.of(TARGET_TYPES.contains(asked.targetType())),
            "%s asks for targets of %s; there are ip and instance"
                .formatted(entrance, asked.targetType()),
            at);
  }

  private static void tls(Inspection inspection, CoderEntrance entrance) {
    Source at = entrance.service().source();
    Optional<String> certificate = entrance.asked().text("ssl-cert");
    List<String> ports = entrance.asked().list("ssl-ports");
    if (certificate.isEmpty()) {
      inspection.violation("%s names no certificate (ssl-cert)".formatted(entrance), at);
      return;
    }
    String region = ":acm:%s:".formatted(entrance.service().object().region());
    inspection
        .require(
            Truth.all(entrance.asked().list("ssl-cert").stream(), arn -> names(arn, region)),
            "%s names %s, which is no certificate of that Region"
                .formatted(entrance, certificate.get()),
            at)
        .require(
            Truth.of(entrance.https().map(entrance.asked()::endsTlsAt).orElse(false)),
            "%s does not end TLS at 443: ssl-ports is %s".formatted(entrance, ports),
            at);
    if (ports.isEmpty()) {
      inspection.warning(
          "%s has no ssl-ports: TLS is then ended at every port of it".formatted(entrance), at);
    }
  }

  /** A certificate that is looked up is one of the provider's Region. */
  private static Truth names(String arn, String region) {
    return arn.startsWith("${data.") || arn.matches("\\$\\{.*:data\\..*")
        ? Truth.YES
        : arn.contains("${")
            ? Truth.open("which certificate " + arn + " is")
            : Truth.of(arn.contains(region));
  }

  private static void made(Inspection inspection, CoderEntrance entrance, Facts facts) {
    Source at = entrance.service().source();
    Optional<LoadBalancer> found = entrance.made(facts);
    if (found.isEmpty()) {
      inspection.require(
          facts.all(LoadBalancer.class).gap().map(Truth::open).orElse(Truth.NO),
          "no load balancer was made for %s".formatted(entrance),
          at);
      return;
    }
    LoadBalancer balancer = found.get();
    inspection
        .look("load balancer")
        .require(
            Truth.of(
                balancer.type().equals("network") && balancer.scheme().equals("internet-facing")),
            "%s got a load balancer that is %s and %s"
                .formatted(entrance, balancer.type(), balancer.scheme()),
            balancer.source())
        .require(
            Truth.any(
                facts.all(Listener.class).stream(),
                listener -> Truth.of(endsTls(listener, balancer, entrance))),
            "%s has no TLS listener at 443 with the certificate that %s names"
                .formatted(balancer.dnsName(), entrance),
            balancer.source());
  }

  private static boolean endsTls(Listener listener, LoadBalancer balancer, CoderEntrance entrance) {
    return listener.loadBalancer().equals(balancer.ref())
        && listener.port() == 443
        && listener.protocol().equals("TLS")
        && listener.certificates().stream()
            .anyMatch(arn -> entrance.asked().list("ssl-cert").contains(arn.key()));
  }

  /** In a deployment of ours nothing may be without an entrance. */
  private static void everyServer(Inspection inspection, Facts facts) {
    for (CoderPod pod : CoderPod.all(facts)) {
      boolean entered =
          CoderEntrance.all(facts).stream()
              .anyMatch(entrance -> entrance.service().object().besides(pod.workload().object()));
      if (!entered) {
        inspection.require(
            facts.all(KubernetesService.class).gap().map(Truth::open).orElse(Truth.NO),
            "no Service of type LoadBalancer leads to %s".formatted(pod),
            pod.workload().source());
      }
    }
  }

  private static String quoted(Optional<String> text) {
    return text.map(type -> "\"" + type + "\"").orElse("nothing");
  }
}
