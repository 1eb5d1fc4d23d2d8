package dev.atoll.conformance.read.helm;

import dev.atoll.aws.Region;
import dev.atoll.conformance.read.aws.ResourceReader;
import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.helm.HelmRelease;
import dev.atoll.facts.helm.HelmRelease.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Helm releases: {@code helm_release}, and the {@code terraform_data} by which Atoll runs the
 * command helm with the same arguments.
 *
 * @see <a
 *     href="https://registry.terraform.io/providers/hashicorp/helm/latest/docs/resources/release">helm_release</a>
 */
public final class HelmReleaseReader implements ResourceReader {

  private static final String RELEASE = "helm_release";
  private static final String BY_COMMAND = "terraform_data";
  private static final String ARGUMENTS = "triggers_replace";

  /** What Helm waits for when nobody says how long. */
  private static final Duration USUAL = Duration.ofMinutes(5);

  @Override
  public Set<String> types() {
    return Set.of(RELEASE, BY_COMMAND);
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(HelmRelease.class);
  }

  @Override
  public List<HelmRelease> read(Attributes resource) {
    return arguments(resource)
        .map(arguments -> List.of(release(resource, arguments)))
        .orElse(List.of());
  }

  /** The arguments of a release; empty for a resource that is none. */
  private static Optional<Attributes> arguments(Attributes resource) {
    return resource.type().equals(RELEASE)
        ? Optional.of(resource)
        : resource.blocks(ARGUMENTS).asOptional().stream()
            .flatMap(List::stream)
            .filter(one -> one.has("chart") && one.has("upgrade_install"))
            .findFirst();
  }

  private static HelmRelease release(Attributes resource, Attributes arguments) {
    return new HelmRelease(
        resource.source(),
        resource.ref(),
        resource.type().equals(RELEASE)
            ? resource.region()
            : arguments.text("region").map(Region::new),
        arguments.text("name"),
        arguments.text("namespace", "default"),
        arguments.text("chart"),
        arguments.has("version")
            ? arguments.text("version").map(Optional::of)
            : Value.known(Optional.empty()),
        new Settings(
            arguments.flag("upgrade_install", false),
            namespaceMade(resource, arguments),
            arguments.flag("wait", true),
            arguments.flag("wait_for_jobs", false),
            arguments.flag("skip_crds", false)),
        arguments.has("timeout")
            ? arguments.number("timeout").map(Duration::ofSeconds)
            : Value.known(USUAL),
        ReleaseValues.of(arguments),
        before(resource));
  }

  /** The release makes its namespace, or comes after a resource that does. */
  private static Value<Boolean> namespaceMade(Attributes resource, Attributes arguments) {
    boolean before =
        resource.things().before(resource.ref()).stream()
            .anyMatch(one -> one.type().matches("kubernetes_namespace(_v1)?"));
    return before ? Value.known(true) : arguments.flag("create_namespace", false);
  }

  private static Set<Ref> before(Attributes resource) {
    return resource.things().before(resource.ref()).stream()
        .filter(one -> arguments(one).isPresent())
        .map(Attributes::ref)
        .collect(Collectors.toSet());
  }
}
