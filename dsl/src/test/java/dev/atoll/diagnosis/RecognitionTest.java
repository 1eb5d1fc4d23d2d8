package dev.atoll.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecognitionTest {

  private static final String LICENCE = "Your license is not entitled to create workspace proxies.";
  private static final String IN_USE = "cannot re-use a name that is still in use";

  @Test
  void saysInWhichLineEachErrorBegins() {
    Recognition seen = Recognition.of("one\ntwo\n" + LICENCE + "\n\nfive\r\n" + IN_USE + "\r\n");

    assertThat(seen.lines()).isEqualTo(6);
    assertThat(seen.known())
        .extracting(found -> found.error().id(), Recognised::line)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("licence-proxy-terraform", 3L),
            org.assertj.core.groups.Tuple.tuple("helm-name-in-use", 6L));
  }

  @Test
  void saysOnceWhatComesOftenAndHowOften() {
    String log = IntStream.range(0, 40).mapToObj(i -> IN_USE + "\n").collect(Collectors.joining());

    assertThat(Recognition.of(log).known())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.line()).isEqualTo(1);
              assertThat(found.times()).isEqualTo(40);
              assertThat(found.last()).isEqualTo(40);
            });
  }

  @Test
  void aMessageOverSeveralLinesBeginsInItsFirst() {
    Recognition seen =
        Recognition.of(
            "x\n│ You have multiple replicas but high\n│ availability is an Enterprise feature.");

    assertThat(seen.known()).singleElement().extracting(Recognised::line).isEqualTo(2L);
  }

  @Test
  void wordsThatStandFarApartAreNoMessage() {
    String far = "other\n".repeat(30);

    assertThat(
            Recognition.of("Your license is not\n" + far + "entitled to create workspace proxies")
                .known())
        .isEmpty();
  }

  @Test
  void aHeadlineWithoutAKnownCauseStaysUnknown() {
    Recognition seen =
        Recognition.of("Error: Feature not enabled\n\n" + LICENCE + "\n\nError: Other\n");

    assertThat(seen.known()).hasSize(1);
    assertThat(seen.unknowns()).isEqualTo(1);
    assertThat(seen.unknown())
        .singleElement()
        .extracting(Recognition.Unexplained::line)
        .isEqualTo(5L);
  }

  @Test
  void aKnownCauseFarBelowDoesNotExplainAHeadline() {
    Recognition seen = Recognition.of("Error: Other\n" + "fine\n".repeat(40) + LICENCE);

    assertThat(seen.known()).hasSize(1);
    assertThat(seen.unknowns()).isEqualTo(1);
  }

  static List<Corpus.Sample> samples() {
    return Corpus.read("unknown").samples();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatNobodyKnowsIsCalledUnknownAndWhatIsFineIsNot(Corpus.Sample sample) {
    Recognition seen = Recognition.of(sample.text());

    assertThat(seen.known()).isEmpty();
    assertThat(seen.unknowns() > 0).isEqualTo(sample.kind().equals("error"));
  }

  @Test
  void secretsInWhatIsShownAreMasked() {
    Recognition seen =
        Recognition.of(
            "Error: token=AbCdEfGh12-x password=hunter2 Coder-Session-Token:"
                + " 0123456789-abcdefghijklmnopqrstuv\n"
                + "Failed to dial peers: http://coder:s3cr3t@10.1.2.3:8080 i/o timeout");

    String shown = seen.unknown() + " " + seen.known();
    assertThat(seen.known()).hasSize(1);
    assertThat(shown)
        .contains("***")
        .doesNotContain("AbCdEfGh12")
        .doesNotContain("hunter2")
        .doesNotContain("0123456789-")
        .doesNotContain("s3cr3t");
  }

  @Test
  void bytesThatAreNoTextDoNoHarm() {
    assertThat(
            Recognition.of("\u0000\u001b[\ufffd\u001b]0;title\u0007│╷ " + LICENCE + "\u0000")
                .known())
        .hasSize(1);
    assertThat(Recognition.of("").lines()).isZero();
  }
}
