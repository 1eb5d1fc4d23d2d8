package dev.atoll.practice.security;

import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.analysis.dns.Destinations;
import dev.atoll.analysis.names.DomainName;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Seen;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.Routing;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.loadbalancer.LoadBalancerLookup;
import dev.atoll.facts.model.ServedName;
import dev.atoll.facts.tls.Certificate;
import dev.atoll.facts.tls.Certificate.Status;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * SEC-3. Names are those that the topology serves, or where there is none, those of latency
 * records.
 */
public final class CertificatesCoverNames implements Practice {

  private static final About ABOUT =
      About.practice("SEC-3", "Each region has a certificate that covers every name it serves")
          .from(
              progress("Important Notes 5"),
              page(
                  "AWS Certificate Manager, certificate characteristics",
                  "https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html"),
              page(
                  "AWS Certificate Manager, DNS validation",
                  "https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html"))
          .corrects(
              "Ensure that the *.us-west-2.coderdemo.io certificate is issued in us-west-2.",
              "A certificate is needed in each region, for all names served there: *.coderdemo.io"
                  + " covers neither the apex nor *.us-west-2.coderdemo.io. Certificates of both"
                  + " regions, and apex plus wildcard, share one validation CNAME per account, so"
                  + " each record is made once.")
          .because(
              "Users of an uncovered name see a certificate warning that Coder's clients cannot"
                  + " click away: coder login fails with x509. Two resources for one validation"
                  + " record fail, or delete it for each other, and renewal stops a year later.")
          .fix(
              "Request per region one certificate with apex, wildcard and that region's names. Key"
                  + " the validation records by record name, in one root.")
          .wants(EvidenceKind.MODEL, EvidenceKind.APPLIED);

  private static final String CERTIFICATE = "service.beta.kubernetes.io/aws-load-balancer-ssl-cert";

  @Override
  public About about() {
    return ABOUT;
  }

  /**
   * A name that a Region serves.
   *
   * @param behind the Service whose load balancer passes TLS on, so that its pods show a
   *     certificate
   */
  private record Served(
      DomainName name, Region region, Source source, Optional<KubernetesService> behind) {}

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    Seen<Certificate> certificates = facts.all(Certificate.class);
    for (Served served : served(facts)) {
      inspection.look("name");
      inspection.require(
          covered(served, certificates),
          "no issued certificate in %s covers %s".formatted(served.region(), served.name()),
          served.source());
    }
    validatedOnce(inspection, facts);
    ValidationRecords.judge(inspection, facts);
    return inspection.judgement("nothing says which names a Region serves");
  }

  private static List<Served> served(Facts facts) {
    List<Served> all = new ArrayList<>();
    for (ServedName name : facts.intended().orElse(facts).all(ServedName.class).facts()) {
      all.add(
          new Served(new DomainName(name.name()), name.region(), name.source(), Optional.empty()));
    }
    if (!all.isEmpty()) {
      return all;
    }
    Destinations destinations = Destinations.of(facts);
    for (DnsRecord record : facts.all(DnsRecord.class).facts()) {
      if (record.routing().is(Routing.Simple.class::isInstance).isYes()) {
        regional(facts, record, destinations).ifPresent(all::add);
      }
      record
          .routing()
          .asOptional()
          .filter(Routing.Latency.class::isInstance)
          .map(routing -> ((Routing.Latency) routing).region())
          .ifPresent(
              region ->
                  record
                      .name()
                      .asOptional()
                      .ifPresent(
                          name ->
                              all.add(
                                  new Served(
                                      new DomainName(name),
                                      region,
                                      record.source(),
                                      behind(facts, record, destinations)))));
    }
    return all;
  }

  /** A name that leads to the load balancer of one Region is served there. */
  private static Optional<Served> regional(
      Facts facts, DnsRecord record, Destinations destinations) {
    return destinations
        .of(record)
        .flatMap(Destinations.Destination::region)
        .asOptional()
        .flatMap(
            region ->
                record
                    .name()
                    .asOptional()
                    .map(
                        name ->
                            new Served(
                                new DomainName(name),
                                region,
                                record.source(),
                                behind(facts, record, destinations))));
  }

  /** The Service behind a record whose load balancer has no certificate of its own. */
  private static Optional<KubernetesService> behind(
      Facts facts, DnsRecord record, Destinations destinations) {
    return destinations
        .of(record)
        .asOptional()
        .flatMap(lead -> facts.find(LoadBalancerLookup.class, lead.ref()))
        .flatMap(
            lookup ->
                facts.all(KubernetesService.class).stream()
                    .filter(
                        service -> lookup.region().is(service.object().region()::equals).isYes())
                    .filter(service -> isOf(lookup, service))
                    .findFirst())
        .filter(service -> !service.annotations().containsKey(CERTIFICATE));
  }

  private static boolean isOf(LoadBalancerLookup lookup, KubernetesService service) {
    return lookup
        .tags()
        .is(tags -> service.object().inCluster().equals(tags.get(LoadBalancerLookup.SERVICE_TAG)))
        .isYes();
  }

  private static Truth covered(Served served, Seen<Certificate> certificates) {
    return Truth.any(
            certificates.stream(),
            one ->
                one.region()
                    .is(served.region()::equals)
                    .and(one.status().is(Status.ISSUED::equals))
                    .and(
                        one.names()
                            .is(
                                names ->
                                    names.stream()
                                        .map(DomainName::new)
                                        .anyMatch(name -> name.certifies(served.name())))))
        .or(certificates.gap().map(Truth::open).orElse(Truth.NO))
        .or(
            served
                .behind()
                .map(
                    service ->
                        Truth.open(
                            "which certificate the pods behind %s in %s show for %s"
                                .formatted(
                                    service.object().inCluster(), served.region(), served.name())))
                .orElse(Truth.NO));
  }

  /** A validation record that two resources make is deleted by the first one that goes. */
  private static void validatedOnce(Inspection inspection, Facts facts) {
    Map<String, List<DnsRecord>> validations = new TreeMap<>();
    for (DnsRecord record : facts.all(DnsRecord.class).facts()) {
      record
          .name()
          .asOptional()
          .filter(name -> name.startsWith("_") && record.type().is("CNAME"::equals).isYes())
          .ifPresent(
              name -> validations.computeIfAbsent(name, key -> new ArrayList<>()).add(record));
    }
    validations.forEach(
        (name, records) -> {
          if (records.size() > 1) {
            inspection.violation(
                "the validation record %s is made %d times".formatted(name, records.size()),
                records.stream().map(DnsRecord::source).toArray(Source[]::new));
          }
        });
  }
}
