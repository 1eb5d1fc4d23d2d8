package dev.atoll.facts.helm;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Helm release that Terraform makes ({@code helm_release}). What it puts into the cluster is only
 * known by rendering its chart.
 *
 * @param region the Region of its cluster
 * @param release its name in the cluster
 * @param namespace its namespace
 * @param chart the chart's name, or the path to one of the root's own
 * @param version the version; empty when none is set
 * @param settings its switches
 * @param timeout how long Helm waits
 * @param values the values it passes, as YAML or JSON text, merged in order by Helm
 * @param after the releases that Terraform makes before it, through whatever lies between
 * @see <a
 *     href="https://registry.terraform.io/providers/hashicorp/helm/latest/docs/resources/release">helm_release</a>
 */
public record HelmRelease(
    Source source,
    Ref ref,
    Value<Region> region,
    Value<String> release,
    Value<String> namespace,
    Value<String> chart,
    Value<Optional<String>> version,
    Settings settings,
    Value<Duration> timeout,
    Value<List<String>> values,
    Set<Ref> after)
    implements Fact {

  /** A chart that is an archive has its version in its name: {@code coder_helm_2.27.1.tgz}. */
  private static final Pattern ARCHIVE =
      Pattern.compile(".*[-_]v?(\\d+\\.\\d+\\.\\d+(?:[-+][0-9A-Za-z.-]+)?)\\.tgz(?:\\?[^/]*)?");

  public HelmRelease {
    after = Set.copyOf(after);
  }

  /** The version of its chart: the one that is set, or that of the archive; empty for neither. */
  public Value<Optional<String>> chartVersion() {
    return version.flatMap(
        set ->
            set.isPresent()
                ? version
                : chart.map(
                    name -> {
                      Matcher archive = ARCHIVE.matcher(name);
                      return archive.matches() ? Optional.of(archive.group(1)) : set;
                    }));
  }

  /**
   * The switches of a release; what a root leaves out has the provider's default.
   *
   * @param upgradeInstall whether an existing release of that name is taken over
   * @param createNamespace whether the namespace is made
   * @param waits whether Helm waits until what it made is ready
   * @param waitsForJobs whether it waits for jobs, too
   * @param skipCrds whether CRDs of the chart are left out
   */
  public record Settings(
      Value<Boolean> upgradeInstall,
      Value<Boolean> createNamespace,
      Value<Boolean> waits,
      Value<Boolean> waitsForJobs,
      Value<Boolean> skipCrds) {}
}
