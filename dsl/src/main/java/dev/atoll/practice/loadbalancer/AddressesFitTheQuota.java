package dev.atoll.practice.loadbalancer;

import static dev.atoll.practice.Citation.page;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Seen;
import dev.atoll.facts.Source;
import dev.atoll.facts.aws.Quota;
import dev.atoll.facts.loadbalancer.ElasticIp;
import dev.atoll.facts.loadbalancer.StaticEntrance;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * LB-9. Counts the Elastic IP addresses of every Region; other addresses of the same account count
 * too, and are not seen here.
 */
public final class AddressesFitTheQuota implements Practice {

  private static final About ABOUT =
      About.practice(
              "LB-9",
              "Elastic IPs fit the quota, and every static address has a ready target behind it")
          .from(
              page(
                  "Amazon EC2 User Guide, Elastic IP addresses",
                  "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html"),
              page(
                  "Network Load Balancer, cross-zone load balancing",
                  "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html#target-group-cross-zone"))
          .because(
              "An account has 5 Elastic IPs per region. Two load balancers in three zones and a NAT"
                  + " gateway need 7: the apply stops at AddressLimitExceeded. A zone without a"
                  + " ready pod leaves a fixed address that nobody answers, since cross-zone is off"
                  + " by default.")
          .fix(
              "Ask for quota L-0263D0A3 first, and say .quota(ELASTIC_IPS, …); or let AWS pick the"
                  + " addresses of one load balancer. Spread replicas over all zones, or set"
                  + " load_balancing.cross_zone.enabled=true.")
          .wants(EvidenceKind.MODEL, EvidenceKind.PLAN);

  /** What an account has unless it asked for more. */
  static final int DEFAULT_QUOTA = 5;

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    Seen<ElasticIp> addresses = facts.all(ElasticIp.class);
    Optional<Integer> stated =
        stated(facts).or(() -> facts.intended().flatMap(AddressesFitTheQuota::stated));
    // What a stranger's account was granted no Terraform file says.
    boolean open =
        stated.isEmpty()
            && facts.intended().isEmpty()
            && EvidenceKind.of(facts.origin()) == EvidenceKind.PLAN;
    byRegion(inspection, addresses)
        .forEach(
            (region, found) ->
                count(inspection, region, found, stated.orElse(DEFAULT_QUOTA), open));
    addresses.gap().ifPresent(inspection::undecided);
    facts.all(StaticEntrance.class).stream().forEach(each -> targets(inspection, each));
    return inspection.judgement("there is no Elastic IP address");
  }

  private static Optional<Integer> stated(Facts facts) {
    return facts.all(Quota.class).stream()
        .filter(known -> known.of() == Quota.Of.ELASTIC_IPS)
        .map(Quota::limit)
        .findFirst();
  }

  private static Map<Region, List<ElasticIp>> byRegion(
      Inspection inspection, Seen<ElasticIp> addresses) {
    for (ElasticIp address : addresses.facts()) {
      inspection.look("Elastic IP address");
      address.region().fold(region -> inspection, inspection::undecided);
    }
    return addresses.stream()
        .filter(address -> address.region().asOptional().isPresent())
        .collect(
            Collectors.groupingBy(
                address -> address.region().asOptional().orElseThrow(),
                TreeMap::new,
                Collectors.toList()));
  }

  private static void count(
      Inspection inspection, Region region, List<ElasticIp> found, int quota, boolean open) {
    if (found.size() <= quota) {
      return;
    }
    String what =
        "%s needs %d Elastic IP addresses; the quota is %d%s"
            .formatted(region, found.size(), quota, open ? " unless more was granted" : "");
    Source[] where = found.stream().map(ElasticIp::source).distinct().toArray(Source[]::new);
    if (open) {
      inspection.warning(what, where);
    } else {
      inspection.violation(what, where);
    }
  }

  private static void targets(Inspection inspection, StaticEntrance entrance) {
    inspection.look("static entrance");
    if (entrance.crossZone()) {
      return;
    }
    inspection.require(
        entrance.targets().is(targets -> targets >= entrance.zones()),
        "%s has addresses in %d zones, cross-zone is off, and there are %s targets: an address that"
                .formatted(entrance.region(), entrance.zones(), entrance.targets().show())
            + " nobody answers",
        entrance.source());
  }
}
