package dev.atoll.practice.database;

import static dev.atoll.practice.Citation.page;

import dev.atoll.facts.Facts;
import dev.atoll.facts.database.DatabaseConnection;
import dev.atoll.facts.database.DatabaseConnection.Password;
import dev.atoll.facts.database.DatabaseConnection.Tls;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;

/** AUR-10. */
public final class ConnectionUrl implements Practice {

  private static final About ABOUT =
      About.practice(
              "AUR-10", "Connection URLs are percent-encoded, and TLS to the database is verified")
          .from(
              page(
                  "PostgreSQL, SSL support in libpq",
                  "https://www.postgresql.org/docs/current/libpq-ssl.html"),
              page(
                  "RFC 3986, percent-encoding",
                  "https://www.rfc-editor.org/rfc/rfc3986#section-2.1"))
          .because(
              "A generated password with #, ? or % in it cuts the URL in two or changes it, and the"
                  + " server crash-loops on a wrong host or password. sslmode=require encrypts but"
                  + " takes any certificate, so whoever sits on the path can be the database.")
          .fix(
              "Wrap user and password in urlencode(), and use sslmode=verify-full with the RDS"
                  + " certificate bundle mounted.")
          .wants(EvidenceKind.PLAN);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (DatabaseConnection connection : facts.all(DatabaseConnection.class).facts()) {
      inspection
          .look("connection")
          .require(
              connection.password().is(Password.RAW::equals).not(),
              "%s has a password in it that is not percent-encoded".formatted(connection.ref()),
              connection.source())
          .require(
              connection.tls().is(Tls.VERIFIED::equals),
              "%s takes any certificate: TLS is %s"
                  .formatted(connection.ref(), connection.tls().show()),
              connection.source());
    }
    return inspection.judgement("nothing says how clients connect to a database");
  }
}
