package dev.atoll.practice.coder;

import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.coder.CoderPod;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Truth;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.EnvironmentVariable;
import dev.atoll.facts.kubernetes.EnvironmentVariable.Literal;
import dev.atoll.facts.kubernetes.EnvironmentVariable.PodField;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CDR-4. Judges the rendered Deployment: what the chart adds is not among the values. */
public final class RelayPerReplica implements Practice {

  private static final About ABOUT =
      About.practice(
              "CDR-4",
              "The DERP relay is on, and each replica announces its own address exactly once")
          .subject(Subject.CODER)
          .from(
              progress("Completed Today, 3. DERP Server Configuration"),
              page("Coder, server options", "https://coder.com/docs/reference/cli/server"),
              page(
                  "Coder, High Availability",
                  "https://coder.com/docs/admin/networking/high-availability"),
              page(
                  "Coder Helm chart 2.27.1, container spec",
                  "https://github.com/coder/coder/blob/v2.27.1/helm/coder/templates/_coder.tpl"))
          .corrects(
              "The cause of the time-outs was that CODER_DERP_SERVER_ENABLE was not set.",
              "Its default is true, so leaving it out turns nothing off. Being explicit is still"
                  + " right. What replicas need besides is CODER_DERP_SERVER_RELAY_URL ="
                  + " http://$(KUBE_POD_IP):8080, which the official chart injects ahead of"
                  + " coder.env: setting it again there makes a duplicate name.")
          .because(
              "Without a relay URL of its own a replica cannot be reached by the others: users on"
                  + " one replica cannot open a workspace whose agent is on another. With a"
                  + " duplicate name the last value wins, and all you get is a warning.")
          .fix(
              "Set CODER_DERP_SERVER_ENABLE to \"true\", leave KUBE_POD_IP and"
                  + " CODER_DERP_SERVER_RELAY_URL to the chart, and check the rendered Deployment.")
          .wants(EvidenceKind.CLUSTER);

  private static final String ENABLE = "CODER_DERP_SERVER_ENABLE";
  private static final String RELAY = "CODER_DERP_SERVER_RELAY_URL";

  /** Kubernetes replaces $(NAME) by the value of a variable that stands before. */
  private static final Pattern OWN_ADDRESS =
      Pattern.compile("http://\\$\\(([A-Za-z_][A-Za-z0-9_]*)\\):(\\d+)/?");

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (CoderPod server : CoderPod.servers(facts)) {
      inspection.look("Coder server");
      switchedOn(inspection, server);
      announced(inspection, server);
    }
    facts.all(Workload.class).gap().ifPresent(inspection::undecided);
    return inspection.judgement("no workload runs a Coder server in what was read");
  }

  private static void switchedOn(Inspection inspection, CoderPod server) {
    Optional<EnvironmentVariable> set = server.variable(ENABLE);
    inspection.require(
        set.map(variable -> Setting.is(variable, true)).orElse(Truth.NO),
        set.map(variable -> "%s is %s in %s".formatted(ENABLE, Setting.shown(variable), server))
            .orElse(
                "%s does not say %s; the default is true, and nobody sees it"
                    .formatted(server, ENABLE)),
        server.workload().source());
  }

  private static void announced(Inspection inspection, CoderPod server) {
    List<EnvironmentVariable> relays = server.container().variables(RELAY);
    if (relays.size() != 1) {
      inspection.violation(
          "%s is there %d times in %s: %s"
              .formatted(
                  RELAY,
                  relays.size(),
                  server,
                  relays.isEmpty()
                      ? "no other replica can reach it"
                      : relays.stream().map(Setting::shown).toList()),
          server.workload().source());
      return;
    }
    inspection.require(
        ownAddress(server.container(), relays.get(0)),
        "%s is %s in %s, which is not the address of each replica at a port that it listens on"
            .formatted(RELAY, Setting.shown(relays.get(0)), server),
        server.workload().source());
  }

  private static Truth ownAddress(Container container, EnvironmentVariable relay) {
    if (!(relay.from() instanceof Literal literal)) {
      return Truth.open("what %s is: %s".formatted(RELAY, Setting.shown(relay)));
    }
    Matcher url = OWN_ADDRESS.matcher(literal.text());
    return Truth.of(
        url.matches()
            && isPodAddress(container, relay, url.group(1))
            && container.ports().stream()
                .anyMatch(port -> port.number() == Integer.parseInt(url.group(2))));
  }

  private static boolean isPodAddress(
      Container container, EnvironmentVariable before, String name) {
    List<EnvironmentVariable> all = container.environment();
    return all.subList(0, all.indexOf(before)).stream()
        .filter(variable -> variable.name().equals(name))
        .reduce((first, last) -> last)
        .filter(variable -> variable.from().equals(new PodField("status.podIP")))
        .isPresent();
  }
}
