package dev.atoll.analysis.networkpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Truth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case of the corpus in plain text. */
class NetworkPolicyCorpusTest {

  private static final Path CORPUS = Path.of("src/test/resources/dev/atoll/analysis/networkpolicy");

  private record Case(String name, String cluster, List<String> questions) {}

  @TestFactory
  Stream<DynamicTest> everyCaseAnswersAsWritten() {
    return cases().stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)));
  }

  @Test
  void theCorpusIsAsLargeAsPromised() {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(cases()).extracting(Case::name).doesNotHaveDuplicates();
    assertThat(cases())
        .allSatisfy(
            one ->
                assertThat(one.questions())
                    .anyMatch(line -> line.startsWith("ask "))
                    .anyMatch(line -> line.startsWith("expect ")));
  }

  private static List<Case> cases() {
    try (Stream<Path> files = Files.list(CORPUS)) {
      return files
          .filter(file -> file.toString().endsWith("-cases.txt"))
          .sorted()
          .flatMap(NetworkPolicyCorpusTest::cases)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines before the first case are the cluster of every case in the file. */
  private static Stream<Case> cases(Path file) {
    String[] parts = ("\n" + read(file)).split("\ncase ", -1);
    return Arrays.stream(parts)
        .skip(1)
        .map(
            part -> {
              List<String> lines = part.lines().map(String::strip).toList();
              String changes =
                  lines.stream()
                      .skip(1)
                      .filter(line -> !isQuestion(line))
                      .collect(Collectors.joining("\n"));
              return new Case(
                  file.getFileName() + ": " + lines.get(0),
                  parts[0] + "\n" + changes,
                  lines.stream().filter(NetworkPolicyCorpusTest::isQuestion).toList());
            });
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isQuestion(String line) {
    return line.startsWith("ask ") || line.startsWith("expect ") || line.startsWith("says ");
  }

  private static void check(Case one) {
    ClusterText cluster = ClusterText.of(one.cluster());
    NetworkPolicies policies = NetworkPolicies.over(cluster.facts());
    Passage passage = null;
    for (String line : one.questions()) {
      String[] word = line.split(" ", -1);
      if (word[0].equals("ask")) {
        passage =
            policies.ask(
                cluster.endpoint(word[1]),
                cluster.endpoint(word[3]),
                word[4],
                Integer.parseInt(word[5]));
        continue;
      }
      assertThat(passage).as("a question before " + line).isNotNull();
      String shown = String.join("\n", passage.lines());
      if (word[0].equals("says")) {
        assertThat(shown).contains(line.substring("says ".length()));
      } else {
        Truth.Answer expected =
            switch (word[1]) {
              case "yes" -> Truth.Answer.YES;
              case "no" -> Truth.Answer.NO;
              case "open" -> Truth.Answer.OPEN;
              default -> throw new IllegalArgumentException(line);
            };
        assertThat(passage.works().answer()).as(line + "\n" + shown).isEqualTo(expected);
      }
    }
  }
}
