package dev.atoll.conformance.report;

import dev.atoll.practice.About;
import dev.atoll.practice.Awaited;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Harm;
import dev.atoll.practice.Kind;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The documented behaviours as a table, big enough to see what a whole report looks like. */
final class Rows {

  private Rows() {}

  static List<Practice> all() {
    try (InputStream rows = Rows.class.getResourceAsStream("rows.txt")) {
      return new String(rows.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Rows::row)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Practice row(String line) {
    String[] cell = line.split(" \\| ", 6);
    EvidenceKind[] wanted =
        Arrays.stream(cell[3].split(" ", -1))
            .map(kind -> EvidenceKind.valueOf(upper(kind)))
            .toArray(EvidenceKind[]::new);
    return new Awaited(
        new About(
                cell[0],
                cell[5],
                Kind.valueOf(upper(cell[1])),
                Severity.valueOf(upper(cell[2])),
                List.of(citation(cell[4])),
                Optional.empty(),
                why(cell[0]),
                "Do what the cited section says, then run the conformance suite again.",
                Set.of(),
                new About.Concern(Subject.ANYBODY, Harm.WAITS))
            .wants(wanted));
  }

  private static Citation citation(String where) {
    if (where.startsWith("P ")) {
      return Citation.progress(where.substring(2));
    }
    return where.startsWith("B ")
        ? Citation.bestPractices(where.substring(2))
        : Citation.page("Beyond the documents", "https://docs.aws.amazon.com/");
  }

  private static String why(String id) {
    return switch (id) {
      case "NET-4" ->
          "The replicas of the two regions talk to each other on this port. Closed, they see each"
              + " other and time out; open to the world, anybody may talk to them.";
      case "DNS-5" ->
          "A health check on the shared apex asks whichever region is nearest to the checker, so a"
              + " dead region may stay in the rotation and a healthy one may leave it.";
      default -> "What the documents promise does not hold in production.";
    };
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
