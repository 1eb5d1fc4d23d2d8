package dev.atoll.analysis.dns;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.database.DatabaseCluster;
import dev.atoll.facts.database.RegionLoss;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a failover of DNS does not save: it moves users to servers that answer, and those servers
 * are of no use without their database (AUR-7).
 *
 * @param facts of a deployment; what was decided for a loss, its topology says
 */
public record Unsaved(Facts facts) {

  /** What is not saved whichever Region is lost. */
  public static final List<String> EVER =
      List.of(
          "open connections break; clients have to connect again",
          "/healthz says OK without asking the database, so a database that is lost moves nobody");

  /** The databases that are lost with these Regions, a sentence each without its full stop. */
  public List<String> with(Set<Region> lost) {
    Facts topology = facts.intended().orElse(facts);
    List<RegionLoss> decided = topology.all(RegionLoss.class).facts();
    List<String> all = new ArrayList<>();
    decided.stream()
        .filter(loss -> loss.region().is(lost::contains).isYes())
        .forEach(loss -> all.add(said(loss)));
    Set<Ref> spoken =
        decided.stream()
            .flatMap(loss -> loss.cluster().asOptional().stream())
            .collect(Collectors.toSet());
    facts.all(DatabaseCluster.class).stream()
        .filter(cluster -> decided.isEmpty() && !spoken.contains(cluster.ref()))
        .filter(cluster -> !cluster.secondary().is(Boolean::booleanValue).isYes())
        .filter(cluster -> cluster.region().is(lost::contains).isYes())
        .forEach(
            cluster ->
                all.add(
                    "%s is in %s: whoever needs it stops in every Region; nothing says what was decided for that (AUR-7)"
                        .formatted(cluster.ref(), cluster.region().show())));
    return List.copyOf(all);
  }

  /** The databases of every Region. */
  public List<String> withAny() {
    return with(
        facts.intended().orElse(facts).all(DatabaseCluster.class).stream()
            .flatMap(cluster -> cluster.region().asOptional().stream())
            .collect(Collectors.toSet()));
  }

  private static String said(RegionLoss loss) {
    return "%s is in %s: whoever needs it stops in every Region; decided for that: %s (AUR-7)"
        .formatted(loss.cluster().show(), loss.region().show(), loss.recovery().show());
  }
}
