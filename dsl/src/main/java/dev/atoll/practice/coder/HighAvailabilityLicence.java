package dev.atoll.practice.coder;

import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Source;
import dev.atoll.facts.coder.CoderServer;
import dev.atoll.facts.coder.Licence;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Harm;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * CDR-8. Counts the servers of all Regions, which share one database (AUR-4). What a licence says
 * stands in no Terraform file; the topology's word is taken there too.
 */
public final class HighAvailabilityLicence implements Practice {

  private static final String SENTENCE =
      "You have multiple replicas but high availability is an Enterprise feature. You will be"
          + " unable to connect to workspaces.";

  private static final About ABOUT =
      About.practice(
              "CDR-8", "More than one replica on a database has a licence with high availability")
          .subject(Subject.CODER)
          .harm(Harm.STOPS_USERS)
          .from(
              progress("Coder Replicas vs Workspace Proxies"),
              page(
                  "Coder, high availability",
                  "https://coder.com/docs/admin/networking/high-availability"),
              page(
                  "Coder 2.27.1, entitlements",
                  "https://github.com/coder/coder/blob/v2.27.1/enterprise/coderd/license/license.go"))
          .corrects(
              "Replicas are available in all Coder editions.",
              "High availability needs a licence. The server counts all replicas on its database,"
                  + " so one in Ohio and one in Oregon are two. Without the entitlement it reports:"
                  + " \""
                  + SENTENCE
                  + "\"")
          .because(
              "The second replica starts and looks healthy, but users cannot connect to their"
                  + " workspaces when they and the agent are on different replicas: an outage for"
                  + " some, at random.")
          .fix(
              "Declare the licence, or declare it as pending with its reason, or run one replica in"
                  + " all regions together.")
          .wants(EvidenceKind.MODEL, EvidenceKind.PLAN);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    List<CoderServer> servers = facts.all(CoderServer.class).facts();
    servers.forEach(server -> inspection.look("Coder server"));
    List<CoderServer> together =
        servers.stream().filter(HighAvailabilityLicence::isWithOthers).toList();
    int sum = sum(together);
    if (sum > 1) {
      judge(inspection, together, sum, licence(facts));
      return inspection.judgement("");
    }
    if (sum(servers) > 1) {
      inspection.undecided("whether these share one database: " + regions(servers));
    }
    servers.forEach(
        server -> server.replicas().fold(replicas -> inspection, inspection::undecided));
    facts.all(CoderServer.class).gap().ifPresent(inspection::undecided);
    return inspection.judgement("no Coder server is described in what was read");
  }

  /** Where it is not known where servers are, each may well be another deployment of its own. */
  private static boolean isWithOthers(CoderServer server) {
    return server.region().asOptional().isPresent() || atLeast(server) > 1;
  }

  private static int sum(List<CoderServer> servers) {
    return servers.stream().mapToInt(HighAvailabilityLicence::atLeast).sum();
  }

  /** A release whose number is not known has one server at least. */
  private static int atLeast(CoderServer server) {
    return server.replicas().fold(replicas -> replicas, why -> 1);
  }

  private static void judge(
      Inspection inspection, List<CoderServer> servers, int sum, Optional<Licence> licence) {
    Source[] where = servers.stream().map(CoderServer::source).distinct().toArray(Source[]::new);
    String what =
        "%d replicas share one database (%s); without a licence the server says \"%s\""
            .formatted(sum, regions(servers), SENTENCE);
    if (licence.isEmpty()) {
      inspection.violation(what + " No licence is declared.", where);
    } else if (licence.get().state() == Licence.State.PENDING) {
      String reason = licence.get().reason().orElse("no reason is given");
      inspection.warning(what + " The licence is pending: " + reason, licence.get().source());
    }
  }

  private static Optional<Licence> licence(Facts facts) {
    return facts.all(Licence.class).stream()
        .findFirst()
        .or(
            () ->
                facts.intended().flatMap(wanted -> wanted.all(Licence.class).stream().findFirst()));
  }

  private static String regions(List<CoderServer> servers) {
    return servers.stream()
        .map(server -> server.replicas().show() + " in " + server.region().show())
        .collect(Collectors.joining(", "));
  }
}
