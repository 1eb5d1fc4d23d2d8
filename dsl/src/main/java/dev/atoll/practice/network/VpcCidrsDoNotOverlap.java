package dev.atoll.practice.network;

import dev.atoll.analysis.reachability.Site;
import dev.atoll.aws.AddressSet;
import dev.atoll.aws.Cidr;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Seen;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.Vpc;
import dev.atoll.facts.network.VpcPeering;
import dev.atoll.practice.About;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** NET-1. */
public final class VpcCidrsDoNotOverlap implements Practice {

  private static final About ABOUT =
      About.expectation("NET-1", "VPC CIDRs are those of the topology and do not overlap")
          .from(
              Citation.progress("Infrastructure State"),
              Citation.page(
                  "How VPC peering connections work",
                  "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html"))
          .because(
              "AWS refuses to peer VPCs whose IPv4 blocks overlap, and a VPC's blocks cannot be"
                  + " changed once things live in it: the way out is a new VPC and a new cluster."
                  + " Emulators accept the overlap, so a green apply there proves nothing.")
          .fix("Give each Region a block of its own, such as 10.0.0.0/16 and 10.1.0.0/16.")
          .wants(EvidenceKind.MODEL);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    List<Vpc> vpcs = facts.all(Vpc.class).facts();
    Set<Set<Ref>> together = together(facts);
    for (int i = 0; i < vpcs.size(); i++) {
      for (Vpc other : vpcs.subList(i + 1, vpcs.size())) {
        Vpc one = vpcs.get(i);
        boolean matters =
            facts.origin() == Origin.TOPOLOGY || together.contains(pair(one.ref(), other.ref()));
        if (matters) {
          compare(inspection.look("VPC pair"), one, other);
        }
      }
    }
    facts
        .intended()
        .ifPresent(
            intention ->
                intention.all(Vpc.class).stream()
                    .forEach(vpc -> expect(inspection, vpc, facts.all(Vpc.class))));
    return inspection.judgement("fewer than two VPCs belong together");
  }

  /** The pairs of VPCs that are peered, or have nodes of the deployment. */
  private static Set<Set<Ref>> together(Facts facts) {
    Stream<Set<Ref>> peered =
        facts.all(VpcPeering.class).stream()
            .flatMap(
                peering ->
                    peering
                        .requester()
                        .flatMap(a -> peering.accepter().map(b -> pair(a, b)))
                        .asOptional()
                        .stream());
    Stream<Set<Ref>> sites =
        Site.of(facts).pairs().stream().map(two -> pair(two.from().vpc(), two.to().vpc()));
    return Stream.concat(peered, sites).collect(Collectors.toSet());
  }

  private static Set<Ref> pair(Ref a, Ref b) {
    return a.equals(b) ? Set.of(a) : Set.of(a, b);
  }

  private static void compare(Inspection inspection, Vpc one, Vpc other) {
    Value<AddressSet> both =
        one.cidrs()
            .flatMap(a -> other.cidrs().map(b -> AddressSet.of(a).intersect(AddressSet.of(b))));
    inspection.require(
        both.is(AddressSet::isEmpty),
        "%s (%s) and %s (%s) both have %s"
            .formatted(
                one.ref(), one.region().show(), other.ref(), other.region().show(), both.show()),
        one.source(),
        other.source());
  }

  /** An intended VPC is there when one of its Region has its blocks. */
  private static void expect(Inspection inspection, Vpc intended, Seen<Vpc> seen) {
    inspection.look("intended VPC");
    Truth there =
        Truth.any(
            seen.stream(),
            vpc ->
                same(vpc.region(), intended.region())
                    .and(
                        vpc.cidrs()
                            .flatMap(has -> intended.cidrs().map(wants -> holds(has, wants)))
                            .is(Boolean::booleanValue)));
    Truth more = seen.gap().map(Truth::open).orElse(Truth.NO);
    inspection.require(
        there.or(more),
        "the topology wants a VPC with %s in %s, and there is none"
            .formatted(intended.cidrs().show(), intended.region().show()),
        Stream.concat(
                Stream.of(intended),
                seen.stream().filter(vpc -> same(vpc.region(), intended.region()).isYes()))
            .map(Vpc::source)
            .toArray(Source[]::new));
  }

  private static boolean holds(List<Cidr> has, List<Cidr> wants) {
    Optional<Cidr> primary = wants.stream().findFirst();
    return primary.equals(has.stream().findFirst()) && has.containsAll(wants);
  }

  private static <T> Truth same(Value<T> a, Value<T> b) {
    return a.flatMap(one -> b.map(one::equals)).is(Boolean::booleanValue);
  }
}
