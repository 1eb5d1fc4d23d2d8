package dev.atoll.practice.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Facts.Gap;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.cluster.EksCluster;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.facts.network.SecurityGroup;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** LB-10. */
class OneOwnedGroupTest {

  private static final Source HERE = new Source(Origin.APPLIED, "here");
  private static final String TAG = "kubernetes.io/cluster/use2";

  @Test
  void oneTaggedGroupOfTwoPasses() {
    assertThat(judge(nodes("own", "extra"), group("own", TAG), group("extra")).verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void theOnlyGroupNeedsNoTag() {
    assertThat(judge(nodes("own"), group("own")).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void twoTaggedGroupsFail() {
    Judgement judgement = judge(nodes("own", "extra"), group("own", TAG), group("extra", TAG));

    assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judgement.detail()).startsWith("2 of the 2 security groups");
  }

  @Test
  void noTaggedGroupOfTwoFails() {
    assertThat(judge(nodes("own", "extra"), group("own"), group("extra")).verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void theTagOfAnotherClusterDoesNotCount() {
    assertThat(
            judge(
                    nodes("own", "extra"),
                    group("own", TAG),
                    group("extra", "kubernetes.io/cluster/usw2"))
                .verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void theGroupThatEksMadeIsTaggedEvenWhereItIsNotSeen() {
    Value<Ref> vpc = Value.known(new Ref("vpc"));
    EksCluster cluster =
        new EksCluster(
            HERE,
            new Ref("cluster"),
            Value.unknown("unread"),
            Value.known("use2"),
            Value.unknown("unread"),
            Value.unknown("unread"),
            vpc,
            Value.known(new Ref("eks")));

    assertThat(judge(nodes("own", "eks"), group("own", TAG), cluster).verdict())
        .isEqualTo(Verdict.FAIL);
    assertThat(judge(nodes("own", "eks"), group("own"), cluster).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aGroupThatWasNotSeenLeavesItOpen() {
    assertThat(judge(nodes("own", "unseen"), group("own", TAG)).verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void nodesThatMayBeElsewhereLeaveItOpen() {
    Facts partly =
        Facts.of(
            Origin.PLAN,
            List.of(nodes("own"), group("own", TAG)),
            List.of(new Gap(NodeInterfaces.class, "one root of two")));

    assertThat(new OneOwnedGroup().judge(partly).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void withoutNodesItDoesNotApply() {
    assertThat(new OneOwnedGroup().judge(Facts.of(Origin.PLAN, List.of())).verdict())
        .isEqualTo(Verdict.NOT_APPLICABLE);
  }

  private static Judgement judge(Fact nodes, Fact... others) {
    List<Fact> facts = new ArrayList<>(List.of(nodes));
    facts.addAll(Arrays.asList(others));
    return new OneOwnedGroup().judge(Facts.of(Origin.APPLIED, facts));
  }

  private static NodeInterfaces nodes(String... groups) {
    return new NodeInterfaces(
        HERE,
        new Ref("eni"),
        Value.known("use2"),
        Value.known(new Ref("vpc")),
        Value.unknown("unread"),
        Value.known(Arrays.stream(groups).map(Ref::new).collect(Collectors.toSet())));
  }

  private static SecurityGroup group(String id, String... tags) {
    return new SecurityGroup(
        HERE,
        new Ref(id),
        Value.known(new Ref("vpc")),
        Value.known(id),
        Value.known(Arrays.stream(tags).collect(Collectors.toMap(tag -> tag, tag -> "owned"))));
  }
}
