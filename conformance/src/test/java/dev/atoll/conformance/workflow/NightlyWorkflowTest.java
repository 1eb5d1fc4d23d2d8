package dev.atoll.conformance.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the nightly workflow says is tried before anybody's night depends on it. */
class NightlyWorkflowTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private final String workflow = read(".github/workflows/nightly.yml");

  @Test
  void everyCommandIsRunByContinuousIntegrationToo() {
    List<String> ours = read(".ci/run").lines().map(String::strip).toList();

    assertThat(all("(?m)^ +run: (.+)$")).hasSizeGreaterThan(3).isSubsetOf(ours);
  }

  @Test
  void everyActionIsPinnedToACommit() {
    assertThat(all("uses: (\\S+)")).isNotEmpty().allMatch(use -> use.matches(".+@[0-9a-f]{40}"));
  }

  @Test
  void nothingIsPermittedButReading() {
    assertThat(workflow).contains("\npermissions: {}\n");
    assertThat(all("(?m)^ {6}(\\w+: \\w+)$")).isNotEmpty().containsOnly("contents: read");
  }

  private List<String> all(String pattern) {
    return Pattern.compile(pattern)
        .matcher(workflow)
        .results()
        .map((MatchResult match) -> match.group(1).strip())
        .toList();
  }

  private static String read(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
