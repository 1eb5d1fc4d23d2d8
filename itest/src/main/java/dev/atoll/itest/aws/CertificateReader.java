package dev.atoll.itest.aws;

import dev.atoll.analysis.names.DomainName;
import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.tls.Certificate;
import dev.atoll.facts.tls.Certificate.Status;
import dev.atoll.facts.tls.Certificate.Validation;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.CertificateSummary;
import software.amazon.awssdk.services.acm.model.CertificateType;
import software.amazon.awssdk.services.acm.model.DomainValidation;
import software.amazon.awssdk.services.acm.model.KeyAlgorithm;
import software.amazon.awssdk.services.acm.model.ValidationMethod;

/** Reads the certificates of ACM. */
public final class CertificateReader {

  private CertificateReader() {}

  /**
   * Every certificate of these Regions, whatever its status and kind of key.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException when AWS refuses or cannot be
   *     reached
   */
  public static List<Fact> read(AwsAccount account, Collection<Region> regions) {
    return regions.stream().<Fact>flatMap(region -> read(account, region)).toList();
  }

  private static Stream<Certificate> read(AwsAccount account, Region region) {
    AcmClient acm = account.acm(region);
    // Unless asked for them, ACM leaves out certificates with longer keys.
    return acm
        .listCertificatesPaginator(
            request -> request.includes(filter -> filter.keyTypes(KeyAlgorithm.knownValues())))
        .certificateSummaryList()
        .stream()
        .map(CertificateSummary::certificateArn)
        .map(arn -> acm.describeCertificate(request -> request.certificateArn(arn)).certificate())
        .map(detail -> fact(account, region, detail));
  }

  private static Certificate fact(AwsAccount account, Region region, CertificateDetail detail) {
    String arn = detail.certificateArn();
    return new Certificate(
        new Source(account.origin(), "%s (%s)".formatted(arn, region)),
        new Ref(arn),
        Value.known(region),
        Value.known(
            Stream.concat(Stream.of(detail.domainName()), detail.subjectAlternativeNames().stream())
                .map(name -> new DomainName(name).text())
                .collect(Collectors.toUnmodifiableSet())),
        Value.known(status(detail)),
        validation(detail),
        Value.known(validatedBy(detail)));
  }

  private static Status status(CertificateDetail detail) {
    return switch (detail.status()) {
      case ISSUED -> Status.ISSUED;
      case PENDING_VALIDATION -> Status.PENDING_VALIDATION;
      default -> Status.DEAD;
    };
  }

  private static Value<Validation> validation(CertificateDetail detail) {
    if (detail.type() == CertificateType.IMPORTED) {
      return Value.known(Validation.IMPORTED);
    }
    return detail.domainValidationOptions().stream()
        .map(DomainValidation::validationMethod)
        .filter(method -> method == ValidationMethod.DNS || method == ValidationMethod.EMAIL)
        .map(method -> method == ValidationMethod.DNS ? Validation.DNS : Validation.EMAIL)
        .findFirst()
        .map(Value::known)
        .orElseGet(() -> Value.unknown("ACM does not say how it was validated"));
  }

  private static Set<String> validatedBy(CertificateDetail detail) {
    return detail.domainValidationOptions().stream()
        .filter(option -> option.resourceRecord() != null)
        .map(option -> new DomainName(option.resourceRecord().name()).text())
        .collect(Collectors.toUnmodifiableSet());
  }
}
