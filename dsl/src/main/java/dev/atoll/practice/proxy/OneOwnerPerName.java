package dev.atoll.practice.proxy;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.analysis.names.DomainName;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Source;
import dev.atoll.facts.model.ServedName;
import dev.atoll.facts.model.ServedName.Owner;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** PRX-7. A name may lead to several Regions, and to one owner only. */
public final class OneOwnerPerName implements Practice {

  private static final About ABOUT =
      About.practice("PRX-7", "A regional name belongs to the replica or to the proxy, not to both")
          .subject(Subject.CODER)
          .from(
              bestPractices("DNS and Multi-Region Setup, 2. Region-Specific Subdomains"),
              progress("Workspace Proxy Configuration"),
              page(
                  "Coder, Workspace Proxies",
                  "https://coder.com/docs/admin/networking/workspace-proxies"))
          .corrects(
              "us-west-2.coderdemo.io forces the Oregon replica (best practices), and it is the"
                  + " proxy's URL (progress).",
              "A name leads to one load balancer. With the proxy it is the proxy's, which serves no"
                  + " dashboard; the replica is then reached by another name, such as"
                  + " replica.us-west-2.coderdemo.io. Without it, it is the replica's.")
          .because(
              "Two records for one name: the second apply fails, or takes the name away from the"
                  + " first. Users of the regional dashboard then land on a proxy, or the proxy"
                  + " turns unhealthy.")
          .fix(
              "Name the owner in the topology. If it is the proxy, give the replica a name of its"
                  + " own under the apex wildcard.")
          .wants(EvidenceKind.MODEL);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    Map<String, List<ServedName>> byName = new TreeMap<>();
    for (ServedName served : facts.all(ServedName.class).facts()) {
      byName
          .computeIfAbsent(new DomainName(served.name()).text(), key -> new ArrayList<>())
          .add(served);
    }
    byName.forEach((name, claims) -> judge(inspection, name, claims));
    return inspection.judgement("only a topology says who owns a name");
  }

  private static void judge(Inspection inspection, String name, List<ServedName> claims) {
    inspection.look("name");
    List<Owner> owners = claims.stream().map(ServedName::owner).distinct().sorted().toList();
    if (owners.size() > 1) {
      inspection.violation(
          "%s is claimed for %s"
              .formatted(
                  name,
                  owners.stream().map(Owner::toString).collect(Collectors.joining(" and for "))),
          claims.stream().map(ServedName::source).distinct().toArray(Source[]::new));
    }
  }
}
