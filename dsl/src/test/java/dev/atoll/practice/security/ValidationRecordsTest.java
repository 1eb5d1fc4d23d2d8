package dev.atoll.practice.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.configuration.Expression;
import dev.atoll.facts.tls.Certificate;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValidationRecordsTest {

  /** What tells one finding from another begins with its first place. */
  @Test
  void rootsThatMakeOneRecordAreNamedInOrder() {
    assertThat(findings(roots("e", "c", "a", "d", "b")))
        .extracting(Finding::where)
        .containsExactly(List.of(at("a"), at("b"), at("c"), at("d"), at("e")));
  }

  @Test
  void oneRootMayMakeIt() {
    assertThat(findings(roots("a"))).isEmpty();
  }

  private static List<Finding> findings(Facts facts) {
    Judgement judgement = new CertificatesCoverNames().judge(facts);
    return judgement.findings().stream()
        .filter(finding -> finding.what().contains("validation record"))
        .toList();
  }

  private static Facts roots(String... names) {
    List<Fact> facts = new ArrayList<>();
    for (String name : names) {
      facts.add(
          new Certificate(
              new Source(Origin.CONFIGURATION, name + "/acm:aws_acm_certificate.this"),
              new Ref(name + "/acm:aws_acm_certificate.this"),
              Value.known(Region.US_EAST_2),
              Value.known(Set.of("coder.test")),
              Value.known(Certificate.Status.ISSUED),
              Value.known(Certificate.Validation.DNS),
              Value.unknown("ACM chooses them")));
      facts.add(
          new Expression(
              at(name),
              new Ref(name + "/acm:aws_route53_record.validation"),
              "for_each",
              Expression.Form.FUNCTION,
              "${aws_acm_certificate.this.domain_validation_options}",
              List.of(),
              List.of()));
    }
    return Facts.of(Origin.CONFIGURATION, facts);
  }

  private static Source at(String root) {
    return new Source(
        Origin.CONFIGURATION, "aws_route53_record.validation (%s/acm/main.tf:7)".formatted(root));
  }
}
