package dev.atoll.practice.database;

import static dev.atoll.practice.Citation.page;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Truth;
import dev.atoll.facts.database.DatabaseCluster;
import dev.atoll.facts.database.DatabaseCluster.MasterPassword;
import dev.atoll.facts.database.DatabaseConnection;
import dev.atoll.facts.database.DatabaseConnection.Password;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;

/** AUR-9. */
public final class RotatingPassword implements Practice {

  private static final About ABOUT =
      About.practice(
              "AUR-9", "Where RDS rotates the master password, no client keeps a URL written once")
          .from(
              page(
                  "Amazon Aurora User Guide, password management with Secrets Manager",
                  "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html"))
          .because(
              "RDS rotates a password that it manages every 7 days by default. Open connections"
                  + " live on, so Coder fails days later, at the next connection: a restart, a"
                  + " scale-out or a failover at night.")
          .fix(
              "Give Coder an application user with a password of its own, or IAM authentication, or"
                  + " something that reloads the secret and restarts the pods.")
          .wants(EvidenceKind.PLAN);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (DatabaseCluster cluster : facts.all(DatabaseCluster.class).facts()) {
      Truth rotates = cluster.masterPassword().is(MasterPassword.MANAGED_BY_RDS::equals);
      if (rotates.isNo()) {
        continue;
      }
      inspection.look("password that RDS rotates");
      rotates.open().forEach(inspection::undecided);
      boolean known = false;
      for (DatabaseConnection connection : facts.all(DatabaseConnection.class).facts()) {
        if (connection.cluster().is(cluster.ref()::equals).isYes()) {
          known = true;
          inspection
              .look("connection")
              .require(
                  connection.password().is(Password.MASTER::equals).not(),
                  "%s keeps the master password of %s, which RDS changes"
                      .formatted(connection.ref(), cluster.ref()),
                  connection.source());
        }
      }
      if (!known) {
        inspection.undecided("nothing says how clients sign in to " + cluster.ref());
      }
    }
    return inspection.judgement("RDS manages no master password");
  }
}
