package dev.atoll.practice.proxy;

import static dev.atoll.practice.Citation.progress;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Truth;
import dev.atoll.facts.coder.ProxyEntry;
import dev.atoll.facts.coder.ProxyServer;
import dev.atoll.facts.helm.HelmRelease;
import dev.atoll.facts.secret.Credential;
import dev.atoll.facts.tls.Certificate;
import dev.atoll.facts.tls.CertificateLookup;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** PRX-5: what must be there before a proxy's pods start, in the graph that Terraform follows. */
public final class OrderOfAProxy implements Practice {

  private static final About ABOUT =
      About.practice(
              "PRX-5",
              "A licensed proxy comes in order: Coder's entry, namespace, secrets, pods, NLB")
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
      facts
          .find(HelmRelease.class, server.ref())
          .ifPresent(release -> judge(inspection.look("proxy"), facts, server, release));
    }
    return inspection.judgement("no release of a workspace proxy is in what was read");
  }

  private static void judge(
      Inspection inspection, Facts facts, ProxyServer server, HelmRelease release) {
    Set<Ref> before = before(release, facts);
    require(
        inspection,
        release,
        anyOf(ProxyEntry.class, facts, before),
        "its entry in Coder (coderd_workspace_proxy)");
    require(
        inspection,
        release,
        anyOf(Credential.class, facts, before),
        "the secret that its token is put into");
    require(
        inspection,
        release,
        release.settings().createNamespace().is(Boolean::booleanValue),
        "its namespace");
    require(inspection, release, certificate(facts, server, before), "a certificate of its Region");
    for (HelmRelease other : facts.all(HelmRelease.class).facts()) {
      Truth beside = beside(release, other);
      if (!other.equals(release) && !beside.isNo()) {
        require(
            inspection,
            release,
            beside.not().or(Truth.of(before.contains(other.ref()))),
            other.ref() + " in its namespace");
      }
    }
  }

  private static void require(
      Inspection inspection, HelmRelease release, Truth before, String what) {
    inspection.require(
        before, "%s is not made after %s".formatted(release.ref(), what), release.source());
  }

  /** What comes before it, through other releases too. */
  private static Set<Ref> before(HelmRelease release, Facts facts) {
    Set<Ref> before = new LinkedHashSet<>();
    Deque<Ref> open = new ArrayDeque<>(release.after());
    while (!open.isEmpty()) {
      Ref next = open.pop();
      if (before.add(next)) {
        Optional<HelmRelease> through = facts.find(HelmRelease.class, next);
        through.ifPresent(other -> open.addAll(other.after()));
      }
    }
    return before;
  }

  private static <F extends Fact> Truth anyOf(Class<F> kind, Facts facts, Set<Ref> before) {
    return Truth.of(facts.all(kind).stream().anyMatch(fact -> before.contains(fact.ref())));
  }

  private static Truth certificate(Facts facts, ProxyServer server, Set<Ref> before) {
    Truth looked =
        Truth.any(
            facts.all(CertificateLookup.class).stream()
                .filter(lookup -> before.contains(lookup.ref())),
            lookup -> lookup.region().is(region -> server.region().is(region::equals).isYes()));
    Truth made =
        Truth.any(
            facts.all(Certificate.class).stream()
                .filter(certificate -> before.contains(certificate.ref())),
            certificate ->
                certificate.region().is(region -> server.region().is(region::equals).isYes()));
    return looked.or(made);
  }

  private static Truth beside(HelmRelease one, HelmRelease other) {
    return one.namespace()
        .is(namespace -> other.namespace().is(namespace::equals).isYes())
        .and(one.region().is(region -> other.region().is(region::equals).isYes()));
  }
}
