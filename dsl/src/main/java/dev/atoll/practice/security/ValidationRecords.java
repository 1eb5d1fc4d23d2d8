package dev.atoll.practice.security;

import dev.atoll.analysis.names.DomainName;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Source;
import dev.atoll.facts.configuration.Expression;
import dev.atoll.facts.tls.Certificate;
import dev.atoll.practice.Inspection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Validation records whose names ACM has not said yet. They are the same for every certificate of a
 * domain in an account, whatever its Region; so two roots that validate the same domain make one
 * record twice.
 */
final class ValidationRecords {

  private ValidationRecords() {}

  static void judge(Inspection inspection, Facts facts) {
    // What makes records of domain_validation_options, by the root or module it stands in.
    Map<String, Source> makers = new TreeMap<>();
    for (Expression written : facts.all(Expression.class).facts()) {
      if (written.ref().key().contains("aws_route53_record.")
          && written.text().contains("domain_validation_options")) {
        makers.putIfAbsent(folder(written.ref().key()), written.source());
      }
    }
    if (makers.size() < 2) {
      return;
    }
    Map<String, Set<String>> byDomain = new TreeMap<>();
    for (Certificate certificate : facts.all(Certificate.class).facts()) {
      for (String name : certificate.names().asOptional().orElse(Set.of())) {
        makers.keySet().stream()
            .filter(maker -> certificate.source().place().contains(maker))
            .forEach(
                maker -> byDomain.computeIfAbsent(plain(name), key -> new TreeSet<>()).add(maker));
      }
    }
    byDomain.forEach(
        (domain, roots) -> {
          if (roots.size() > 1) {
            inspection.violation(
                "%d roots make the validation record of %s: the first one that is destroyed takes it"
                        .formatted(roots.size(), domain)
                    + " from the other, whose certificate is then not renewed",
                roots.stream().map(makers::get).distinct().toArray(Source[]::new));
          }
        });
  }

  private static String plain(String name) {
    return new DomainName(name.startsWith("*.") ? name.substring(2) : name).text();
  }

  /** The part of an address that says in which folder it is written; empty where there is one. */
  private static String folder(String address) {
    int colon = address.lastIndexOf(':');
    return colon < 0 ? "" : address.substring(0, colon);
  }
}
