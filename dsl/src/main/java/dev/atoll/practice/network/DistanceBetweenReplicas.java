package dev.atoll.practice.network;

import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.aws.Geography;
import dev.atoll.facts.Facts;
import dev.atoll.facts.model.InterRegionLatency;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Subject;
import java.time.Duration;
import java.util.Optional;

/** NET-6b. Judges what was measured, and where nothing was, the floor that distance sets. */
public final class DistanceBetweenReplicas implements Practice {

  private static final About ABOUT =
      About.practice(
              "NET-6b", "Coder servers are near each other and within 10 ms of their database")
          .subject(Subject.CODER)
          .severity(Severity.WARNING)
          .from(
              progress("Completed Today, 4. Latency Improvement"),
              page(
                  "Coder, High Availability",
                  "https://coder.com/docs/admin/networking/high-availability"),
              page(
                  "Coder, Validated Architectures, database performance",
                  "https://coder.com/docs/admin/infrastructure/validated-architectures"),
              page(
                  "Coder, Workspace Proxies",
                  "https://coder.com/docs/admin/networking/workspace-proxies"))
          .because(
              "Coder's documentation calls high availability a matter of one region and wants less"
                  + " than 10 ms between a server and its database. A request makes several"
                  + " database round trips one after the other: at 34 ms, ten of them are a third"
                  + " of a second, on every click of the far region's users.")
          .fix(
              "Keep all servers and the writer in one region, and serve distance with workspace"
                  + " proxies, which need no database. Replicas at 34 ms are a choice: say so with"
                  + " both numbers.")
          .wants(EvidenceKind.MODEL);

  @Override
  public About about() {
    return ABOUT;
  }

  /** What Coder's documentation wants between a server and its database. */
  private static final Duration LIMIT = Duration.ofMillis(10);

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (InterRegionLatency path : facts.all(InterRegionLatency.class).facts()) {
      inspection.look("pair of Regions");
      Optional<Duration> floor = Geography.shortestRoundTrip(path.from(), path.to());
      Optional<Duration> time = path.measured().or(() -> floor);
      if (time.isEmpty()) {
        inspection.undecided(
            "the round trip between %s and %s was not measured".formatted(path.from(), path.to()));
      } else if (time.get().compareTo(LIMIT) > 0) {
        inspection.violation(
            "%s and %s are %s apart; Coder wants less than %d ms between a server and its database"
                .formatted(path.from(), path.to(), said(path, time.get()), LIMIT.toMillis()),
            path.source());
      }
    }
    return inspection.judgement("there is one Region, or nothing says how far they are apart");
  }

  private static String said(InterRegionLatency path, Duration time) {
    return path.measured().isPresent()
        ? "%d ms (measured)".formatted(time.toMillis())
        : "at least %d ms (light in glass takes as long)".formatted(time.toMillis());
  }
}
