package dev.atoll.itest.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.itest.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reaches helm: a program in its place writes down the words and the chart it was given. */
class HelmShimTest {

  private static final List<String> UPGRADE =
      List.of(
          "upgrade", "--install", "cert-manager", "cert-manager", "--namespace", "cert-manager");

  @TempDir private Path folder;

  private HelmShim shim;

  @BeforeEach
  void write() throws IOException {
    Path helm =
        Files.writeString(
            folder.resolve("real helm"),
            """
            #!/bin/sh
            for word in "$@"; do
              echo "[$word]"
              if [ -d "$word" ]; then cat "$word/Chart.yaml"; fi
            done
            cat
            exit 7
            """);
    Files.setPosixFilePermissions(helm, PosixFilePermissions.fromString("rwx------"));
    shim = HelmShim.write(folder.resolve("shim"), helm);
  }

  @Test
  void aPublishedChartComesFromTheFolderInTheVersionThatIsAskedFor() {
    List<String> told =
        told(
            true,
            UPGRADE,
            "--repo",
            "https://charts.jetstack.io",
            "--version",
            "v9.8.7",
            "-f",
            "-");

    assertThat(told)
        .containsSequence("[upgrade]", "[--install]", "[cert-manager]")
        .contains("name: cert-manager", "version: v9.8.7", "[--namespace]", "[-f]", "[-]")
        .contains("Stand-in for the chart cert-manager v9.8.7")
        .doesNotContain("[--repo]", "[--version]", "[https://charts.jetstack.io]")
        .contains("exit 7");
    assertThat(told).filteredOn(line -> line.matches("\\[/.*/cert-manager]")).hasSize(1);
  }

  @Test
  void aChartOfARegistryIsKnownByItsName() {
    assertThat(
            told(
                true,
                List.of("upgrade", "--install", "k", "oci://public.ecr.aws/karpenter/karpenter"),
                "--version",
                "1.2.3"))
        .contains("name: karpenter", "version: 1.2.3", "exit 7");
  }

  @Test
  void whateverElseGoesOnUnchanged() {
    List<List<String>> others =
        List.of(
            List.of("upgrade", "--install", "a", "unknown", "--repo", "https://example.com"),
            List.of("upgrade", "--install", "karpenter", "./atoll.charts/karpenter"),
            List.of("uninstall", "karpenter", "--namespace", "karpenter"),
            List.of("upgrade", "--install", "a b", "--description", "karpenter", "oci://x/y"));
    for (List<String> words : others) {
      assertThat(told(true, words)).containsExactlyElementsOf(unchanged(words));
    }
  }

  @Test
  void withoutBeingToldItTakesNoStandIn() {
    List<String> words = new ArrayList<>(UPGRADE);
    words.addAll(List.of("--repo", "https://charts.jetstack.io"));

    assertThat(told(false, words)).containsExactlyElementsOf(unchanged(words));
  }

  private static List<String> unchanged(List<String> words) {
    List<String> lines = new ArrayList<>(words.stream().map(word -> "[" + word + "]").toList());
    lines.add("exit 7");
    return lines;
  }

  private List<String> told(boolean standIns, List<String> words, String... more) {
    List<String> all = new ArrayList<>(List.of(folder.resolve("shim/bin/helm").toString()));
    all.addAll(words);
    all.addAll(List.of(more));
    Map<String, String> usual = Map.of("PATH", System.getenv("PATH"));
    List<String> lines = new CopyOnWriteArrayList<>();
    int exit =
        new Command(all, folder, standIns ? shim.environment(usual) : usual)
            .run(lines::add, Duration.ofSeconds(20));
    lines.add("exit " + exit);
    return lines;
  }
}
