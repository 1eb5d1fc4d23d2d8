package dev.atoll.practice.lifecycle;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.facts.Facts;
import dev.atoll.facts.configuration.LocalCommand;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Motif;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Severity;
import java.util.List;
import java.util.regex.Pattern;

/** RUN-3. */
public final class NoPatchAfterTheFact implements Practice {

  private static final About ABOUT =
      About.practice("RUN-3", "Nothing is patched by hand after the fact")
          .from(
              bestPractices("Traffic Flow"),
              page(
                  "Terraform, provisioners are a last resort",
                  "https://developer.hashicorp.com/terraform/language/resources/provisioners/syntax#provisioners-are-a-last-resort"))
          .because(
              "What a command changes behind Terraform's back is undone by the next upgrade of the"
                  + " chart, and nobody notices: the plan is empty. Whoever applies needs the right"
                  + " kubeconfig; with the wrong one the patch goes to another cluster, or"
                  + " nowhere.")
          .fix(
              "Make the object right where it is made: in the chart's values, or in a Service of"
                  + " your own. Then delete the provisioner.")
          .wants(EvidenceKind.PLAN);

  private static final Pattern PATCHES =
      Pattern.compile("\\bkubectl\\b[^|;&]*\\b(patch|edit|annotate|label|scale|set)\\b");
  private static final Pattern APPLIES =
      Pattern.compile("\\bkubectl\\b[^|;&]*\\b(apply|create|replace|delete)\\b");
  private static final Pattern SILENT = Pattern.compile("\\|\\|\\s*(true|:)(\\s|$)");

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (LocalCommand local : facts.all(LocalCommand.class).facts()) {
      inspection.look("local command");
      local.command().fold(command -> judge(inspection, local, command), inspection::undecided);
    }
    facts.all(LocalCommand.class).gap().ifPresent(inspection::undecided);
    return inspection.judgement("nothing runs a command where Terraform is applied");
  }

  private static Inspection judge(Inspection inspection, LocalCommand local, String command) {
    if (PATCHES.matcher(command).find()) {
      String silent =
          SILENT.matcher(command).find() ? ", and its failure is passed over (|| true)" : "";
      return inspection.violation(
          Finding.of(
                  ABOUT,
                  "%s patches an object with kubectl after it was made%s"
                      .formatted(local.ref(), silent),
                  local.source())
              .tells(Motif.MENDED_AFTERWARDS));
    }
    return APPLIES.matcher(command).find()
        ? inspection.violation(
            new Finding(
                    ABOUT,
                    "%s makes objects with kubectl: they are in no state, and stay when it goes"
                        .formatted(local.ref()),
                    List.of(local.source()),
                    ABOUT.fix(),
                    List.of())
                .as(Severity.WARNING))
        : inspection;
  }
}
