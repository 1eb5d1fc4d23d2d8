package dev.atoll.practice.topology;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Source;
import dev.atoll.facts.model.RegionRole;
import dev.atoll.practice.About;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** TOP-1. */
public final class OnePrimary implements Practice {

  private static final About ABOUT =
      About.practice("TOP-1", "Each Region is described once, and exactly one is the primary")
          .from(
              Citation.progress("Infrastructure State"),
              Citation.bestPractices("Multi-Region Coder Visibility"))
          .because(
              "The database has one writer, and it is in the primary Region. Without a primary"
                  + " there is no database; with two, each would have its own users and"
                  + " workspaces.")
          .fix("Call .primary() on exactly one Region and .replica() on the others.")
          .wants(EvidenceKind.MODEL);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    List<RegionRole> roles = facts.all(RegionRole.class).facts();
    Set<String> seen = new HashSet<>();
    for (RegionRole role : roles) {
      inspection.look("region");
      if (!seen.add(role.region().name())) {
        inspection.violation("%s is described twice".formatted(role.region()), role.source());
      }
    }
    List<RegionRole> primaries = roles.stream().filter(RegionRole::primary).toList();
    if (!roles.isEmpty() && primaries.isEmpty()) {
      inspection.violation("no Region is the primary", sources(roles));
    }
    if (primaries.size() > 1) {
      inspection.violation(
          "%d Regions are the primary: %s"
              .formatted(primaries.size(), primaries.stream().map(RegionRole::region).toList()),
          sources(primaries));
    }
    return inspection.judgement("only a topology says which Region is the primary");
  }

  private static Source[] sources(List<RegionRole> roles) {
    return roles.stream().map(RegionRole::source).toArray(Source[]::new);
  }
}
