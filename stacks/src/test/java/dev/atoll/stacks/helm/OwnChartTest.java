package dev.atoll.stacks.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.stacks.aws.AwsEksClusterLookup;
import dev.atoll.stacks.terraform.Block;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnChartTest {

  private static final OwnChart CHART =
      new OwnChart("namespace", List.of("Chart.yaml", "values.yaml", "templates/namespace.yaml"));
  private static final OwnChart OTHER_CONTENT =
      new OwnChart("namespace", List.of("Chart.yaml", "templates/namespace.yaml"));

  @Test
  void itsDigestIsThatOfItsFiles() {
    assertThat(CHART.digest()).matches("[0-9a-f]{64}").isEqualTo(copy(CHART).digest());
    assertThat(OTHER_CONTENT.digest()).isNotEqualTo(CHART.digest());
    assertThat(OTHER_CONTENT.version()).isEqualTo(CHART.version());
  }

  @Test
  void otherContentOfTheSameVersionInstallsAgain() {
    assertThat(triggers(CHART).get("content")).isEqualTo(CHART.digest());
    assertThat(triggers(CHART)).isEqualTo(triggers(copy(CHART)));
    assertThat(triggers(OTHER_CONTENT)).isNotEqualTo(triggers(CHART));
  }

  @Test
  void theProviderReadsTheChartItself() {
    assertThat(release(CHART, ReleaseWay.PROVIDER).arguments().content())
        .doesNotContainKey("content");
  }

  private static OwnChart copy(OwnChart chart) {
    return new OwnChart(chart.name(), List.copyOf(chart.files()));
  }

  private static Map<?, ?> triggers(OwnChart chart) {
    Block arguments = release(chart, ReleaseWay.COMMAND).arguments();
    return (Map<?, ?>) arguments.content().get("triggers_replace");
  }

  private static HelmRelease release(OwnChart chart, ReleaseWay way) {
    Region region = Region.US_EAST_2;
    return new HelmRelease(
        "one",
        new HelmProvider(new AwsEksClusterLookup("one", region, "one"), way),
        "one",
        "one",
        new Chart.Own(chart),
        Block.empty(),
        Duration.ofMinutes(1),
        List.of());
  }
}
