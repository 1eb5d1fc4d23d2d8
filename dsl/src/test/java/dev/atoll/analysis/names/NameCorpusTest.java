package dev.atoll.analysis.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every line of the corpus in plain text. */
class NameCorpusTest {

  private static final Path CORPUS =
      Path.of("src/test/resources/dev/atoll/analysis/names/name-cases.txt");

  private record Case(String zone, String question) {}

  @TestFactory
  Stream<DynamicTest> everyLineAnswersAsWritten() throws IOException {
    return cases().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.question() + " [" + one.zone() + "]", () -> check(one)));
  }

  @Test
  void theCorpusIsAsLargeAsPromised() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(30).doesNotHaveDuplicates();
  }

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    String zone = "";
    for (String line : Files.readAllLines(CORPUS)) {
      if (line.startsWith("zone ")) {
        zone = line.substring("zone ".length());
      } else if (!line.isBlank() && !line.startsWith("#")) {
        cases.add(new Case(line.startsWith("covers ") ? "" : zone, line));
      }
    }
    return cases;
  }

  private static void check(Case one) {
    String[] word = one.question().split(" ", -1);
    DomainName first = new DomainName(word[1]);
    switch (word[0]) {
      case "covers" ->
          assertThat(first.certifies(new DomainName(word[2]))).isEqualTo(word[3].equals("yes"));
      case "answers" -> assertThat(zone(one.zone()).answering(first)).isEqualTo(name(word[2]));
      case "hidden" -> assertThat(zone(one.zone()).hiding(first)).isEqualTo(name(word[2]));
      default -> throw new AssertionError("no such question: " + one.question());
    }
  }

  private static Optional<DomainName> name(String text) {
    return text.equals("none") ? Optional.empty() : Optional.of(new DomainName(text));
  }

  private static ZoneNames zone(String text) {
    List<String> records = Arrays.asList(text.split(" ", -1));
    return new ZoneNames(
        records.stream().map(record -> new DomainName(record.replaceFirst("=.*", ""))).toList(),
        records.stream()
            .filter(record -> !record.endsWith("=txt"))
            .map(record -> new DomainName(record.replaceFirst("=.*", "")))
            .toList());
  }
}
