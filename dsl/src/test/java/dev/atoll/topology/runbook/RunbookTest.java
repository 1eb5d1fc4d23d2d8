package dev.atoll.topology.runbook;

import static dev.atoll.aws.Region.EU_CENTRAL_1;
import static dev.atoll.aws.Region.EU_WEST_1;
import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.facts.aws.Quota.Of.ELASTIC_IPS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.topology.Topology;
import dev.atoll.topology.TopologyBuilder;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunbookTest {

  private static final Set<String> SYNTHESIZED =
      Set.of("aws_vpc.eu_west_1", "output.eu_central_1_coder_addresses");

  private static TopologyBuilder europe() {
    return europe(7);
  }

  private static TopologyBuilder europe(int elasticIps) {
    return Topology.named("isles")
        .domain("example.org")
        .coder(coder -> coder.licensed())
        .region(EU_CENTRAL_1, region -> region.primary().vpc("10.0.0.0/16"))
        .region(
            EU_WEST_1,
            region -> region.vpc("10.1.0.0/16").cluster("dublin").workspaceProxy(proxy -> {}))
        .peering(EU_CENTRAL_1, EU_WEST_1)
        .quota(ELASTIC_IPS, elasticIps);
  }

  private static String text(Runbook runbook) {
    return runbook.toString();
  }

  @Test
  void theStepsOfTheDocumentsInTheirOrder() {
    assertThat(Runbook.of(europe().build(), SYNTHESIZED).steps())
        .extracting(Step::title)
        .containsExactly(
            "See that the account may have 7 Elastic IPs in each Region",
            "Apply the licence to https://example.org",
            "Deploy the workspace proxy in eu-west-1",
            "Verify that eu-west-1 is registered",
            "See that Route 53 answers every name",
            "Walk the user's path");
  }

  @Test
  void everythingInItIsOfThisTopology() {
    assertThat(text(Runbook.of(europe().build(), SYNTHESIZED)))
        .contains("dublin", "eu-west-1.example.org")
        .doesNotContain("coderdemo", "us-west-2", "Oregon");
  }

  @Test
  void oneRegionHasNoProxyToDeploy() {
    Topology alone =
        Topology.named("alone")
            .domain("example.org")
            .coder(coder -> coder.licensed())
            .region(US_EAST_2, region -> region.primary().vpc("10.0.0.0/16"))
            .build();

    assertThat(Runbook.of(alone, Set.of()).steps())
        .extracting(Step::title)
        .hasSize(3)
        .noneMatch(title -> title.contains("proxy"));
  }

  @Test
  void aRaisedQuotaComesFirst() {
    Topology raised = europe(9).build();

    assertThat(Runbook.of(raised, SYNTHESIZED).steps().get(0).check()).contains(">= 9");
  }

  @Test
  void aProxyIsCalledWhatItIsCalled() {
    ProxyPlan proxy =
        new ProxyPlan(EU_WEST_1, "dublin", "ie", "Dublin", "ie.example.org", "*.ie.example.org");

    assertThat(text(Runbook.of(europe().build(), List.of(proxy), SYNTHESIZED)))
        .contains("choose Dublin", "select(.name == \"ie\")", "any.ie.example.org");
  }

  @Test
  void whatIsSynthesizedIsNamedAndWhatIsNotIsPending() {
    List<Target> targets =
        Runbook.of(europe().build(), SYNTHESIZED).steps().stream()
            .flatMap(step -> step.targets().stream())
            .toList();

    assertThat(targets).allMatch(each -> each.addresses().isEmpty() == each.pending().isPresent());
    assertThat(targets)
        .flatExtracting(Target::addresses)
        .contains("aws_vpc.eu_west_1", "output.eu_central_1_coder_addresses");
    assertThat(targets)
        .filteredOn(target -> target.what().startsWith("record of"))
        .isNotEmpty()
        .allMatch(target -> target.pending().isPresent());
  }

  @Test
  void namesAreComparedWithTheAddressesThatTerraformPrints() {
    assertThat(text(Runbook.of(europe().build(), SYNTHESIZED)))
        .contains("dig +short example.org A | grep -qxFf <(terraform output");
    assertThat(text(Runbook.of(europe().build(), Set.of())))
        .contains("test -n \"$(dig +short example.org A)\"");
  }

  @Test
  void anAnswerThatDoesNotComeIsNotTakenForAnEmptyOne() {
    assertThat(text(Runbook.of(europe().build(), SYNTHESIZED)))
        .contains("body=$(curl -fsS https://example.org/derp/latency-check) && test -z \"$body\"")
        .doesNotContain("test -z \"$(curl");
  }
}
