package dev.atoll.conformance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.practice.Finding;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Verdict;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each class of defect is found where it is, and not where it was repaired. */
class DefectsTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "arn-of-a-thing, SEC-2, ''",
    "cache-of-somebody-else, LLM-3, ''",
    "certificate-nobody-validates, SEC-1, ''",
    "certificate-of-another-status, SEC-1, ''",
    "namespace-that-nobody-makes, HELM-2, ''",
    "readers-of-somebody-else, AUR-1 AUR-2, ''",
    "cache-in-another-mode, LLM-9, ''",
    "certificate-without-the-name, SEC-3, ''",
    "database-open-to-a-typed-block, AUR-5 AUR-11, ''",
    "failover-that-cannot-work, DNS-5 DNS-12, DNS-13",
    "health-check-of-another-region, DNS-5, DNS-13",
    "key-deleted-first, LLM-10, ''",
    "name-with-two-owners, DNS-8, ''",
    "patch-after-the-fact, RUN-3, ''",
    "peering-without-its-rule, NET-4 NET-5, ''",
    "role-for-anybody, SEC-4, ''",
    "secret-through-a-variable, SEC-8, ''",
    "shell-as-template, RUN-5, ''",
    "state-beside-the-code, SEC-5, ''",
    "state-without-versions, SEC-5, ''",
    "trigger-of-every-plan, RUN-4, ''",
    "two-single-replicas, CDR-8, AUR-4",
    "url-by-chance, AUR-10, AUR-6",
    "works-by-a-patch, LB-2 RUN-3 RUN-4, AUR-4"
  })
  void exactlyTheDefectIsFound(String defect, String practices, String besides) {
    Set<String> repaired = Fixtures.failing(defect + "/repaired");
    Set<String> broken = Fixtures.failing(defect + "/broken");

    assertThat(repaired).isEqualTo(set(besides));
    Set<String> expected = set(practices);
    expected.addAll(repaired);
    assertThat(broken).isEqualTo(expected);
  }

  private static Set<String> set(String words) {
    Set<String> all = new TreeSet<>(Arrays.asList(words.split(" ", -1)));
    all.remove("");
    return all;
  }

  @Test
  void aFindingSaysWhereInWhichFile() {
    AuditReport report = Fixtures.report(Fixtures.folder("patch-after-the-fact/broken"));
    Finding finding = report.entries().get(0).finding();
    assertThat(Location.of(finding.where().get(0)).toString()).isEqualTo("main.tf:15");
    assertThat(finding.what()).contains("null_resource.service").contains("passed over");
  }

  @Test
  void whatWasNotReadIsUnknownAndNoPass() {
    AuditReport report = Fixtures.report(Fixtures.folder("unread-module"));
    assertThat(report.audit().rows())
        .filteredOn(row -> row.about().id().equals("NET-2"))
        .allMatch(row -> row.judgement().verdict() == Verdict.UNKNOWN)
        .allMatch(row -> row.judgement().detail().contains("module.network"));
  }

  @Test
  void instancesOfOneLineAreOneFinding() {
    AuditReport report = Fixtures.report(Fixtures.folder("one-line-many-times"));
    assertThat(report.entries()).hasSize(1);
    assertThat(report.entries().get(0).finding().what()).contains("and 2 more by the same line");
    assertThat(report.entries().get(0).finding().where()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "works-by-a-patch, LB-2 RUN-3 RUN-4, HTTPS works only because",
    "failover-that-cannot-work, DNS-5 DNS-12, failover cannot work"
  })
  void whatBelongsTogetherIsToldAsOneAndLeads(String fixture, String ids, String sentence) {
    AuditReport report = Fixtures.report(Fixtures.folder(fixture + "/broken"));
    Entry first = report.entries().get(0);
    assertThat(first.ids()).isEqualTo(ids);
    assertThat(first.finding().what()).contains(sentence);
    assertThat(first.parts()).hasSizeGreaterThan(2);
    assertThat(report.open(Severity.ERROR).stream().skip(1))
        .noneMatch(entry -> ids.contains(entry.finding().practice().id()));
  }

  @Test
  void aSecretThatIsNotMadeIsNoFinding() {
    assertThat(Fixtures.failing("secret-that-is-not-made")).isEmpty();
  }
}
