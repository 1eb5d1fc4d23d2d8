package dev.atoll.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Facts.Gap;
import dev.atoll.facts.coder.CoderUrl;
import dev.atoll.facts.coder.Licence;
import dev.atoll.facts.model.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactsTest {

  private static final Licence ONE = licence("one");
  private static final Licence TWO = licence("two");

  @Test
  void aKindIsSeenInTheReadersOrder() {
    Facts facts = Facts.of(Origin.CONFIGURATION, List.of(TWO, ONE));

    assertThat(facts.all(Licence.class)).isEqualTo(new Seen<>(List.of(TWO, ONE), Optional.empty()));
    assertThat(facts.all(CoderUrl.class)).isEqualTo(new Seen<>(List.of(), Optional.empty()));
  }

  @Test
  void theFirstGapOfAKindSaysWhyThereMayBeMore() {
    Facts facts =
        Facts.of(
            Origin.CONFIGURATION,
            List.of(ONE),
            List.of(
                new Gap(Licence.class, "first"),
                new Gap(Licence.class, "second"),
                new Gap(Name.class, "nothing read")));

    assertThat(facts.all(Licence.class)).isEqualTo(new Seen<>(List.of(ONE), Optional.of("first")));
    assertThat(facts.all(Name.class)).isEqualTo(new Seen<>(List.of(), Optional.of("nothing read")));
    assertThat(facts.all(CoderUrl.class).gap()).isEmpty();
  }

  @Test
  void moreAndFewerFactsAreSeenAsSuch() {
    Facts facts = Facts.of(Origin.CONFIGURATION, List.of(ONE));

    assertThat(facts.and(List.of(TWO)).all(Licence.class).facts()).containsExactly(ONE, TWO);
    assertThat(facts.without(ONE::equals).all(Licence.class).facts()).isEmpty();
    assertThat(facts.lacking(List.of(new Gap(Licence.class, "why"))).all(Licence.class).gap())
        .contains("why");
  }

  @Test
  void whoAsksIsHeardAndSeesTheSame() {
    List<Class<? extends Fact>> asked = new ArrayList<>();
    Facts facts = Facts.of(Origin.CONFIGURATION, List.of(ONE));
    Facts telling = facts.intending(facts).telling(asked::add);

    assertThat(telling.find(Licence.class, ONE.ref())).contains(ONE);
    assertThat(telling.intended()).contains(facts);
    facts.all(CoderUrl.class);
    assertThat(asked).containsExactly(Licence.class);
  }

  private static Licence licence(String name) {
    Ref ref = new Ref(name);
    return new Licence(
        new Source(Origin.CONFIGURATION, name), ref, Licence.State.DECLARED, Optional.empty());
  }
}
