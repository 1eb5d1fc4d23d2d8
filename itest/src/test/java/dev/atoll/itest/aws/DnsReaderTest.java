package dev.atoll.itest.aws;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.HealthCheck;
import dev.atoll.facts.dns.Routing;
import dev.atoll.facts.tls.Certificate;
import dev.atoll.itest.localstack.LocalStack;
import dev.atoll.itest.localstack.LocalStackExtension;
import dev.atoll.practice.Verdict;
import dev.atoll.topology.Topology;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.HealthCheckType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** The names of a deployment, and what fails when one record is broken. */
@ExtendWith(LocalStackExtension.class)
class DnsReaderTest {

  private static final String DOMAIN = "twins.example.com";

  private static final Topology TOPOLOGY =
      Topology.named("twins")
          .domain(DOMAIN)
          .coder(coder -> coder.licensed())
          .region(US_EAST_2, ohio -> ohio.primary().vpc("10.0.0.0/16"))
          .region(US_WEST_2, oregon -> oregon.replica().vpc("10.1.0.0/16"))
          .peering(US_EAST_2, US_WEST_2)
          .dns(dns -> dns.latencyRouting().regionalSubdomains())
          .build();

  private AwsClients account;
  private Route53Client route53;
  private Catalogued read;
  private String zone;
  private String check;

  @BeforeEach
  void everyRecordOfTheTopology(LocalStack emulator) {
    account = AwsClients.of(emulator.newWorld());
    route53 = account.route53();
    HostedZones.make(route53, DOMAIN);
    zone = route53.listHostedZones().hostedZones().get(0).id();
    check =
        route53
            .createHealthCheck(
                r ->
                    r.callerReference("west")
                        .healthCheckConfig(
                            c ->
                                c.type(HealthCheckType.HTTPS)
                                    .fullyQualifiedDomainName("replica.us-west-2." + DOMAIN)
                                    .port(443)
                                    .resourcePath("/healthz")
                                    .requestInterval(10)
                                    .failureThreshold(3)))
            .healthCheck()
            .id();
    read = new Catalogued(() -> DnsReader.read(account), DnsReaderTest::beside);
    for (DnsRecord record : TOPOLOGY.facts().all(DnsRecord.class).facts()) {
      String name = record.name().asOptional().orElseThrow();
      if (record.routing().asOptional().orElseThrow() instanceof Routing.Latency latency) {
        change(ChangeAction.CREATE, r -> alias(name, r).applyMutation(by(latency.region(), "")));
      } else {
        change(ChangeAction.CREATE, r -> alias(name, r));
      }
    }
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void asItShouldBe() {
    assertThat(List.of("DNS-4", "DNS-8", "DNS-11", "SEC-3"))
        .allSatisfy(id -> assertThat(read.verdict(id)).as(id).isEqualTo(Verdict.PASS));
    assertThat(read.facts().all(HealthCheck.class).facts())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.name().show()).contains("replica.us-west-2." + DOMAIN);
              assertThat(one.path().show()).isEqualTo("/healthz");
              assertThat(one.threshold().show()).isEqualTo("3");
            });
  }

  @Test
  void aCnameBesideLatencyRecords() {
    assertThat(
            read.failAfter(
                () ->
                    change(
                        ChangeAction.CREATE,
                        r ->
                            r.name("*." + DOMAIN)
                                .type("CNAME")
                                .ttl(60L)
                                .resourceRecords(ResourceRecord.builder().value(DOMAIN).build()))))
        .containsExactly("DNS-8");
  }

  @Test
  void twoLatencyRecordsForOneRegion() {
    assertThat(
            read.failAfter(
                () ->
                    change(
                        ChangeAction.CREATE,
                        r -> alias(DOMAIN, r).applyMutation(by(US_WEST_2, "-again")))))
        .containsExactly("DNS-1", "DNS-8");
  }

  @Test
  void aRegionalNameWithoutRecord() {
    String name = "us-west-2." + DOMAIN;
    assertThat(read.failAfter(() -> change(ChangeAction.DELETE, r -> alias(name, r))))
        .containsExactly("DNS-11", "DNS-3");
  }

  @Test
  void aRegionalWildcardWithoutRecord() {
    String name = "*.us-west-2." + DOMAIN;
    assertThat(read.failAfter(() -> change(ChangeAction.DELETE, r -> alias(name, r))))
        .containsExactly("DNS-11", "DNS-3", "DNS-4");
  }

  @Test
  void aHealthCheckThatAsksElsewhereIsReadAsSuch() {
    route53.updateHealthCheck(r -> r.healthCheckId(check).resourcePath("/").failureThreshold(9));

    HealthCheck one = read.facts().all(HealthCheck.class).facts().get(0);
    assertThat(one.path().show()).isEqualTo("/");
    assertThat(one.threshold().show()).isEqualTo("9");
  }

  private void change(ChangeAction action, Consumer<ResourceRecordSet.Builder> record) {
    ResourceRecordSet.Builder builder = ResourceRecordSet.builder();
    record.accept(builder);
    route53.changeResourceRecordSets(
        r ->
            r.hostedZoneId(zone)
                .changeBatch(
                    batch ->
                        batch.changes(
                            Change.builder()
                                .action(action)
                                .resourceRecordSet(builder.build())
                                .build())));
  }

  private ResourceRecordSet.Builder alias(String name, ResourceRecordSet.Builder record) {
    return record
        .name(name)
        .type("A")
        .aliasTarget(
            target ->
                target
                    .hostedZoneId("ZLMOA37VPKANP")
                    .dnsName("nlb.elb.us-east-2.amazonaws.com")
                    .evaluateTargetHealth(true));
  }

  private static Consumer<ResourceRecordSet.Builder> by(Region region, String more) {
    return record -> record.region(region.name()).setIdentifier(region + more);
  }

  /** Certificates are another reader's. */
  private static Facts beside(Facts facts) {
    return facts.and(TOPOLOGY.facts().all(Certificate.class).facts()).intending(TOPOLOGY.facts());
  }
}
