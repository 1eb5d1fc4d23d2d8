package dev.atoll.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.atoll.practice.Catalogue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every entry against its own corpus: real texts, and near misses that must not match. */
class KnownErrorsTest {

  @TestFactory
  Stream<DynamicTest> realTextsAreRecognisedAsExactlyThatError() {
    return KnownErrors.all().stream()
        .flatMap(
            error ->
                Corpus.read(error.id()).of("found").stream()
                    .map(
                        text ->
                            dynamicTest(
                                error.id() + ": " + text.strip(),
                                () -> {
                                  assertThat(found(text)).containsExactly(error.id());
                                  assertThat(Recognition.of(text).unknowns()).isZero();
                                })));
  }

  @TestFactory
  Stream<DynamicTest> nearMissesAreNot() {
    return KnownErrors.all().stream()
        .flatMap(
            error ->
                Corpus.read(error.id()).of("not found").stream()
                    .map(
                        text ->
                            dynamicTest(
                                error.id() + ": " + text.strip(),
                                () -> assertThat(found(text)).doesNotContain(error.id()))));
  }

  @TestFactory
  Stream<DynamicTest> everyEntryIsComplete() {
    return KnownErrors.all().stream()
        .map(
            error ->
                dynamicTest(
                    error.id(),
                    () -> {
                      assertThat(Catalogue.find(error.practice())).isPresent();
                      assertThat(error.means()).endsWith(".");
                      assertThat(error.fix()).endsWith(".");
                      assertThat(error.sources()).isNotEmpty();
                      assertThat(error.marks())
                          .isNotEmpty()
                          .allSatisfy(
                              mark ->
                                  assertThat(mark)
                                      .isEqualTo(mark.toLowerCase(Locale.ROOT))
                                      .doesNotContain(" "));
                      Corpus corpus = Corpus.read(error.id());
                      assertThat(corpus.of("found")).isNotEmpty();
                      assertThat(corpus.of("not found")).isNotEmpty();
                      assertThat(corpus.samples())
                          .allMatch(sample -> sample.kind().matches("(not )?found"));
                    }));
  }

  @Test
  void idsAreUnique() {
    assertThat(KnownErrors.all()).extracting(KnownError::id).doesNotHaveDuplicates();
    assertThat(KnownErrors.find("no-such-error")).isEmpty();
  }

  private static List<String> found(String text) {
    return Recognition.of(text).known().stream().map(found -> found.error().id()).toList();
  }
}
