package dev.atoll.practice.database;

import static dev.atoll.practice.Citation.page;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Truth;
import dev.atoll.facts.database.DatabaseCluster;
import dev.atoll.facts.database.DatabaseConnection;
import dev.atoll.facts.database.DatabaseConnection.Password;
import dev.atoll.facts.database.DatabaseGrant;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import java.util.List;

/** AUR-8. */
public final class IamTokenRegion implements Practice {

  private static final About ABOUT =
      About.practice(
              "AUR-8",
              "IAM tokens are signed for the database's region, and the grant is in the runbook")
          .from(
              page(
                  "Amazon Aurora User Guide, IAM database authentication",
                  "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.html"),
              page(
                  "Amazon Aurora User Guide, creating a database account with IAM authentication",
                  "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.DBAccounts.html"))
          .because(
              "A replica elsewhere signs for its own region unless told, and PostgreSQL answers"
                  + " \"PAM authentication failed\". Without GRANT rds_iam the same happens in"
                  + " every region, on the day somebody rebuilds the database.")
          .fix(
              "Set AWS_REGION to the database's region where the token is made. Run GRANT rds_iam"
                  + " TO the application's user as a runbook step, since the AWS provider cannot.")
          .wants(EvidenceKind.PLAN);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (DatabaseConnection connection : facts.all(DatabaseConnection.class).facts()) {
      if (connection.password().is(Password.NONE::equals).isYes()) {
        judge(inspection.look("connection by IAM"), facts, connection);
      }
    }
    return inspection.judgement("no client signs in to a database with IAM tokens");
  }

  private static void judge(Inspection inspection, Facts facts, DatabaseConnection connection) {
    List<DatabaseCluster> clusters =
        facts.all(DatabaseCluster.class).stream()
            .filter(cluster -> connection.cluster().is(cluster.ref()::equals).isYes())
            .toList();
    if (clusters.isEmpty()) {
      inspection.undecided("which database %s leads to".formatted(connection.ref()));
    }
    for (DatabaseCluster cluster : clusters) {
      inspection
          .require(
              cluster.iamAuthentication().is(Boolean::booleanValue),
              "%s takes no IAM tokens, and %s has no password"
                  .formatted(cluster.ref(), connection.ref()),
              cluster.source())
          .require(
              connection
                  .signedFor()
                  .fold(
                      signed -> cluster.region().is(signed::equals),
                      why -> Truth.open("for which Region tokens are signed: " + why)),
              "%s has tokens signed for %s; the database is in %s"
                  .formatted(
                      connection.ref(), connection.signedFor().show(), cluster.region().show()),
              connection.source());
    }
    inspection.require(
        Truth.any(
                facts.all(DatabaseGrant.class).stream(),
                grant -> connection.user().fold(user -> grant.user().is(user::equals), Truth::open))
            .or(Truth.open("nothing read here grants rds_iam to " + connection.user().show())),
        "rds_iam is not granted",
        connection.source());
  }
}
