package dev.atoll.practice.database;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.analysis.reachability.Site;
import dev.atoll.facts.Facts;
import dev.atoll.facts.database.DatabaseCluster;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Harm;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import java.util.List;

/** AUR-5. Decided over all addresses. */
public final class PortOpenToRegionsOnly implements Practice {

  private static final About ABOUT =
      About.practice("AUR-5", "Port 5432 is open to each region's VPC CIDR and to nothing wider")
          .harm(Harm.LETS_IN)
          .from(
              progress("Infrastructure State"),
              bestPractices("Multi-Region Coder Visibility"),
              page(
                  "Amazon VPC Peering Guide, update your security groups",
                  "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html"))
          .because(
              "A missing CIDR takes a region's Coder down at start: it waits for the database and"
                  + " never gets ready. A wider one offers every user's tokens and workspaces to"
                  + " whoever reaches the address.")
          .fix(
              "Write one ingress rule for TCP 5432 per region, its CIDR taken from that region's"
                  + " VPC and not typed. Across regions a rule must name the CIDR: a group of"
                  + " another region cannot be referenced.")
          .wants(EvidenceKind.PLAN, EvidenceKind.APPLIED);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    Site.Sites sites = Site.of(facts);
    for (DatabaseCluster cluster : facts.all(DatabaseCluster.class).facts()) {
      inspection.look("database cluster");
      sites.open().ifPresent(inspection::undecided);
      cluster
          .groups()
          .<Inspection>fold(
              groups -> {
                List<Site> clients =
                    Client.of(cluster).equals(Client.LITELLM)
                        ? sites.sites().stream().filter(site -> isHome(site, cluster)).toList()
                        : sites.sites();
                return new DatabaseRules(inspection, cluster, facts, clients, groups).judge();
              },
              why -> inspection.undecided("the groups of %s: %s".formatted(cluster.ref(), why)));
    }
    return inspection.judgement("there is no database cluster");
  }

  private static boolean isHome(Site site, DatabaseCluster cluster) {
    return cluster.region().fold(region -> !site.region().is(region::equals).isNo(), why -> true);
  }
}
