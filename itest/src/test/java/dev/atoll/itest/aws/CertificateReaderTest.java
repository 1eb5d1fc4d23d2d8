package dev.atoll.itest.aws;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atoll.aws.Region;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.itest.localstack.LocalStack;
import dev.atoll.itest.localstack.LocalStackExtension;
import dev.atoll.practice.Verdict;
import dev.atoll.topology.RegionCertificate;
import dev.atoll.topology.Topology;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.acm.model.CertificateStatus;
import software.amazon.awssdk.services.acm.model.ValidationMethod;

/** A certificate in each Region, and what fails when one thing about them is broken. */
@ExtendWith(LocalStackExtension.class)
class CertificateReaderTest {

  private static final Topology TOPOLOGY =
      Topology.named("twins")
          .domain("twins.example.com")
          .coder(coder -> coder.licensed())
          .region(US_EAST_2, ohio -> ohio.primary().vpc("10.0.0.0/16"))
          .region(US_WEST_2, oregon -> oregon.replica().vpc("10.1.0.0/16"))
          .peering(US_EAST_2, US_WEST_2)
          .dns(dns -> dns.latencyRouting().regionalSubdomains())
          .build();

  private static final List<Region> REGIONS = List.of(US_EAST_2, US_WEST_2);

  private final Map<Region, String> arns = new HashMap<>();
  private AwsClients account;
  private Catalogued read;

  @BeforeEach
  void aCertificateInEachRegion(LocalStack emulator) {
    account = AwsClients.of(emulator.newWorld());
    // The records that lead to these names are the topology's: this reader sees none.
    read =
        new Catalogued(
            () -> CertificateReader.read(account, REGIONS),
            facts ->
                facts
                    .and(TOPOLOGY.facts().all(DnsRecord.class).facts())
                    .intending(TOPOLOGY.facts()));
    RegionCertificate.of(TOPOLOGY).forEach(one -> request(one.region(), one.names()));
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void asItShouldBe() {
    assertThat(List.of("SEC-1", "SEC-3", "DNS-4", "DNS-11"))
        .allSatisfy(id -> assertThat(read.verdict(id)).as(id).isEqualTo(Verdict.PASS));
  }

  @Test
  void oneWithoutTheApex() {
    assertThat(read.failAfter(() -> instead(US_WEST_2, without("twins.example.com"))))
        .containsExactly("DNS-11", "SEC-3");
  }

  /** The wildcard one label above has it. */
  @Test
  void oneWithoutTheRegionalNameCoversItAllTheSame() {
    assertThat(read.failAfter(() -> instead(US_WEST_2, without("us-west-2.twins.example.com"))))
        .isEmpty();
  }

  @Test
  void oneWithoutTheRegionalWildcard() {
    assertThat(read.failAfter(() -> instead(US_WEST_2, without("*.us-west-2.twins.example.com"))))
        .containsExactly("DNS-11", "DNS-4", "SEC-3");
  }

  @Test
  void noneInARegion() {
    assertThat(read.failAfter(() -> delete(US_WEST_2))).containsExactly("DNS-11", "DNS-4", "SEC-3");
  }

  @Test
  void oneThatNobodyHasValidated() {
    assertThat(
            read.failAfter(
                () ->
                    account
                        .acm(US_WEST_2)
                        .requestCertificate(
                            r ->
                                r.domainName("more.twins.example.com")
                                    .validationMethod(ValidationMethod.EMAIL))))
        .containsExactly("SEC-1");
  }

  private static List<String> without(String name) {
    return RegionCertificate.of(TOPOLOGY).stream()
        .filter(one -> one.region().equals(US_WEST_2))
        .flatMap(one -> one.names().stream())
        .filter(other -> !other.equals(name))
        .toList();
  }

  private void instead(Region region, List<String> names) {
    delete(region);
    request(region, names);
  }

  private void delete(Region region) {
    account.acm(region).deleteCertificate(r -> r.certificateArn(arns.get(region)));
  }

  private void request(Region region, List<String> names) {
    String arn =
        account
            .acm(region)
            .requestCertificate(
                r ->
                    r.domainName(names.get(0))
                        .subjectAlternativeNames(names)
                        .validationMethod(ValidationMethod.DNS))
            .certificateArn();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                account
                        .acm(region)
                        .describeCertificate(r -> r.certificateArn(arn))
                        .certificate()
                        .status()
                    == CertificateStatus.ISSUED);
    arns.put(region, arn);
  }
}
