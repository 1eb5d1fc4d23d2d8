package dev.atoll.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.itest.breaks.Break;
import dev.atoll.practice.Catalogue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BreakExpectationTest {

  @ParameterizedTest
  @EnumSource(Break.Kind.class)
  void everyBreakHasAPieceToBeNamedAndPracticesToFail(Break.Kind kind) {
    BreakExpectation expected = BreakExpectation.of(kind);

    assertThat(expected.pieces()).isNotEmpty();
    assertThat(expected.practices()).contains("NET-5").isSubsetOf(Catalogue.ids());
  }
}
