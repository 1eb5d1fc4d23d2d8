package dev.atoll.itest.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of what is added to the emulator says neither less nor more than the code does. */
class FilledGapTest {

  private static final Pattern MARKED = Pattern.compile("^@gap\\ndef (\\w+)\\(", Pattern.MULTILINE);
  private static final Pattern TOP_LEVEL_CALL = Pattern.compile("^[\\w.]+\\(", Pattern.MULTILINE);
  private static final Pattern TOP_LEVEL_PATCH =
      Pattern.compile("^\\w+\\.[\\w.]+ *=", Pattern.MULTILINE);

  @Test
  void everyFunctionThatFillsAGapHasALineAndEveryLineAFunction() {
    assertThat(FilledGap.all())
        .extracting(FilledGap::function)
        .containsExactlyInAnyOrderElementsOf(functions(scripts()))
        .hasSizeGreaterThan(10);
  }

  /** Or something could be changed past the table. */
  @Test
  void nothingIsFilledOutsideOfSuchAFunction() {
    assertThat(scripts())
        .allSatisfy(
            script -> {
              assertThat(script).doesNotContainPattern(TOP_LEVEL_CALL);
              assertThat(script).doesNotContainPattern(TOP_LEVEL_PATCH);
            });
    assertThat("DBCluster.tags = property(tags)\n").containsPattern(TOP_LEVEL_PATCH);
    assertThat("import rds\nfill_a_gap()\n").containsPattern(TOP_LEVEL_CALL);
  }

  @Test
  void everyLineNamesOperationsAndAPageOfAwsApiReference() {
    assertThat(FilledGap.all())
        .allSatisfy(
            gap -> {
              assertThat(gap.operation()).matches("[A-Z]\\w+(, [A-Z]\\w+)*");
              assertThat(gap.source())
                  .matches(
                      "https://docs\\.aws\\.amazon\\.com/.+/(APIReference|apireference)/API_\\w+\\.html");
            });
  }

  @Test
  void aFunctionWithoutALineIsSeen() {
    assertThat(functions(Stream.of("@gap\ndef rds_more() -> None:\n    pass\n").toList()))
        .containsExactly("rds_more");
  }

  @Test
  void aLineWithAnEmptyCellIsRefused() {
    assertThatThrownBy(() -> FilledGap.in("| `rds_more` | CreateDBCluster | fails | | |"))
        .hasMessageContaining("not five filled cells");
  }

  private static List<String> scripts() {
    return Scripts.GAPS.stream().map(Resources::text).toList();
  }

  private static List<String> functions(List<String> scripts) {
    return scripts.stream()
        .flatMap(script -> MARKED.matcher(script).results())
        .map(found -> found.group(1))
        .toList();
  }
}
