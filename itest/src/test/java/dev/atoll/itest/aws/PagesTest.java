package dev.atoll.itest.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The emulator answers on one page whatever the size; AWS does not. Also shows which calls the
 * reader makes: {@link TwoPages} answers no other.
 */
class PagesTest {

  @Test
  void nothingOfTheSecondPageIsMissed() {
    try (AwsClients account =
        new AwsClients(
            Origin.LIVE,
            region -> new TwoPages(),
            region -> null,
            region -> null,
            region -> null)) {
      List<Fact> facts = NetworkReader.read(account, List.of(Region.EU_WEST_1));
      assertThat(facts)
          .extracting(Fact::ref)
          .containsExactlyInAnyOrderElementsOf(
              Stream.of("vpc", "subnet", "rtb", "pcx", "sg", "sgr", "acl", "eni")
                  .flatMap(kind -> Stream.of(new Ref(kind + "-1"), new Ref(kind + "-2")))
                  .toList());
      assertThat(facts).extracting(fact -> fact.source().origin()).containsOnly(Origin.LIVE);
    }
  }
}
