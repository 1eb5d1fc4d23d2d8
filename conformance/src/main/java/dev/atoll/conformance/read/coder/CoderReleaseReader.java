package dev.atoll.conformance.read.coder;

import dev.atoll.conformance.read.aws.ResourceReader;
import dev.atoll.conformance.read.helm.HelmReleaseReader;
import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.coder.CoderPackage;
import dev.atoll.facts.coder.CoderServer;
import dev.atoll.facts.coder.ProxyServer;
import dev.atoll.facts.helm.HelmRelease;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Releases of Coder's chart: servers, or the servers of a workspace proxy. */
public final class CoderReleaseReader implements ResourceReader {

  private final HelmReleaseReader releases = new HelmReleaseReader();

  @Override
  public Set<String> types() {
    return releases.types();
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(CoderServer.class, CoderPackage.class, ProxyServer.class);
  }

  @Override
  public List<Fact> read(Attributes resource) {
    return releases.read(resource).stream()
        .filter(release -> release.chart().is(CoderChart::isCoder).isYes())
        .flatMap(release -> facts(resource, release).stream())
        .toList();
  }

  private static List<Fact> facts(Attributes resource, HelmRelease release) {
    Value<CoderValues> values = CoderValues.of(release);
    CoderPackage.Of of =
        values.flatMap(CoderValues::isProxy).is(proxy -> proxy).isYes()
            ? CoderPackage.Of.PROXY
            : CoderPackage.Of.SERVER;
    Value<String> chart = release.chartVersion().map(version -> version.orElse(""));
    Value<String> tag =
        values
            .flatMap(CoderValues::tag)
            .flatMap(own -> own.isEmpty() ? chart.map(version -> "v" + version) : Value.known(own));
    CoderPackage installed = new CoderPackage(release.source(), release.ref(), of, chart, tag);
    return of == CoderPackage.Of.PROXY
        ? List.of(installed, proxy(resource, release, values, chart, tag))
        : List.of(
            installed,
            new CoderServer(
                release.source(),
                release.ref(),
                release.region(),
                tag,
                values.flatMap(CoderValues::replicas)));
  }

  private static ProxyServer proxy(
      Attributes resource,
      HelmRelease release,
      Value<CoderValues> values,
      Value<String> chart,
      Value<String> tag) {
    Set<Ref> after =
        resource.things().before(resource.ref()).stream()
            .map(Attributes::ref)
            .collect(Collectors.toSet());
    return new ProxyServer(
        release.source(),
        release.ref(),
        release.region(),
        release.namespace(),
        values.flatMap(all -> all.variable("CODER_ACCESS_URL")),
        values.flatMap(all -> all.variable("CODER_WILDCARD_ACCESS_URL")),
        values.flatMap(all -> all.variable("CODER_PRIMARY_ACCESS_URL")),
        chart,
        values
            .flatMap(CoderValues::repository)
            .flatMap(repository -> tag.map(of -> repository + ":" + of)),
        values.map(all -> all.secretOf("CODER_PROXY_SESSION_TOKEN")),
        ProxyEntryReader.awaits(resource),
        after);
  }
}
