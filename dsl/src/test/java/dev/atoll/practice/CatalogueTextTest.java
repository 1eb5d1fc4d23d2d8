package dev.atoll.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the catalogue tells a person, row by row. */
class CatalogueTextTest {

  private static final Set<String> PROMISES =
      Set.of(
          "AUR-3", "PRX-3", "PRX-8", "LB-6", "LB-7", "DNS-9", "OPS-1", "OPS-2", "OPS-3", "RUN-1",
          "RUN-2");
  private static final Set<String> EXPECTATIONS = Set.of("NET-1", "PRX-1", "LLM-2");
  private static final Set<String> CORRECTED =
      Set.of(
          "CDR-4", "CDR-5", "CDR-8", "PRX-4", "PRX-7", "LB-3", "LB-6", "DNS-4", "DNS-5", "DNS-6",
          "DNS-8", "HELM-1", "HELM-4", "SEC-3");

  static Stream<About> rows() {
    return Catalogue.all().stream().map(Practice::about);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void says_what_holds_why_it_matters_and_what_to_do(About row) {
    assertThat(row.title()).isNotBlank().hasSizeLessThanOrEqualTo(90).doesNotContain("\n");
    assertThat(row.why()).as("why").hasSizeBetween(40, 400).endsWith(".");
    assertThat(row.fix()).as("fix").hasSizeBetween(40, 400).endsWith(".");
    assertThat(row.wanted()).as("wanted evidence").isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void cites_a_document_or_a_page(About row) {
    assertThat(row.sources()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(row.sources())
        .allSatisfy(
            source -> {
              assertThat(source.title()).isNotBlank();
              assertThat(source.where()).isNotBlank();
            });
  }

  @ParameterizedTest
  @MethodSource("rows")
  void has_the_kind_that_its_row_has(About row) {
    Kind expected =
        PROMISES.contains(row.id())
            ? Kind.PROMISE
            : EXPECTATIONS.contains(row.id()) ? Kind.EXPECTATION : Kind.PRACTICE;
    assertThat(row.kind()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void corrects_exactly_where_a_document_does_not_hold_and_cites_a_primary_source(About row) {
    assertThat(row.correction().isPresent()).isEqualTo(CORRECTED.contains(row.id()));
    row.correction()
        .ifPresent(
            correction -> {
              assertThat(correction.documented()).isNotBlank();
              assertThat(correction.holds()).isNotBlank().isNotEqualTo(correction.documented());
              assertThat(pages(row)).as("primary sources").isNotEmpty();
            });
  }

  @ParameterizedTest
  @MethodSource("rows")
  void links_are_well_formed_and_https(About row) {
    assertThat(pages(row))
        .allSatisfy(
            page -> {
              URI uri = URI.create(page);
              assertThat(uri.getScheme()).isEqualTo("https");
              assertThat(uri.getHost()).contains(".");
              assertThat(uri.getPath()).isNotEmpty();
            });
  }

  /** Whatever looks like a link, so that a broken one is looked at as well. */
  private static List<String> pages(About row) {
    return row.sources().stream()
        .map(Citation::where)
        .filter(where -> where.contains("://") || where.startsWith("http"))
        .toList();
  }
}
