package dev.atoll.practice.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.analysis.reachability.Break;
import dev.atoll.analysis.reachability.TwoRegions;
import dev.atoll.analysis.reachability.World;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Verdict;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which practices fail, exactly, for which broken deployment. */
class NetworkPracticesTest {

  private static final List<Practice> ALL =
      List.of(
          new VpcCidrsDoNotOverlap(),
          new PeeringIsActive(),
          new RoutesLeadThroughPeering(),
          new PeersAreAdmitted(),
          new ReplicasReachEachOther());

  private static Set<String> with(Verdict verdict, Facts facts) {
    return ALL.stream()
        .filter(practice -> practice.judge(facts).verdict() == verdict)
        .map(practice -> practice.about().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Judgement judge(Practice practice, String change) {
    return practice.judge(TwoRegions.with(change).facts());
  }

  private static Set<String> ids(String text) {
    return text == null
        ? Set.of()
        : Stream.of(text.split(" ", -1)).map("NET-"::concat).collect(Collectors.toSet());
  }

  @Test
  void theBaseWorldPasses() {
    TreeMap<String, String> details = new TreeMap<>();
    ALL.forEach(
        practice ->
            details.put(
                practice.about().id(),
                practice
                    .judge(
                        TwoRegions.with("coder 2.27.1 us-east-2\ncoder 2.27.1 us-west-2").facts())
                    .toString()));
    assertThat(with(Verdict.PASS, TwoRegions.world().facts()))
        .as("%s", details)
        .isEqualTo(ids("1 2 3 4 5"));
    assertThat(details.values()).allMatch(text -> text.contains("verdict=PASS"));
    assertThat(details.get("NET-4")).doesNotContain("no version");
  }

  @Test
  void everyRowIsExplained() {
    assertThat(ALL)
        .allSatisfy(
            practice -> {
              assertThat(practice.about().why()).isNotBlank();
              assertThat(practice.about().fix()).isNotBlank();
              assertThat(practice.about().sources()).hasSizeGreaterThan(1);
              assertThat(practice.about().wanted()).isNotEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "PEERING,          2 5",
    "ACCEPTANCE,       2 5",
    "ROUTE_THERE,      3 5",
    "ROUTE_BACK,       3 5",
    "RULE_THERE,       4 5",
    "RULE_BACK,        4 5",
    "WRONG_PORT_THERE, 4 5",
    "WRONG_PORT_BACK,  4 5",
    "EGRESS_THERE,     5",
    "EGRESS_BACK,      5",
    "ACL_THERE,        5",
    "ACL_BACK,         5",
  })
  void eachBreakFailsExactly(Break one, String failing) {
    Facts facts = one.of(TwoRegions.world().facts());
    assertThat(with(Verdict.FAIL, facts)).isEqualTo(ids(failing));
    TreeSet<String> rest = new TreeSet<>(ids("1 2 3 4 5"));
    rest.removeAll(ids(failing));
    assertThat(with(Verdict.PASS, facts)).isEqualTo(rest);
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        // NET-1
        Arguments.of("without vpc oregon\nvpc oregon us-west-2 10.1.0.0/16 10.0.224.0/19", "1 4 5"),
        // NET-2
        Arguments.of("peering twin oregon->ohio active", "2"),
        Arguments.of("peering loop ohio->ohio active", "2"),
        Arguments.of("peering away ohio->nowhere active", "2"),
        Arguments.of("peering old ohio->oregon dead", null),
        Arguments.of("without peering\npeering ohio-oregon ohio->oregon dead", "2 5"),
        Arguments.of("without peering\npeering ohio-oregon oregon->ohio active", null),
        // NET-3
        Arguments.of(
            """
            without route ohio-rt-private-a 10.1.0.0/16
            route ohio-rt-private-a 10.1.0.0/17 -> peering ohio-oregon
            """,
            "3"),
        Arguments.of("route ohio-rt-private-a 10.1.200.0/24 -> peering ohio-oregon blackhole", "3"),
        Arguments.of("without route ohio-rt-public-b", null),
        Arguments.of(
            """
            without table ohio-rt-private-a
            without table ohio-rt-main
            table ohio-rt-private-a of ohio main
            """,
            null),
        Arguments.of("without table ohio-rt-private-a", "3 5"),
        // NET-4
        Arguments.of("allow ohio-node tcp 443 from 0.0.0.0/0", "4"),
        Arguments.of("allow ohio-node tcp 8080 from 0.0.0.0/0", "4"),
        Arguments.of("allow ohio-node icmpv6 all from ::/0", "4"),
        Arguments.of("allow ohio-node tcp 8080 from 10.0.0.0/8", "4"),
        Arguments.of("allow ohio-node tcp 22 from 10.1.7.0/24", "4"),
        Arguments.of("allow ohio-node udp 8080 from 10.1.0.0/16", "4"),
        Arguments.of("allow ohio-node all all from 10.1.0.0/16", "4"),
        Arguments.of("allow ohio-node tcp 8080-8081 from 10.1.0.0/16", "4"),
        Arguments.of("allow ohio-node tcp 6222 from 10.1.0.0/16", "4"),
        Arguments.of("allow ohio-node tcp 8080 from 10.1.3.0/24", null),
        Arguments.of("allow ohio-node tcp 22 from 10.0.0.0/16", null),
        Arguments.of("allow ohio-node tcp 22 from 192.168.0.0/16", null),
        Arguments.of("allow ohio-nlb all all from 0.0.0.0/0", null),
        Arguments.of(
            """
            without allow ohio-node tcp 8080 from 10.1.0.0/16
            allow ohio-nlb tcp 8080 from 10.1.0.0/16
            """,
            "4 5"),
        Arguments.of(
            """
            without allow ohio-node tcp 8080 from 10.1.0.0/16
            allow ohio-node tcp 8080 from 10.1.0.0/17
            """,
            "4"),
        Arguments.of("coder 2.38.0 us-east-2\ncoder 2.38.0 us-west-2", "4 5"),
        Arguments.of(
            """
            coder 2.38.0 us-east-2
            coder 2.38.0 us-west-2
            allow ohio-node tcp 6222 from 10.1.0.0/16
            allow oregon-node tcp 6222 from 10.0.0.0/16
            """,
            null),
        Arguments.of(
            """
            coder 2.38.0 us-east-2
            coder 2.38.0 us-west-2
            allow ohio-node tcp 6222 from 10.1.0.0/16
            """,
            "4 5"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void eachChangeFailsExactly(String change, String failing) {
    assertThat(with(Verdict.FAIL, TwoRegions.with(change).facts())).isEqualTo(ids(failing));
    assertThat(with(Verdict.UNKNOWN, TwoRegions.with(change).facts())).isEmpty();
  }

  static Stream<Arguments> unknowns() {
    return Stream.of(
        Arguments.of("without vpc oregon\nvpc oregon us-west-2 ?", "1 3 4"),
        Arguments.of("without peering\ngap VpcPeering one root of two was read", "2 5"),
        Arguments.of("without peering\npeering ohio-oregon ohio->oregon ?", "2 5"),
        Arguments.of("peering away ohio->nowhere active\ngap Vpc one root of two was read", "2"),
        Arguments.of("peering away ?->oregon dead", null),
        Arguments.of("without route\ngap Route one root of two was read", "3 5"),
        Arguments.of(
            "without nodes ohio-nodes\nnodes ohio-nodes in ? of ohio with ohio-node", "3 5"),
        Arguments.of("gap Ingress one root of two was read", "4"),
        Arguments.of("allow ohio-node tcp 8080 from list pl-1", "4"),
        Arguments.of("allow ohio-node tcp 8080 from ?", "4"),
        Arguments.of("allow ohio-node ? 8080 from 10.1.0.0/16", "4"),
        Arguments.of("allow ? tcp 22 from 10.1.0.0/16", "4"),
        Arguments.of("allow ? tcp 8080 from 10.1.0.0/16", null),
        Arguments.of("without let\ngap Egress one root of two was read", "5"),
        Arguments.of("coder 2.99.0 us-east-2\ncoder 2.27.1 us-west-2", "4 5"),
        Arguments.of("coder ? us-east-2\ncoder 2.27.1 us-west-2", "4 5"),
        Arguments.of("gap NodeInterfaces one root of two was read", "2 3 4 5"),
        Arguments.of("nodes more in ? of ? with ohio-node", "3 5"),
        Arguments.of("nodes more in ? of ? with ?", "2 3 4 5"));
  }

  @ParameterizedTest
  @MethodSource("unknowns")
  void whatIsNotDecidedIsUnknown(String change, String unknown) {
    assertThat(with(Verdict.UNKNOWN, TwoRegions.with(change).facts())).isEqualTo(ids(unknown));
    assertThat(with(Verdict.FAIL, TwoRegions.with(change).facts())).isEmpty();
  }

  @Test
  void nothingToLookAtIsNotApplicable() {
    assertThat(with(Verdict.NOT_APPLICABLE, World.of("").facts())).isEqualTo(ids("1 2 3 4 5"));
    assertThat(
            with(
                Verdict.NOT_APPLICABLE,
                TwoRegions.with("without nodes oregon-nodes\nwithout vpc oregon\nwithout peering")
                    .facts()))
        .isEqualTo(ids("1 2 3 4 5"));
  }

  @Test
  void aRegionWithoutCoderIsNotHeldToIt() {
    Facts facts = Break.RULE_THERE.of(TwoRegions.with("coder 2.27.1 us-east-2").facts());
    assertThat(with(Verdict.FAIL, facts)).isEmpty();
  }

  @Test
  void theTopologysBlocksAreExpected() {
    Facts facts = TwoRegions.world().facts();
    assertThat(with(Verdict.FAIL, facts.intending(facts))).isEmpty();
    Facts other = TwoRegions.with("without vpc oregon\nvpc oregon us-west-2 10.2.0.0/16").facts();
    Judgement judgement = new VpcCidrsDoNotOverlap().judge(facts.intending(other));
    assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judgement.detail())
        .isEqualTo("the topology wants a VPC with [10.2.0.0/16] in us-west-2, and there is none");
    Facts gap = TwoRegions.with("gap Vpc one root of two was read").facts().intending(other);
    assertThat(new VpcCidrsDoNotOverlap().judge(gap).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void aTopologysVpcsBelongTogether() {
    String text = "vpc a us-east-2 10.0.0.0/16\nvpc b us-west-2 10.0.128.0/17";
    Facts account = World.of(text).facts();
    assertThat(new VpcCidrsDoNotOverlap().judge(account).verdict())
        .isEqualTo(Verdict.NOT_APPLICABLE);
    Judgement judgement =
        new VpcCidrsDoNotOverlap().judge(Facts.of(Origin.TOPOLOGY, account.everything()));
    assertThat(judgement.detail())
        .isEqualTo("a (us-east-2) and b (us-west-2) both have 10.0.128.0/17");
    assertThat(judgement.findings().get(0).where()).hasSize(2);
  }

  @Test
  void saysThatPortsAreAssumed() {
    assertThat(judge(new PeersAreAdmitted(), "").detail())
        .isEqualTo(
            "looked at 8 ingress rules, 2 replica ports; no version of Coder was seen, so"
                + " the ports are those of the documented line 2.27 to 2.36: [8080]");
  }

  @Test
  void theDiagnosisIsInTheFinding() {
    Judgement judgement = judge(new ReplicasReachEachOther(), "without peering");
    assertThat(judgement.findings()).hasSize(2);
    assertThat(judgement.findings().get(0).what())
        .contains("time out")
        .contains("missing: PEERING");
    assertThat(judgement.findings().get(0).path()).hasSize(12);
    assertThat(judgement.findings().get(0).where()).isNotEmpty();
  }

  @Test
  void aFindingNamesTheRuleAndItsPlace() {
    Judgement judgement = judge(new PeersAreAdmitted(), "allow ohio-node tcp 22 from 10.1.7.0/24");
    assertThat(judgement.findings()).hasSize(1);
    assertThat(judgement.detail())
        .startsWith(
            "ohio-node, attached to the nodes of ohio, admits TCP 22 from 10.1.7.0/24, not just TCP"
                + " [8080]");
    assertThat(judgement.findings().get(0).where())
        .extracting(Object::toString)
        .containsExactly("allow ohio-node tcp 22 from 10.1.7.0/24");
  }

  private static final String DOCUMENTED = "coder 2.27.1 us-east-2\ncoder 2.27.1 us-west-2";

  @Test
  void thePortsOfTheVersionAreKnownAndAdmitted() {
    assertThat(judge(new ReplicaPortsOfTheVersion(), DOCUMENTED).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aNewerVersionNeedsAPortThatNobodyOpened() {
    Judgement judgement =
        judge(new ReplicaPortsOfTheVersion(), DOCUMENTED.replace("2.27.1", "2.38.0"));

    assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judgement.findings())
        .allSatisfy(finding -> assertThat(finding.what()).contains("TCP 6222"));
  }

  @Test
  void anUnknownVersionIsSaidToBeUnknown() {
    assertThat(
            judge(new ReplicaPortsOfTheVersion(), DOCUMENTED.replace("2.27.1", "3.0.0")).detail())
        .contains("which ports Coder 3.0.0 needs between replicas is not known");
  }

  @ParameterizedTest
  @CsvSource({"RULE_THERE, FAIL", "WRONG_PORT_BACK, FAIL", "PEERING, PASS", "ROUTE_BACK, PASS"})
  void ofAllBreaksThoseOfRulesAreTheVersionsMatter(Break one, Verdict verdict) {
    Facts wanted = TwoRegions.with(DOCUMENTED).facts();
    Facts found = one.of(TwoRegions.world().facts()).intending(wanted);

    assertThat(new ReplicaPortsOfTheVersion().judge(found).verdict()).isEqualTo(verdict);
  }
}
