package dev.atoll.practice.lifecycle;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.facts.Facts;
import dev.atoll.facts.configuration.Expression;
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

/** RUN-4. */
public final class TriggersStayTheSame implements Practice {

  private static final About ABOUT =
      About.practice("RUN-4", "No trigger is another one in every plan")
          .severity(Severity.WARNING)
          .from(
              bestPractices("Helm Chart Management: Idempotent Terraform Applies"),
              page(
                  "Terraform, function timestamp",
                  "https://developer.hashicorp.com/terraform/language/functions/timestamp"))
          .because(
              "A resource with timestamp() in its triggers is replaced by every apply, so no plan"
                  + " is ever empty. People stop reading plans, and the change that matters passes"
                  + " with the noise.")
          .fix(
              "Trigger by what the resource depends on: a version, or a hash of the file that it"
                  + " uses.")
          .wants(EvidenceKind.PLAN);

  private static final Pattern TRIGGER =
      Pattern.compile("(triggers|triggers_replace|keepers|input)\\b.*");
  private static final List<String> EVER_NEW = List.of("timestamp", "uuid", "bcrypt");

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (Expression written : facts.all(Expression.class).facts()) {
      if (TRIGGER.matcher(written.argument()).matches()) {
        inspection.look("trigger");
        for (String function : EVER_NEW) {
          if (written.functions().contains(function)) {
            inspection.violation(
                Finding.of(
                        ABOUT,
                        "%s of %s is %s(): every apply replaces it"
                            .formatted(written.argument(), written.ref(), function),
                        written.source())
                    .tells(Motif.EVERY_APPLY));
          }
        }
      }
    }
    return inspection.judgement("no resource has triggers, as far as it is written here");
  }
}
