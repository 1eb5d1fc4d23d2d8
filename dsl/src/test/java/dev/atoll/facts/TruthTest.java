package dev.atoll.facts;

import static dev.atoll.facts.Truth.NO;
import static dev.atoll.facts.Truth.YES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthTest {

  @ParameterizedTest
  @CsvSource({
    "YES, YES, YES, YES", "YES, NO, NO, YES", "YES, OPEN, OPEN, YES",
    "NO, YES, NO, YES", "NO, NO, NO, NO", "NO, OPEN, NO, OPEN",
    "OPEN, YES, OPEN, YES", "OPEN, NO, NO, OPEN", "OPEN, OPEN, OPEN, OPEN",
  })
  void followsKleene(Truth.Answer a, Truth.Answer b, Truth.Answer and, Truth.Answer or) {
    assertThat(truth(a, "a").and(truth(b, "b")).answer()).isEqualTo(and);
    assertThat(truth(a, "a").or(truth(b, "b")).answer()).isEqualTo(or);
  }

  @Test
  void whatIsOpenSaysEverythingThatWouldDecideIt() {
    assertThat(Truth.open("a").and(Truth.open("b")).open()).containsExactly("a", "b");
    assertThat(Truth.open("a").or(YES).open()).isEmpty();
    assertThat(Truth.open("a").not()).isEqualTo(Truth.open("a"));
  }

  @Test
  void allOfNothingHoldsAndAnyOfNothingDoesNot() {
    assertThat(Truth.all(Stream.<Truth>empty(), t -> t)).isEqualTo(YES);
    assertThat(Truth.any(Stream.<Truth>empty(), t -> t)).isEqualTo(NO);
  }

  @Test
  void anUnknownValueLeavesEveryQuestionOpen() {
    assertThat(Value.<Integer>unknown("known after apply").is(n -> n > 1))
        .isEqualTo(Truth.open("known after apply"));
    assertThat(Value.known(2).is(n -> n > 1)).isEqualTo(YES);
    assertThat(Value.known(1).is(n -> n > 1)).isEqualTo(NO);
  }

  private static Truth truth(Truth.Answer answer, String why) {
    return answer == Truth.Answer.OPEN ? Truth.open(why) : Truth.of(answer == Truth.Answer.YES);
  }
}
