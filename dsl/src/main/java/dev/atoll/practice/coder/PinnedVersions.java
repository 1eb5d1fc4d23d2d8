package dev.atoll.practice.coder;

import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Truth;
import dev.atoll.facts.coder.CoderPackage;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * CDR-9. Pinned, not "latest" and matching holds for anybody; which version it is (2.27.1) is the
 * topology's own and compared with the topology alone.
 */
public final class PinnedVersions implements Practice {

  private static final About ABOUT =
      About.practice(
              "CDR-9", "Chart and image are pinned, and server and proxies run the same version")
          .subject(Subject.CODER)
          .from(
              progress("Workspace Proxy Configuration"),
              page(
                  "Coder, upgrading best practices",
                  "https://coder.com/docs/install/upgrade-best-practices"))
          .because(
              "A pod that restarts on \"latest\" brings a newer server, which migrates the shared"
                  + " database under the other region's feet, and Coder does not support going"
                  + " back. A proxy of another version still registers; Coder only warns on its"
                  + " health page, and nobody looks there.")
          .fix(
              "Pin the chart and the image tag to one version (2.27.1 and v2.27.1) for servers and"
                  + " proxies, and change all of them together.")
          .wants(EvidenceKind.MODEL, EvidenceKind.PLAN);

  /** One version and no range: 2.27.1, v2.27.1, 2.27.1-rc.1. */
  private static final Pattern PINNED =
      Pattern.compile("v?\\d+\\.\\d+\\.\\d+([-+][0-9A-Za-z.-]+)?");

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    List<CoderPackage> packages = facts.all(CoderPackage.class).facts();
    Map<String, CoderPackage> versions = new TreeMap<>();
    for (CoderPackage installed : packages) {
      inspection
          .look(installed.of().toString())
          .require(
              installed.chart().is(PinnedVersions::isPinned),
              "the chart of the %s is not pinned: \"%s\""
                  .formatted(installed.of(), installed.chart().show()),
              installed.source());
      pinnedImage(inspection, installed);
      installed.image().asOptional().ifPresent(tag -> versions.put(bare(tag), installed));
      intended(inspection, facts, installed);
    }
    if (versions.size() > 1) {
      inspection.violation(
          "servers and proxies run different versions: " + versions.keySet(),
          versions.values().stream()
              .map(CoderPackage::source)
              .toArray(dev.atoll.facts.Source[]::new));
    }
    facts.all(CoderPackage.class).gap().ifPresent(inspection::undecided);
    return inspection.judgement("nothing installs Coder in what was read");
  }

  private static void pinnedImage(Inspection inspection, CoderPackage installed) {
    Truth pinned = installed.image().is(PinnedVersions::isPinned);
    if (pinned.isNo()) {
      inspection.violation(
          Finding.of(
                  ABOUT,
                  "the image of the %s is not pinned: \"%s\""
                      .formatted(installed.of(), installed.image().show()),
                  installed.source())
              .because(
                  "Each node has what was newest on the day it first pulled the image. A pod that"
                      + " moves to a new node may bring a newer server, which migrates the shared"
                      + " database under the other regions' feet, and Coder does not support going"
                      + " back. Of a proxy of another version Coder only warns on its health"
                      + " page."));
    }
    pinned.open().forEach(inspection::undecided);
  }

  private static void intended(Inspection inspection, Facts facts, CoderPackage installed) {
    facts
        .intended()
        .flatMap(wanted -> wanted.all(CoderPackage.class).stream().findFirst())
        .flatMap(wanted -> wanted.image().asOptional())
        .ifPresent(
            wanted ->
                inspection.require(
                    installed.image().is(tag -> bare(tag).equals(bare(wanted))),
                    "the %s runs %s; the topology says %s"
                        .formatted(installed.of(), installed.image().show(), wanted),
                    installed.source()));
  }

  private static boolean isPinned(String version) {
    return PINNED.matcher(version).matches();
  }

  private static String bare(String tag) {
    return tag.startsWith("v") ? tag.substring(1) : tag;
  }
}
