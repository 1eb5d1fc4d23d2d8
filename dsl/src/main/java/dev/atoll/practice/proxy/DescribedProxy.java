package dev.atoll.practice.proxy;

import static dev.atoll.practice.Citation.progress;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.coder.ProxyEntry;
import dev.atoll.facts.coder.ProxyServer;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;
import java.util.List;
import java.util.Optional;

/** PRX-1. Every value is the topology's own; a stranger's proxy is nobody's expectation. */
public final class DescribedProxy implements Practice {

  private static final About ABOUT =
      About.expectation(
              "PRX-1", "The Oregon proxy has the documented name, icon, URLs, chart and image")
          .subject(Subject.CODER)
          .from(progress("Workspace Proxy Configuration"), ProxyPractices.WORKSPACE_PROXIES)
          .because(
              "A wrong URL registers a proxy that every browser reports as unreachable, and a wrong"
                  + " wildcard breaks its apps. Both look fine in Terraform.")
          .fix(
              "us-west-2, \"Oregon\", /emojis/1f1fa-1f1f8.png, https://us-west-2.coderdemo.io,"
                  + " *.us-west-2.coderdemo.io, chart 2.27.1, ghcr.io/coder/coder:v2.27.1.")
          .wants(EvidenceKind.PLAN);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    facts
        .intended()
        .ifPresent(
            wanted -> {
              wanted
                  .all(ProxyServer.class)
                  .facts()
                  .forEach(server -> servers(inspection, facts, server));
              wanted
                  .all(ProxyEntry.class)
                  .facts()
                  .forEach(entry -> entries(inspection, facts, entry));
            });
    return inspection.judgement(
        facts.intended().isEmpty()
            ? "only a topology says what its proxies are like"
            : "no proxy is described, or its root was not read");
  }

  private static void servers(Inspection inspection, Facts facts, ProxyServer wanted) {
    Optional<ProxyServer> found =
        facts.all(ProxyServer.class).stream()
            .filter(server -> sameAs(wanted.region(), server.region()))
            .findFirst();
    if (found.isEmpty()) {
      missing(
          inspection, facts, "servers of a proxy in " + wanted.region().show(), wanted.source());
      return;
    }
    ProxyServer server = found.get();
    inspection.look("proxy");
    same(inspection, "URL", wanted.url(), server.url(), server.source());
    same(inspection, "wildcard", wanted.wildcard(), server.wildcard(), server.source());
    same(inspection, "primary URL", wanted.primary(), server.primary(), server.source());
    same(inspection, "chart", wanted.chart(), server.chart(), server.source());
    same(inspection, "image", wanted.image(), server.image(), server.source());
    same(inspection, "namespace", wanted.namespace(), server.namespace(), server.source());
  }

  private static void entries(Inspection inspection, Facts facts, ProxyEntry wanted) {
    List<ProxyEntry> found = facts.all(ProxyEntry.class).facts();
    Optional<ProxyEntry> same =
        found.stream().filter(entry -> sameAs(wanted.name(), entry.name())).findFirst();
    if (same.isEmpty()) {
      missing(
          inspection,
          facts,
          "entry named %s in Coder".formatted(wanted.name().show()),
          wanted.source());
      return;
    }
    ProxyEntry entry = same.get();
    inspection.look("entry");
    same(inspection, "display name", wanted.displayName(), entry.displayName(), entry.source());
    same(inspection, "icon", wanted.icon(), entry.icon(), entry.source());
  }

  private static boolean sameAs(Value<?> wanted, Value<?> found) {
    return wanted.is(value -> found.is(value::equals).isYes()).isYes();
  }

  private static <T> void same(
      Inspection inspection, String what, Value<T> wanted, Value<T> found, Source where) {
    wanted
        .asOptional()
        .ifPresent(
            value ->
                inspection.require(
                    found.is(value::equals),
                    "the proxy's %s is %s; the topology says %s"
                        .formatted(what, found.show(), value),
                    where));
  }

  /** What is synthesized is read whole; a plan is one of its roots. */
  private static void missing(Inspection inspection, Facts facts, String what, Source where) {
    if (facts.origin() == Origin.CONFIGURATION) {
      inspection.violation("there are no " + what, where);
    }
  }
}
