package dev.atoll.analysis.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Truth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case of the corpus in plain text. */
class ReachabilityCorpusTest {

  private static final Path CORPUS = Path.of("src/test/resources/dev/atoll/analysis/reachability");

  private record Case(String name, String world, List<String> questions) {}

  @TestFactory
  Stream<DynamicTest> everyCaseAnswersAsWritten() throws IOException {
    return cases().stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)));
  }

  @Test
  void theCorpusIsAsLargeAsPromised() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(cases()).extracting(Case::name).doesNotHaveDuplicates();
    assertThat(cases()).allSatisfy(one -> assertThat(one.questions()).hasSizeGreaterThan(1));
  }

  private static List<Case> cases() throws IOException {
    try (Stream<Path> files = Files.list(CORPUS)) {
      return files
          .filter(file -> file.toString().endsWith("-cases.txt"))
          .sorted()
          .flatMap(file -> cases(file).stream())
          .toList();
    }
  }

  /** Lines before the first case are the world of every case in the file. */
  private static List<Case> cases(Path file) {
    try {
      String[] parts = ("\n" + Files.readString(file)).split("\ncase ", -1);
      List<Case> cases = new ArrayList<>();
      for (String part : Arrays.asList(parts).subList(1, parts.length)) {
        List<String> lines = part.lines().map(String::strip).toList();
        cases.add(
            new Case(
                file.getFileName() + ": " + lines.get(0),
                Stream.concat(
                        parts[0].lines(), lines.stream().skip(1).filter(line -> !isQuestion(line)))
                    .collect(Collectors.joining("\n")),
                lines.stream().filter(ReachabilityCorpusTest::isQuestion).toList()));
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isQuestion(String line) {
    return line.startsWith("ask ") || line.startsWith("expect ") || line.startsWith("says ");
  }

  private static void check(Case one) {
    Facts facts = World.of(one.world()).facts();
    Reachability reachability = Reachability.over(facts);
    dev.atoll.analysis.reachability.Path path = null;
    for (String line : one.questions()) {
      String[] word = line.split(" ", -1);
      switch (word[0]) {
        case "ask" ->
            path =
                reachability.ask(
                    World.nodes(facts, word[1]),
                    World.nodes(facts, word[3]),
                    Integer.parseInt(word[5]));
        case "says" ->
            assertThat(String.join("\n", path.lines())).contains(line.substring("says ".length()));
        default -> {
          Truth.Answer expected =
              switch (word[1]) {
                case "reaches" -> Truth.Answer.YES;
                case "blocked" -> Truth.Answer.NO;
                default -> Truth.Answer.OPEN;
              };
          String shown = String.join("\n", path.lines());
          assertThat(path.works().answer()).as(shown).isEqualTo(expected);
          Set<String> obstacles =
              path.obstacles().stream().map(Obstacle::name).collect(Collectors.toSet());
          assertThat(obstacles)
              .as(shown)
              .isEqualTo(
                  expected == Truth.Answer.NO
                      ? new TreeSet<>(
                          Arrays.asList(line.substring("expect blocked by ".length()).split(", ?")))
                      : Set.of());
        }
      }
    }
  }
}
