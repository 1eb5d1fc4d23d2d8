package dev.atoll.practice.proxy;

import static dev.atoll.practice.Citation.progress;

import dev.atoll.coder.CoderPod;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Truth;
import dev.atoll.facts.coder.ProxyEntry;
import dev.atoll.facts.coder.ProxyServer;
import dev.atoll.facts.configuration.MadeIn;
import dev.atoll.facts.helm.HelmRelease;
import dev.atoll.facts.secret.Credential;
import dev.atoll.facts.tls.Certificate;
import dev.atoll.facts.tls.CertificateLookup;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;

/**
 * PRX-5: what must be there before a proxy's pods start, in the graph that Terraform follows; and
 * in a cluster, that it is there.
 */
public final class OrderOfAProxy implements Practice {

  private static final About ABOUT =
      About.practice(
              "PRX-5",
              "A licensed proxy comes in order: Coder's entry, namespace, secrets, pods, NLB")
          .subject(Subject.CODER)
          .from(
              progress("Next Steps, 2. Deploy Workspace Proxy to us-west-2"),
              ProxyPractices.PROXY_RESOURCE)
          .because(
              "Coder shows a proxy's token once, when the entry is made. Pods that start before it"
                  + " have nothing to register with and crash-loop, and helm waits for them until"
                  + " it times out.")
          .fix(
              "Let the references carry the order: the secret from the entry's session_token, the"
                  + " release from the secret and the namespace, the certificate from the proxy's"
                  + " own region.")
          .wants(EvidenceKind.PLAN, EvidenceKind.CLUSTER);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (ProxyServer server : facts.all(ProxyServer.class).facts()) {
      if (server.source().origin() != Origin.TOPOLOGY) {
        judge(inspection.look("proxy"), facts, server);
      }
    }
    CoderPod.proxies(facts).forEach(pod -> new RunningProxy(pod, facts).judge(inspection));
    return inspection.judgement("no workspace proxy is in what was read");
  }

  private static void judge(Inspection inspection, Facts facts, ProxyServer server) {
    require(
        inspection,
        server,
        anyOf(ProxyEntry.class, facts, server),
        "its entry in Coder (coderd_workspace_proxy)");
    require(
        inspection,
        server,
        anyOf(Credential.class, facts, server)
            .or(Truth.of(server.after().stream().anyMatch(OrderOfAProxy::isSecret))),
        "the secret that its token is put into");
    require(
        inspection,
        server,
        Truth.of(server.after().stream().anyMatch(OrderOfAProxy::isInCluster)),
        "what makes its namespace and its load balancer");
    Truth certificate = certificate(facts, server);
    Truth elsewhere =
        facts.find(MadeIn.class, server.ref()).isPresent()
            ? Truth.open("whether another root makes the certificate of " + server.ref())
            : Truth.NO;
    require(inspection, server, certificate.or(elsewhere), "a certificate of its Region");
    for (HelmRelease other : facts.all(HelmRelease.class).facts()) {
      Truth beside = beside(server, other);
      if (!other.ref().equals(server.ref()) && !beside.isNo()) {
        require(
            inspection,
            server,
            beside.not().or(Truth.of(server.after().contains(other.ref()))),
            other.ref() + " in its namespace");
      }
    }
  }

  private static boolean isInCluster(Ref ref) {
    return ref.key().matches("(.*[.:])?(helm_release|terraform_data|kubernetes_\\w+)\\..*");
  }

  private static boolean isSecret(Ref ref) {
    return ref.key().matches("(.*[.:])?kubernetes_secret(_v1)?\\..*");
  }

  private static void require(
      Inspection inspection, ProxyServer server, Truth before, String what) {
    inspection.require(
        before, "%s is not made after %s".formatted(server.ref(), what), server.source());
  }

  private static <F extends Fact> Truth anyOf(Class<F> kind, Facts facts, ProxyServer server) {
    return Truth.of(facts.all(kind).stream().anyMatch(fact -> server.after().contains(fact.ref())));
  }

  private static Truth certificate(Facts facts, ProxyServer server) {
    Truth looked =
        Truth.any(
            facts.all(CertificateLookup.class).stream()
                .filter(lookup -> server.after().contains(lookup.ref())),
            lookup -> lookup.region().is(region -> server.region().is(region::equals).isYes()));
    Truth made =
        Truth.any(
            facts.all(Certificate.class).stream()
                .filter(certificate -> server.after().contains(certificate.ref())),
            certificate ->
                certificate.region().is(region -> server.region().is(region::equals).isYes()));
    return looked.or(made);
  }

  private static Truth beside(ProxyServer server, HelmRelease other) {
    return server
        .namespace()
        .is(namespace -> other.namespace().is(namespace::equals).isYes())
        .and(server.region().is(region -> other.region().is(region::equals).isYes()));
  }
}
