package dev.atoll.practice.database;

import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.facts.Facts;
import dev.atoll.facts.secret.Credential;
import dev.atoll.facts.secret.Credential.Custody;
import dev.atoll.facts.secret.CredentialOutput;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Severity;

/** AUR-6. */
public final class GeneratedCredentials implements Practice {

  private static final About ABOUT =
      About.practice(
              "AUR-6",
              "Credentials are generated, kept in Secrets Manager, and written nowhere else")
          .from(
              progress("Important Notes 1"),
              page(
                  "Terraform, manage sensitive data",
                  "https://developer.hashicorp.com/terraform/language/manage-sensitive-data"))
          .because(
              "A password in a tfvars file, an output or a report is in git history, CI logs and"
                  + " chat for good, and whoever finds it owns the users' workspaces.")
          .fix(
              "Let RDS or Secrets Manager generate it and pass references. Mark outputs sensitive,"
                  + " use write-only arguments where the provider has them, and list by name what"
                  + " still reaches the state.")
          .wants(EvidenceKind.PLAN, EvidenceKind.APPLIED);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    facts.all(Credential.class).stream().forEach(credential -> judge(inspection, credential));
    for (CredentialOutput output : facts.all(CredentialOutput.class).facts()) {
      inspection
          .look("output with a credential")
          .require(
              output.sensitive().is(Boolean::booleanValue),
              "%s shows a credential to whoever reads the log".formatted(output.ref()),
              output.source());
    }
    return inspection.judgement("there are no credentials");
  }

  private static void judge(Inspection inspection, Credential credential) {
    credential
        .custody()
        .<Inspection>fold(
            custody -> judge(inspection, credential, custody),
            why ->
                inspection
                    .look("credential")
                    .undecided("who has the %s: %s".formatted(credential.what(), why)));
  }

  private static Inspection judge(Inspection inspection, Credential credential, Custody custody) {
    return switch (custody) {
      case MANAGED, WRITE_ONLY -> inspection.look("credential in Secrets Manager alone");
      case IAM -> inspection.look("login by IAM without password");
      case STATE_UNAVOIDABLE ->
          // Named, so that whoever reads the report knows what the state's readers know.
          inspection.look(
              "credential that the state has to hold (%s)".formatted(credential.what()));
      case STATE ->
          inspection.violation(
              Finding.of(
                      ABOUT,
                      "the %s is in the Terraform state, where it need not be"
                          .formatted(credential.what()),
                      credential.source())
                  .as(Severity.WARNING)
                  .because(
                      "Whoever may read the state, which means whoever may plan, can log in with"
                          + " it, today and from every older version of the state that the bucket"
                          + " keeps."));
      case CODE ->
          inspection.violation(
              "the %s is written in the code".formatted(credential.what()), credential.source());
      case OPEN ->
          inspection.violation(
              "the %s: there is none, whoever reaches it gets in".formatted(credential.what()),
              credential.source());
    };
  }
}
