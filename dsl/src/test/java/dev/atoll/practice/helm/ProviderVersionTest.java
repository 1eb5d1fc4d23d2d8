package dev.atoll.practice.helm;

import static dev.atoll.practice.helm.SampleReleases.assertFails;
import static dev.atoll.practice.helm.SampleReleases.facts;
import static dev.atoll.practice.helm.SampleReleases.intended;
import static dev.atoll.practice.helm.SampleReleases.provider;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.practice.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HELM-4. */
class ProviderVersionTest {

  @ParameterizedTest
  @CsvSource({
    "3.1.1, PASS",
    "= 3.1.0, PASS",
    "3.1.2, PASS",
    "2.15.0, PASS",
    "2.14.1, FAIL",
    "1.0.0, FAIL",
    "3.0.0, FAIL",
    "3.0.2, FAIL",
    "~> 3.0.0, FAIL",
    "~> 3.0, PASS",
    "~> 2.12, PASS",
    "~> 2.12.0, FAIL",
    "'>= 2.0, < 2.15', FAIL",
    "'>= 3.0.0, < 3.1.0', FAIL",
    "'~> 3.1, != 3.1.2', PASS",
    "'< 3.1.0, != 3.0.2, != 3.0.1, != 3.0.0', PASS",
    "'', PASS",
    "~> 9.0, UNKNOWN",
    "newest, UNKNOWN",
    "3.0.0-pre1, UNKNOWN"
  })
  void versionsThatLackUpgradeInstallAreFlagged(String constraint, Verdict verdict) {
    assertThat(new ProviderVersion().judge(facts(List.of(provider(constraint)))).verdict())
        .isEqualTo(verdict);
  }

  @Test
  void ourOwnDeploymentHasTheDocumentedVersion() {
    assertThat(new ProviderVersion().judge(intended(List.of(provider("3.1.1")))).verdict())
        .isEqualTo(Verdict.PASS);
    assertFails(new ProviderVersion(), intended(List.of(provider("3.1.2"))), "not pinned to 3.1.1");
    assertFails(
        new ProviderVersion(), intended(List.of(provider("~> 3.1"))), "not pinned to 3.1.1");
  }
}
