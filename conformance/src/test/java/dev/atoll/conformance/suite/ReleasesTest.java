package dev.atoll.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.stacks.helm.ReleaseWay;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleasesTest {

  @ParameterizedTest
  @CsvSource({
    "'', PROVIDER",
    "aws, COMMAND",
    "helm, PROVIDER",
    "aws helm, PROVIDER",
    "aws coderd, COMMAND"
  })
  void byCommandOnlyWhereAMirrorHasAwsAndNotHelm(String mirrored, ReleaseWay way) {
    List<String> providers = List.of(mirrored.split(" "));

    assertThat(
            Releases.wayOf(
                source ->
                    providers.stream()
                        .anyMatch(
                            each -> source.equals("registry.terraform.io/hashicorp/" + each))))
        .isEqualTo(way);
  }
}
