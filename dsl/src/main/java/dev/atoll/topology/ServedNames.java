package dev.atoll.topology;

import static dev.atoll.topology.DesignFacts.ref;

import dev.atoll.facts.Source;
import dev.atoll.facts.model.ServedName;
import dev.atoll.facts.model.ServedName.Owner;
import dev.atoll.facts.model.ServedName.Purpose;
import dev.atoll.facts.model.ServedName.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Every name that a design serves, Region by Region, each with its owner. Where a proxy is deployed
 * the regional name is the proxy's, and the Region's servers are reached as {@code replica.REGION};
 * a name that somebody claims besides is listed twice, which PRX-7 refuses.
 */
final class ServedNames {

  private final Design design;
  private final List<ServedName> names = new ArrayList<>();

  private ServedNames(Design design) {
    this.design = design;
  }

  /** The names. */
  static List<ServedName> of(Design design) {
    ServedNames served = new ServedNames(design);
    design.regions().forEach(served::add);
    return List.copyOf(served.names);
  }

  private void add(CoderRegion region) {
    String domain = design.domain().name();
    add(region, design.dns().at(), domain, Owner.CODER, Purpose.APEX);
    add(region, design.dns().at(), "*." + domain, Owner.CODER, Purpose.WILDCARD);
    regionalLabel(region)
        .map(label -> label + "." + domain)
        .ifPresent(name -> addBoth(region, region.at(), name, "*." + name, Owner.CODER));
    region
        .workspaceProxy()
        .filter(proxy -> proxy.isDeployed() || region.regionalName().isPresent())
        .ifPresent(
            proxy ->
                addBoth(region, proxy.at(), proxy.host(), proxy.wildcard(), Owner.WORKSPACE_PROXY));
    add(
        region,
        design.dns().at(),
        "replica." + region.region() + "." + domain,
        Owner.CODER,
        Purpose.REPLICA);
    region
        .liteLlm()
        .flatMap(LiteLlmDesign::publicLabel)
        .ifPresent(
            label ->
                add(region, region.at(), label + "." + domain, Owner.LITELLM, Purpose.LITELLM));
  }

  /** The label that the Region's servers have: what was said, or the Region's if nobody else's. */
  private Optional<String> regionalLabel(CoderRegion region) {
    String label = region.region().name();
    String byDefault = label + "." + design.domain().name();
    boolean taken =
        region
            .workspaceProxy()
            .filter(WorkspaceProxy::isDeployed)
            .filter(proxy -> proxy.host().equals(byDefault))
            .isPresent();
    return region
        .regionalName()
        .or(() -> Optional.of(label).filter(any -> design.dns().regionalSubdomains() && !taken));
  }

  private void addBoth(CoderRegion region, Source at, String name, String wildcard, Owner owner) {
    add(region, at, name, owner, Purpose.REGIONAL);
    add(region, at, wildcard, owner, Purpose.REGIONAL_WILDCARD);
  }

  private void add(CoderRegion region, Source at, String name, Owner owner, Purpose purpose) {
    String key =
        "%s_%s_%s"
            .formatted(
                region.region().identifier(),
                purpose.name().toLowerCase(Locale.ROOT),
                owner.name().toLowerCase(Locale.ROOT));
    boolean regional = purpose == Purpose.REGIONAL || purpose == Purpose.REGIONAL_WILDCARD;
    Set<Use> promised =
        regional ? design.dns().promised().getOrDefault(region.region(), Set.of()) : Set.of();
    Use about = purpose == Purpose.REGIONAL ? Use.LOGIN : Use.APPS;
    names.add(
        new ServedName(
            promised.contains(about) ? design.dns().at() : at,
            ref("served_name", key),
            name,
            region.region(),
            owner,
            purpose,
            promised.contains(about) ? Set.of(about) : Set.of()));
  }
}
