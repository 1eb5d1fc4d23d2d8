package dev.atoll.practice.database;

import static dev.atoll.practice.Citation.page;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Truth;
import dev.atoll.facts.database.DatabaseConnection;
import dev.atoll.facts.database.DatabaseConnection.Password;
import dev.atoll.facts.database.DatabaseConnection.Tls;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Harm;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Severity;
import java.util.List;

/** AUR-10. */
public final class ConnectionUrl implements Practice {

  private static final About ABOUT =
      About.practice(
              "AUR-10", "Connection URLs are percent-encoded, and TLS to the database is verified")
          .harm(Harm.STOPS_USERS)
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
      inspection.look("connection");
      Truth raw = connection.password().is(Password.RAW::equals);
      Truth verified = connection.tls().is(Tls.VERIFIED::equals);
      if (raw.isYes()) {
        inspection.violation(raw(connection));
      }
      if (verified.isNo()) {
        inspection.violation(unverified(connection));
      }
      raw.open().forEach(inspection::undecided);
      verified.open().forEach(inspection::undecided);
    }
    return inspection.judgement("nothing says how clients connect to a database");
  }

  private static Finding raw(DatabaseConnection connection) {
    return Finding.of(
            ABOUT,
            "the connection URL in %s has a password in it that is not percent-encoded: whether it"
                    .formatted(connection.ref())
                + " works is decided by the characters that chance puts into it",
            connection.source())
        .because(
            "With a #, ? or % in the password the URL is cut in two or changed: the server"
                + " crash-loops on a wrong host or password, in every region that was given the"
                + " URL, on the day the password is made or made anew.")
        .fix("Wrap user and password in urlencode().")
        .along(
            List.of(
                "random_password draws special characters from !@#$%&*()-_=+[]{}<>:? unless"
                    + " override_special says otherwise",
                "Go's net/url, by which Coder reads the URL, refuses # ? [ ] { } < > there, and"
                    + " takes % for the start of an escape; libpq does so with %, too, and ends the"
                    + " password at the first @",
                "of passwords with 32 characters 97 of 100 have one of them: 1 - (74/83)^32"));
  }

  private static Finding unverified(DatabaseConnection connection) {
    return Finding.of(
            ABOUT,
            "the connection URL in %s takes any certificate: %s"
                .formatted(
                    connection.ref(),
                    connection.tls().is(Tls.UNVERIFIED::equals).isYes()
                        ? "sslmode encrypts and does not verify"
                        : "TLS is " + connection.tls().show()),
            connection.source())
        .as(Severity.WARNING)
        .because(
            "The connection is encrypted, yet whoever sits on the path between the regions can be"
                + " the database, and is handed the password.")
        .fix("Use sslmode=verify-full, with the RDS certificate bundle mounted as sslrootcert.");
  }
}
