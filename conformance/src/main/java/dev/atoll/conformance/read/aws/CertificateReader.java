package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Value;
import dev.atoll.facts.tls.Certificate;
import dev.atoll.facts.tls.Certificate.Status;
import dev.atoll.facts.tls.Certificate.Validation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Certificates of ACM. One that somebody waits for is issued once that is applied. */
final class CertificateReader implements ResourceReader {

  private static final String WAITS = "aws_acm_certificate_validation";

  @Override
  public Set<String> types() {
    return Set.of("aws_acm_certificate");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(Certificate.class);
  }

  @Override
  public List<Certificate> read(Attributes certificate) {
    return List.of(
        new Certificate(
            certificate.source(),
            certificate.ref(),
            certificate.region(),
            names(certificate),
            status(certificate),
            validation(certificate),
            validatedBy(certificate)));
  }

  private static Value<Set<String>> names(Attributes certificate) {
    Value<Set<String>> all =
        certificate.text("domain_name").map(name -> Set.of(name.toLowerCase(Locale.ROOT)));
    for (Value<String> more : certificate.texts("subject_alternative_names")) {
      all = all.flatMap(names -> more.map(name -> with(names, name.toLowerCase(Locale.ROOT))));
    }
    return all;
  }

  private static Value<Status> status(Attributes certificate) {
    if (needsNobody(certificate)
        || !certificate.things().pointing(WAITS, "certificate_arn", certificate.ref()).isEmpty()) {
      return Value.known(Status.ISSUED);
    }
    Optional<String> unplaced = certificate.things().unplaced(WAITS, "certificate_arn");
    if (unplaced.isPresent()) {
      return Value.unknown(unplaced.get());
    }
    return certificate
        .text("status", "PENDING_VALIDATION")
        .map(
            status ->
                switch (status) {
                  case "ISSUED" -> Status.ISSUED;
                  case "PENDING_VALIDATION" -> Status.PENDING_VALIDATION;
                  default -> Status.DEAD;
                });
  }

  /** It comes from outside, or a private authority issues it as soon as it is asked. */
  private static boolean needsNobody(Attributes certificate) {
    return certificate.has("certificate_body") || certificate.has("certificate_authority_arn");
  }

  private static Value<Validation> validation(Attributes certificate) {
    if (certificate.has("certificate_authority_arn")) {
      return Value.known(Validation.PRIVATE);
    }
    if (certificate.has("certificate_body")) {
      return Value.known(Validation.IMPORTED);
    }
    return certificate
        .text("validation_method")
        .map(method -> method.equals("EMAIL") ? Validation.EMAIL : Validation.DNS);
  }

  private static Value<Set<String>> validatedBy(Attributes certificate) {
    if (!certificate.has("domain_validation_options")) {
      return Value.unknown("ACM chooses it");
    }
    return certificate
        .blocks("domain_validation_options")
        .flatMap(
            options -> {
              Value<Set<String>> all = Value.known(Set.of());
              for (Attributes option : options) {
                Value<String> name = option.text("resource_record_name");
                all = all.flatMap(names -> name.map(one -> with(names, RecordReader.plain(one))));
              }
              return all;
            });
  }

  private static Set<String> with(Set<String> some, String more) {
    Set<String> all = new TreeSet<>(some);
    all.add(more);
    return Set.copyOf(all);
  }
}
