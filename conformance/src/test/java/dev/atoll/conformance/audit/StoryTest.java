package dev.atoll.conformance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Origin;
import dev.atoll.facts.Source;
import dev.atoll.practice.About;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Motif;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Findings are told as one by what their judges say of them, whatever their words are. */
class StoryTest {

  private static final Entry CHECK =
      entry("DNS-5", "in words of its own", "a", Optional.of(Motif.HEALTH_OF_OTHERS));

  @Test
  void halvesOfOneRootAreOne() {
    Entry proxy = entry("DNS-12", "said anyhow", "a", Optional.of(Motif.LEADS_TO_PROXY));
    assertThat(Story.told(List.of(CHECK, proxy)))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.ids()).isEqualTo("DNS-5 DNS-12");
              assertThat(entry.finding().what())
                  .startsWith("in words of its own; failover cannot work");
              assertThat(entry.finding().path()).containsExactly("said anyhow");
              assertThat(entry.finding().where()).hasSize(2);
            });
  }

  @Test
  void othersStayApart() {
    assertThat(
            Story.told(
                List.of(
                    CHECK,
                    entry("DNS-12", "of another root", "b", Optional.of(Motif.LEADS_TO_PROXY)),
                    entry("DNS-12", "another matter", "a", Optional.empty()),
                    entry("RUN-3", "of another story", "a", Optional.of(Motif.MENDED_AFTERWARDS)))))
        .hasSize(4);
  }

  private static Entry entry(String id, String what, String root, Optional<Motif> motif) {
    About about = Catalogue.find(id).orElseThrow().about();
    Source at =
        new Source(
            Origin.CONFIGURATION,
            "%s:aws_a.b (%s/main.tf:%d)".formatted(root, root, what.length()));
    Finding finding = Finding.of(about, what, at);
    return new Entry(
        motif.map(finding::tells).orElse(finding),
        List.of(about),
        List.of(new Part(what, id, what)),
        false,
        Optional.empty());
  }
}
