package dev.atoll.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  @Test
  void holds_exactly_the_listed_rows_in_order_with_the_evidence_they_ask_for() throws IOException {
    assertThat(Catalogue.all().stream().map(CatalogueTest::line)).containsExactlyElementsOf(rows());
  }

  @Test
  void every_id_is_there_once() {
    assertThat(Catalogue.ids()).doesNotHaveDuplicates();
  }

  @Test
  void finds_a_row_by_its_id_in_any_case() {
    assertThat(Catalogue.find("net-6B")).map(row -> row.about().id()).contains("NET-6b");
  }

  @Test
  void finds_nothing_for_an_unknown_id() {
    assertThat(Catalogue.find("NET-66")).isEmpty();
  }

  private static String line(Practice practice) {
    return practice.about().wanted().stream()
        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" + ", practice.about().id() + " ", ""));
  }

  private static List<String> rows() throws IOException {
    try (InputStream rows = CatalogueTest.class.getResourceAsStream("rows.txt")) {
      return new String(
              Objects.requireNonNull(rows, "rows.txt").readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }
}
