package dev.atoll.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.conformance.suite.Releases;
import dev.atoll.itest.process.SearchPath;
import dev.atoll.itest.terraform.Terraform;
import dev.atoll.stacks.helm.ReleaseWay;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ReleasesOptionTest {

  @Command
  private static final class Asking {
    @Mixin ReleasesOption releases;
  }

  private final Asking asking = new Asking();
  private final StringWriter said = new StringWriter();

  @ParameterizedTest
  @CsvSource({"provider, PROVIDER", "command, COMMAND"})
  void whatIsAskedForIsDoneInSilence(String choice, ReleaseWay way) {
    parse("--releases", choice);

    assertThat(asking.releases.way()).isEqualTo(way);
    assertThat(said.toString()).isEmpty();
    assertThat(asking.releases.again()).isEqualTo(" --releases " + choice);
  }

  @Test
  void autoFollowsTheMachineAndSaysSoWhenThatIsUnusual() {
    ReleaseWay machine = Releases.wayOf(Terraform.find(SearchPath.ofEnvironment(), line -> {}));
    parse();

    assertThat(asking.releases.way()).isEqualTo(machine);
    assertThat(said.toString().contains("--releases provider"))
        .isEqualTo(machine == ReleaseWay.COMMAND);
    assertThat(asking.releases.again()).isEmpty();
  }

  private void parse(String... arguments) {
    new CommandLine(asking)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setErr(new PrintWriter(said, true))
        .parseArgs(arguments);
  }
}
