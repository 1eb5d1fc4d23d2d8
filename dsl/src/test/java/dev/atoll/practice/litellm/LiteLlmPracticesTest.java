package dev.atoll.practice.litellm;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static dev.atoll.facts.Value.known;
import static dev.atoll.facts.Value.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Facts.Gap;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.cache.CacheConnection;
import dev.atoll.facts.cache.CacheGroup;
import dev.atoll.facts.litellm.LiteLlmExposure;
import dev.atoll.facts.litellm.LiteLlmExposure.Way;
import dev.atoll.facts.litellm.LiteLlmServer;
import dev.atoll.facts.model.ServedName;
import dev.atoll.facts.secret.Secret;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which practices fail, exactly, for which broken cache, secret or way to LiteLLM. */
class LiteLlmPracticesTest {

  private static final List<Practice> ALL =
      List.of(new CacheModeOfTheClient(), new StoresOfLiteLlm(), new ExposureOfLiteLlm());

  private static final Source AT = new Source(Origin.PLAN, "here");
  private static final Ref CACHE = new Ref("cache");
  private static final String NAME = "atoll/litellm/cache";

  private static final Fact SECRET = secret(NAME, US_EAST_2);
  private static final Fact CLIENT = client(false);
  private static final Fact PUBLIC = exposed(Way.SUBDOMAIN);
  private static final Fact INTERNAL = exposed(Way.INTERNAL);
  private static final Fact GOOD = cache(false, true, true);
  private static final Fact SERVER =
      new LiteLlmServer(AT, new Ref("server"), US_EAST_2, Way.SUBDOMAIN, "llm", 4, 2000, 4L << 30);
  private static final Facts WANTED = Facts.of(Origin.TOPOLOGY, List.of(SECRET, SERVER));

  @Test
  void theBasePasses() {
    assertThat(with(Verdict.PASS, GOOD, CLIENT, SECRET, PUBLIC)).hasSize(ALL.size());
  }

  @Test
  void nothingToLookAtIsNoPass() {
    Facts none = Facts.of(Origin.PLAN, List.of());

    assertThat(ALL).allMatch(practice -> practice.judge(none).verdict() == Verdict.NOT_APPLICABLE);
  }

  static Stream<Arguments> breaks() {
    return Stream.of(
        broken("LLM-3", cache(false, false, true), CLIENT, SECRET, PUBLIC),
        broken("LLM-3", cache(false, true, false), CLIENT, SECRET, PUBLIC),
        broken("LLM-3", GOOD, CLIENT, PUBLIC),
        broken("LLM-3", GOOD, CLIENT, secret("atoll/coder/cache", US_EAST_2), PUBLIC),
        broken("LLM-3", GOOD, CLIENT, secret(NAME, US_WEST_2), PUBLIC),
        broken("LLM-9", cache(true, true, true), CLIENT, SECRET, PUBLIC),
        broken("LLM-9", GOOD, client(true), SECRET, PUBLIC),
        broken("", cache(true, true, true), client(true), SECRET, PUBLIC),
        broken("LLM-6", GOOD, CLIENT, SECRET, exposed(Way.PATH)),
        broken("LLM-6", GOOD, CLIENT, SECRET, INTERNAL, name(ServedName.Owner.LITELLM)),
        broken("", GOOD, CLIENT, SECRET, INTERNAL),
        broken("", GOOD, CLIENT, SECRET, INTERNAL, name(ServedName.Owner.CODER)),
        broken("", GOOD, CLIENT, SECRET, PUBLIC, name(ServedName.Owner.LITELLM)));
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void eachBreakFailsExactly(String failing, List<Fact> facts) {
    assertThat(with(Verdict.FAIL, facts.toArray(Fact[]::new)))
        .isEqualTo(failing.isEmpty() ? List.of() : List.of(failing));
  }

  @Test
  void whatIsNotKnownIsOpen() {
    LiteLlmExposure unsaid =
        new LiteLlmExposure(AT, new Ref("litellm"), unknown("not rendered"), unknown("neither"));

    assertThat(with(Verdict.UNKNOWN, GOOD, SECRET, PUBLIC)).containsExactly("LLM-9");
    assertThat(with(Verdict.UNKNOWN, GOOD, CLIENT, SECRET, unsaid)).containsExactly("LLM-6");
  }

  @Test
  void aSecretThatWasNotSeenIsOpenWhereNotAllWasRead() {
    Facts some =
        Facts.of(
            Origin.PLAN, List.of(GOOD), List.of(new Gap(Secret.class, "one root of two was read")));

    assertThat(new StoresOfLiteLlm().judge(some.intending(WANTED)).verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }

  private static Arguments broken(String failing, Fact... facts) {
    return Arguments.of(failing, List.of(facts));
  }

  private static List<String> with(Verdict verdict, Fact... facts) {
    Facts all = Facts.of(Origin.PLAN, List.of(facts)).intending(WANTED);
    return ALL.stream()
        .filter(practice -> practice.judge(all).verdict() == verdict)
        .map(practice -> practice.about().id())
        .toList();
  }

  private static Secret secret(String name, Region region) {
    return new Secret(AT, new Ref(name + region), known(name), known(region), known(region));
  }

  private static CacheConnection client(boolean cluster) {
    return new CacheConnection(AT, new Ref("client"), known(CACHE), known(cluster));
  }

  private static LiteLlmExposure exposed(Way way) {
    return new LiteLlmExposure(AT, new Ref("litellm"), known(way), known("llm"));
  }

  private static ServedName name(ServedName.Owner owner) {
    return new ServedName(
        AT,
        new Ref("name"),
        "llm.example.com",
        US_EAST_2,
        owner,
        ServedName.Purpose.LITELLM,
        Set.of());
  }

  private static CacheGroup cache(boolean cluster, boolean tls, boolean authenticated) {
    return new CacheGroup(
        AT,
        CACHE,
        known(US_EAST_2),
        known("cache"),
        known(cluster),
        known(tls),
        known(true),
        known(authenticated),
        known(Set.of()));
  }
}
