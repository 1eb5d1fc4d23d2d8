package dev.atoll.practice.dns;

import static dev.atoll.practice.Citation.page;

import dev.atoll.analysis.dns.Destinations;
import dev.atoll.analysis.dns.Destinations.Destination;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Truth;
import dev.atoll.facts.Value;
import dev.atoll.facts.coder.ProxyServer;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.HealthCheck;
import dev.atoll.facts.loadbalancer.LoadBalancerLookup;
import dev.atoll.facts.model.ServedName;
import dev.atoll.facts.model.ServedName.Owner;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Harm;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Motif;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * DNS-12. What answers behind a load balancer is known by the names that lead there: one that a
 * proxy's or LiteLLM's own name leads to is theirs.
 */
public final class RecordsLeadToServers implements Practice {

  private static final About ABOUT =
      About.practice(
              "DNS-12",
              "Latency records lead to Coder servers, and each health check to the same NLB")
          .subject(Subject.CODER)
          .harm(Harm.STOPS_USERS)
          .from(
              DnsPractices.CHOOSING_RECORDS,
              page(
                  "Coder, Workspace Proxies",
                  "https://coder.com/docs/admin/networking/workspace-proxies"),
              page(
                  "AWS Load Balancer Controller, resource tags",
                  "https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/#resource-tags"))
          .because(
              "A workspace proxy serves no dashboard and no API: an apex record that leads to it"
                  + " breaks the login for everybody near that region. A check that looks at"
                  + " another load balancer keeps the record up when its own is down.")
          .fix(
              "Take the record's alias and the check's name from the same load balancer, the one of"
                  + " the region's Coder server; look it up by the tags of cluster and Service,"
                  + " both.")
          .wants(EvidenceKind.APPLIED);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    Zones zones = new Zones(facts);
    Destinations destinations = Destinations.of(facts);
    Map<Ref, ServedName> others = owners(facts, zones, destinations);
    for (DnsRecord record : facts.all(DnsRecord.class).facts()) {
      Optional<Region> region = Zones.region(record);
      if (region.isPresent() && record.leadsToAddress().isYes()) {
        inspection.look("latency record");
        destinations
            .of(record)
            .fold(
                lead ->
                    judge(
                        inspection, facts, zones, destinations, others, record, region.get(), lead),
                inspection::undecided);
      }
    }
    facts.all(LoadBalancerLookup.class).stream().forEach(lookup -> judge(inspection, lookup));
    return inspection.judgement("no name is answered by latency");
  }

  /** The load balancers of whom is no Coder server. */
  private static Map<Ref, ServedName> owners(Facts facts, Zones zones, Destinations destinations) {
    Map<Ref, ServedName> others = new LinkedHashMap<>();
    Facts topology = facts.intended().orElse(facts);
    List<ServedName> all = topology.all(ServedName.class).facts();
    Set<String> ours =
        all.stream()
            .filter(served -> served.owner() == Owner.CODER)
            .map(ServedName::name)
            .collect(Collectors.toSet());
    for (ServedName served : all) {
      // A name that the servers claim as well, which PRX-7 refuses, tells nothing.
      if (!ours.contains(served.name())) {
        for (DnsRecord record : zones.named(served.name())) {
          destinations
              .of(record)
              .asOptional()
              .ifPresent(lead -> others.putIfAbsent(lead.ref(), served));
        }
      }
    }
    return others;
  }

  private static Inspection judge(
      Inspection inspection,
      Facts facts,
      Zones zones,
      Destinations destinations,
      Map<Ref, ServedName> others,
      DnsRecord record,
      Region region,
      Destination lead) {
    String which = "%s in %s".formatted(record.name().show(), region);
    inspection.require(
        lead.region().is(region::equals), "%s leads to %s".formatted(which, lead), record.source());
    Optional.ofNullable(others.get(lead.ref()))
        .ifPresent(
            served ->
                inspection.violation(
                    "%s leads to %s, where %s answers for %s"
                        .formatted(which, lead, served.owner(), served.name()),
                    record.source()));
    proxyBehind(facts, lead)
        .ifPresent(
            proxy ->
                inspection.violation(
                    Finding.of(
                            ABOUT,
                            "%s leads to %s, the Service of the workspace proxy %s"
                                .formatted(which, lead, proxy.ref()),
                            record.source(),
                            proxy.source())
                        .tells(Motif.LEADS_TO_PROXY)));
    record
        .healthCheck()
        .asOptional()
        .flatMap(check -> check)
        .flatMap(check -> facts.find(HealthCheck.class, check))
        .ifPresent(
            check ->
                asked(check, zones, destinations)
                    .fold(
                        asks ->
                            inspection.require(
                                Truth.of(asks.ref().equals(lead.ref())),
                                "%s leads to %s, its health check asks %s"
                                    .formatted(which, lead, asks),
                                record.source(),
                                check.source()),
                        inspection::undecided));
    return inspection;
  }

  /** The proxy whose Service has that load balancer: it is alone in its namespace there. */
  private static Optional<ProxyServer> proxyBehind(Facts facts, Destination lead) {
    Optional<String> service =
        facts
            .find(LoadBalancerLookup.class, lead.ref())
            .flatMap(lookup -> lookup.tags().asOptional())
            .map(tags -> tags.getOrDefault(LoadBalancerLookup.SERVICE_TAG, ""));
    return facts.all(ProxyServer.class).stream()
        .filter(
            proxy ->
                proxy
                    .region()
                    .flatMap(here -> lead.region().map(here::equals))
                    .is(same -> same)
                    .isYes())
        .filter(
            proxy ->
                proxy
                    .namespace()
                    .is(namespace -> service.filter(s -> s.startsWith(namespace + "/")).isPresent())
                    .isYes())
        .findFirst();
  }

  /** The load balancer that a health check reaches. */
  private static Value<Destination> asked(
      HealthCheck check, Zones zones, Destinations destinations) {
    return check
        .name()
        .flatMap(
            name ->
                name.map(asked -> reached(asked, zones, destinations))
                    .orElse(Value.unknown("which load balancer has the address that is asked")));
  }

  private static Value<Destination> reached(String asked, Zones zones, Destinations destinations) {
    Value<Destination> own = destinations.named(asked);
    if (own.asOptional().isPresent()) {
      return own;
    }
    Set<DnsRecord> answering = Set.copyOf(zones.answering(asked));
    return answering.size() == 1
        ? destinations.of(answering.iterator().next())
        : Value.unknown(
            "which load balancer %s reaches: %d records answer".formatted(asked, answering.size()));
  }

  /** Only the controller's tags can be told to be enough: cluster and Service, or Ingress. */
  private static void judge(Inspection inspection, LoadBalancerLookup lookup) {
    Set<String> tags = lookup.tags().asOptional().map(Map::keySet).orElse(Set.of());
    if (tags.stream().noneMatch(tag -> tag.contains("k8s.aws/"))) {
      return;
    }
    if (!tags.contains(LoadBalancerLookup.CLUSTER_TAG)) {
      inspection.violation(ambiguous(lookup, LoadBalancerLookup.CLUSTER_TAG));
    }
    if (!tags.contains(LoadBalancerLookup.SERVICE_TAG)
        && !tags.contains(LoadBalancerLookup.INGRESS_TAG)) {
      inspection.violation(ambiguous(lookup, LoadBalancerLookup.SERVICE_TAG));
    }
  }

  private static Finding ambiguous(LoadBalancerLookup lookup, String tag) {
    return Finding.of(
            ABOUT,
            "%s is looked up without the tag %s: several load balancers may match"
                .formatted(lookup.ref(), tag),
            lookup.source())
        .as(Severity.WARNING)
        .because(
            "Nothing, as long as one load balancer of the region has the other tags. From the"
                + " second one on, such as that of a new cluster beside the old one, every plan of"
                + " this root fails in the middle of the move.");
  }
}
