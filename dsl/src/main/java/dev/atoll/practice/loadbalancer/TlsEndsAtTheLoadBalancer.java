package dev.atoll.practice.loadbalancer;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.coder.CoderPod;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.kubernetes.EnvironmentVariable;
import dev.atoll.facts.kubernetes.EnvironmentVariable.Literal;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.facts.loadbalancer.Listener;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.loadbalancer.TargetGroup;
import dev.atoll.practice.About;
import dev.atoll.practice.Asked;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Harm;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Motif;
import dev.atoll.practice.Subject;
import dev.atoll.traffic.Internet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** LB-2: follows port 443 of the Service to a port at which Coder really speaks plain HTTP. */
public final class TlsEndsAtTheLoadBalancer implements Asked {

  private static final About ABOUT =
      About.practice("LB-2", "HTTPS on 443 at the load balancer, plain HTTP on 8080 behind it")
          .subject(Subject.CODER)
          .harm(Harm.STOPS_USERS)
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

  private static final String ADDRESS = "CODER_HTTP_ADDRESS";
  private static final Pattern PORT = Pattern.compile("(.*):(\\d+)");

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (CoderEntrance entrance : CoderEntrance.all(facts)) {
      inspection.look("Service");
      if (facts.intended().isEmpty() && entrance.passesTlsOn()) {
        inspection.evidence(entrance + " passes TLS on to Coder");
        continue;
      }
      Source at = entrance.service().source();
      Optional<KubernetesService.Port> https = entrance.https();
      if (https.isEmpty()) {
        inspection.violation("%s has no port 443".formatted(entrance), at);
        continue;
      }
      plainBehind(inspection, entrance);
      if (entrance.pods().isEmpty()) {
        inspection.require(
            facts.all(Workload.class).gap().map(Truth::open).orElse(Truth.NO),
            "%s selects %s, which no pods of Coder carry"
                .formatted(entrance, entrance.service().selector()),
            at);
      }
      entrance.pods().forEach(pod -> leadsToHttp(inspection, entrance, https.get(), pod));
      entrance.made(facts).ifPresent(balancer -> made(inspection, balancer, facts));
    }
    facts.all(KubernetesService.class).gap().ifPresent(inspection::undecided);
    return inspection.judgement("no Service of type LoadBalancer is beside Coder");
  }

  @Override
  public Judgement ask(Internet internet, Facts facts) {
    return HttpsAsked.ask(ABOUT, internet, facts);
  }

  private static void plainBehind(Inspection inspection, CoderEntrance entrance) {
    entrance
        .asked()
        .text("backend-protocol")
        .filter(protocol -> !protocol.equalsIgnoreCase("tcp"))
        .ifPresent(
            protocol ->
                inspection.violation(
                    "%s has the load balancer speak %s to Coder, which speaks plain HTTP"
                        .formatted(entrance, protocol),
                    entrance.service().source()));
    // Coder takes the first line of a request where the header of that protocol would be.
    entrance
        .asked()
        .text("proxy-protocol")
        .or(
            () ->
                Optional.ofNullable(
                    entrance.asked().targetGroup().get("proxy_protocol_v2.enabled")))
        .filter(value -> value.equals("*") || value.equals("true"))
        .ifPresent(
            value ->
                inspection.violation(
                    "%s puts a proxy protocol header before every request; Coder reads none"
                        .formatted(entrance),
                    entrance.service().source()));
  }

  /** What the controller made of it speaks TCP to its targets, and puts nothing before it. */
  private static void made(Inspection inspection, LoadBalancer balancer, Facts facts) {
    inspection.look("load balancer");
    for (Listener listener : facts.all(Listener.class).facts()) {
      if (listener.loadBalancer().equals(balancer.ref()) && listener.port() == 443) {
        listener
            .targetGroup()
            .flatMap(group -> facts.find(TargetGroup.class, group))
            .ifPresent(group -> plain(inspection, balancer, group));
      }
    }
  }

  private static void plain(Inspection inspection, LoadBalancer balancer, TargetGroup group) {
    inspection
        .require(
            Truth.of(group.protocol().equals("TCP")),
            "%s speaks %s to Coder, which speaks plain HTTP"
                .formatted(balancer.dnsName(), group.protocol()),
            group.source())
        .require(
            Truth.of(!"true".equals(group.attributes().get("proxy_protocol_v2.enabled"))),
            "%s puts a proxy protocol header before every request; Coder reads none"
                .formatted(balancer.dnsName()),
            group.source());
  }

  private static void leadsToHttp(
      Inspection inspection, CoderEntrance entrance, KubernetesService.Port https, CoderPod pod) {
    Optional<Integer> target = CoderEntrance.number(pod, https);
    inspection.require(
        target.map(port -> speaksHttp(pod, port)).orElse(Truth.NO),
        Finding.of(
                ABOUT,
                "443 of %s leads to port %s of %s, where no plain HTTP is spoken"
                    .formatted(entrance, https.target(), pod),
                entrance.service().source(),
                pod.workload().source())
            .tells(Motif.PORT_LEADS_NOWHERE));
  }

  /** Coder listens at 127.0.0.1:3000 unless told otherwise, where nobody reaches it. */
  private static Truth speaksHttp(CoderPod pod, int port) {
    Optional<EnvironmentVariable> address = pod.variable(ADDRESS);
    if (address.isEmpty()) {
      return Truth.NO;
    }
    if (!(address.get().from() instanceof Literal literal)) {
      return Truth.open("what " + ADDRESS + " is in " + pod);
    }
    Matcher listens = PORT.matcher(literal.text());
    return Truth.of(
        listens.matches()
            && !listens.group(1).equals("127.0.0.1")
            && Integer.parseInt(listens.group(2)) == port);
  }
}
