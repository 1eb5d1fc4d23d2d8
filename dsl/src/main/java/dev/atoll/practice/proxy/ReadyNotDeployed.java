package dev.atoll.practice.proxy;

import static dev.atoll.practice.Citation.progress;

import dev.atoll.coder.CoderPod;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Source;
import dev.atoll.facts.coder.Licence;
import dev.atoll.facts.coder.ProxyEntry;
import dev.atoll.facts.coder.ProxyServer;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.secret.Secret;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** PRX-2. */
public final class ReadyNotDeployed implements Practice {

  /** What Coder's Terraform provider says, word for word, without the entitlement. */
  public static final String SENTENCE = "Your license is not entitled to create workspace proxies.";

  private static final About ABOUT =
      About.practice(
              "PRX-2",
              "Without a licence the proxy is ready, not deployed, and the reason is printed")
          .subject(Subject.CODER)
          .from(progress("Blocked - Awaiting Enterprise License"), ProxyPractices.WORKSPACE_PROXIES)
          .because(
              "An apply that tries anyway stops with \""
                  + SENTENCE
                  + "\" and leaves what came before it half made, in a pipeline that stays red for"
                  + " a reason nobody can fix in code.")
          .fix(
              "Say .awaiting(\"why\") of the proxy, and take it away when the licence arrives; the"
                  + " same code then deploys the proxy.")
          .wants(EvidenceKind.PLAN, EvidenceKind.APPLIED);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    Map<String, Source> applied = applied(inspection, facts);
    Optional<Licence> licence = licence(facts);
    applied.forEach((what, where) -> judge(inspection, what, where, licence, facts));
    boolean awaited =
        facts.intended().stream()
            .flatMap(wanted -> wanted.all(ProxyServer.class).stream())
            .anyMatch(server -> server.awaits().isPresent());
    if (awaited) {
      lookedAt(inspection, facts);
    }
    return inspection.judgement("there is no workspace proxy");
  }

  /** What is, or will be, there of proxies. */
  private static Map<String, Source> applied(Inspection inspection, Facts facts) {
    Map<String, Source> applied = new LinkedHashMap<>();
    for (ProxyEntry entry : facts.all(ProxyEntry.class).facts()) {
      inspection.look("entry");
      if (entry.awaits().isEmpty()) {
        applied.put("the entry " + entry.name().show(), entry.source());
      }
    }
    for (ProxyServer server : facts.all(ProxyServer.class).facts()) {
      inspection.look("proxy");
      if (server.awaits().isEmpty()) {
        applied.put("the proxy in " + server.region().show(), server.source());
      }
    }
    CoderPod.proxies(facts).forEach(pod -> applied.put(pod.toString(), pod.workload().source()));
    applied.putAll(traces(facts));
    return applied;
  }

  /** What only a proxy would leave in AWS, where the topology says how that is called. */
  private static Map<String, Source> traces(Facts facts) {
    Map<String, Source> traces = new LinkedHashMap<>();
    List<String> namespaces = new ArrayList<>();
    facts
        .intended()
        .ifPresent(
            wanted ->
                wanted
                    .all(ProxyServer.class)
                    .facts()
                    .forEach(server -> server.namespace().asOptional().ifPresent(namespaces::add)));
    for (String namespace : namespaces) {
      facts.all(LoadBalancer.class).stream()
          .filter(
              balancer ->
                  balancer
                      .tags()
                      .getOrDefault("service.k8s.aws/stack", "")
                      .startsWith(namespace + "/"))
          .forEach(
              balancer -> traces.put("the load balancer " + balancer.dnsName(), balancer.source()));
      facts.all(Secret.class).stream()
          .filter(secret -> secret.name().is(name -> name.contains("/" + namespace + "/")).isYes())
          .forEach(secret -> traces.put("the secret " + secret.name().show(), secret.source()));
    }
    return traces;
  }

  private static void judge(
      Inspection inspection, String what, Source where, Optional<Licence> licence, Facts facts) {
    inspection.look("thing of a proxy");
    if (licence.filter(said -> said.state() == Licence.State.DECLARED).isPresent()) {
      return;
    }
    if (licence.isEmpty() && facts.intended().isEmpty()) {
      inspection.undecided("whether there is a licence that has workspace proxies, for " + what);
      return;
    }
    String reason =
        licence
            .map(said -> "is pending: " + said.reason().orElse("no reason is given"))
            .orElse("is not declared");
    inspection.violation(
        "%s is deployed, and the licence %s. Coder says \"%s\"".formatted(what, reason, SENTENCE),
        where);
  }

  /** That nothing was found counts only where something of the kind was looked at. */
  private static void lookedAt(Inspection inspection, Facts facts) {
    int looked =
        count(inspection, "secret", facts, Secret.class)
            + count(inspection, "workload", facts, Workload.class)
            + count(inspection, "load balancer", facts, LoadBalancer.class);
    if (looked == 0 && facts.all(ProxyServer.class).facts().isEmpty()) {
      inspection.undecided("nothing was read in which a proxy would show");
    }
  }

  private static int count(
      Inspection inspection, String what, Facts facts, Class<? extends Fact> kind) {
    int seen = facts.all(kind).facts().size();
    IntStream.range(0, seen).forEach(each -> inspection.look(what));
    return seen;
  }

  private static Optional<Licence> licence(Facts facts) {
    return facts.all(Licence.class).stream()
        .findFirst()
        .or(
            () ->
                facts.intended().flatMap(wanted -> wanted.all(Licence.class).stream().findFirst()));
  }
}
