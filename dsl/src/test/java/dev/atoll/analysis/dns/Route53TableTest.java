package dev.atoll.analysis.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.analysis.dns.cases.DnsCase;
import dev.atoll.analysis.dns.cases.DnsCases;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The analysis answers every question of the table as it is written there. */
class Route53TableTest {

  @TestFactory
  Stream<DynamicTest> everyLine() {
    return DnsCases.table().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.toString(),
                    () ->
                        assertThat(one.show(one.answer()))
                            .as("%s, because %s", one.source(), one.answer().reasons())
                            .isEqualTo(one.expected())));
  }

  @Test
  void theTableIsAsLargeAsPromisedAndHasEveryKindOfAnswer() {
    List<DnsCase> table = DnsCases.table();
    assertThat(table).hasSizeGreaterThan(60);
    assertThat(table.stream().map(one -> one.answer().outcome())).contains(Outcome.values());
  }

  @Test
  void aLineThatIsNoneIsSaidWithItsNumber() {
    assertThatThrownBy(() -> DnsCases.read(List.of("zone a.b", "recrod a.b A")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Line 2")
        .hasMessageContaining("no line begins with \"recrod\"");
    assertThatThrownBy(() -> DnsCases.read(List.of("zone a.b", "ask a.b A from x -> nodata [y]")))
        .hasMessageContaining("there is no source y");
    assertThatThrownBy(() -> DnsCases.read(List.of("zone a.b", "record a.b")))
        .hasMessageContaining("the line ends too early");
  }
}
