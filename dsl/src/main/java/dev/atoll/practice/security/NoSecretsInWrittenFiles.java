package dev.atoll.practice.security;

import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.analysis.secrets.Secrets;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Seen;
import dev.atoll.facts.file.WrittenText;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;

/** SEC-6. Looks at every text in every file; a finding names the place and never the secret. */
public final class NoSecretsInWrittenFiles implements Practice {

  private static final About ABOUT =
      About.practice("SEC-6", "No file that synth writes contains a token or a password")
          .from(
              progress("Important Notes 1"),
              page(
                  "Terraform, manage sensitive data",
                  "https://developer.hashicorp.com/terraform/language/manage-sensitive-data"))
          .because(
              "What synth writes is committed, cached by CI and attached to tickets. A token in it"
                  + " has to be revoked, which takes down whatever used it.")
          .fix("Write references to Secrets Manager, never values. Revoke what was ever written.")
          .wants(EvidenceKind.PLAN);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    Seen<WrittenText> texts = facts.all(WrittenText.class);
    for (WrittenText written : texts.facts()) {
      inspection.look("text");
      Secrets.kind(written.name(), written.text())
          .ifPresent(kind -> inspection.violation(written.ref() + " is " + kind, written.source()));
    }
    texts.gap().ifPresent(inspection::undecided);
    return inspection.judgement("no written file was read");
  }
}
