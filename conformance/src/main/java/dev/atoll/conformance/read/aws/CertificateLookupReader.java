package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.tls.CertificateLookup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Certificates that are looked up. */
final class CertificateLookupReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("data.aws_acm_certificate");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(CertificateLookup.class);
  }

  @Override
  public List<CertificateLookup> read(Attributes lookup) {
    // Whoever names no status is given those that are issued.
    Value<Set<String>> statuses = Value.known(lookup.has("statuses") ? Set.of() : Set.of("ISSUED"));
    for (Value<String> status : lookup.texts("statuses")) {
      statuses = statuses.flatMap(some -> status.map(one -> with(some, one)));
    }
    return List.of(
        new CertificateLookup(
            lookup.source(),
            lookup.ref(),
            lookup.region(),
            lookup.text("domain"),
            statuses,
            lookup.flag("most_recent", false),
            after(lookup)));
  }

  /** The certificates for whose validation it waits. */
  private static Set<Ref> after(Attributes lookup) {
    Set<Ref> certificates = new HashSet<>();
    for (Value<String> dependency : lookup.texts("depends_on")) {
      dependency
          .asOptional()
          .flatMap(address -> lookup.things().at(new Ref(address)))
          .filter(one -> one.type().equals("aws_acm_certificate_validation"))
          .flatMap(one -> one.ref("certificate_arn").asOptional())
          .ifPresent(certificates::add);
    }
    return certificates;
  }

  private static Set<String> with(Set<String> some, String more) {
    Set<String> all = new HashSet<>(some);
    all.add(more);
    return all;
  }
}
