package dev.atoll.conformance.read.coder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.conformance.read.resource.Root;
import dev.atoll.conformance.read.term.Term;
import dev.atoll.facts.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An output says what no resource can: whether Coder is licensed. */
class LicenceReaderTest {

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "coder_licence_status, declared, DECLARED ",
    "coder_licence_status, pending, PENDING ",
    "coder_licence_status, pending: the order is placed, PENDING the order is placed",
    "coder_licence_status, perhaps, ''",
    "coder_licence_status, undeclared, ''",
    "licence, declared, ''",
  })
  void isUnderstoodOrNotThere(String output, String value, String licence) {
    assertThat(LicenceReader.read(root(output, value)))
        .extracting(read -> read.state() + " " + read.reason().orElse(""))
        .map(String::strip)
        .isEqualTo(licence.isEmpty() ? List.of() : List.of(licence));
  }

  private static Root root(String output, String value) {
    return new Root(
        Origin.CONFIGURATION,
        List.of(),
        Map.of(),
        List.of(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of(new Root.Output(output, false, new Term.Literal(value), Optional.empty())),
        List.of(),
        Optional.empty());
  }
}
