package dev.atoll.practice.coder;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.analysis.names.NameAnswer;
import dev.atoll.analysis.names.NameCoverage;
import dev.atoll.facts.Facts;
import dev.atoll.facts.model.ServedName;
import dev.atoll.facts.model.ServedName.Purpose;
import dev.atoll.facts.model.ServedName.Use;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Subject;
import dev.atoll.practice.Tried;
import dev.atoll.traffic.Twin;

/** CDR-10. What works is derived; a promise beyond that is a finding. */
public final class LoginByRegionalName implements Tried {

  private static final About ABOUT =
      About.practice("CDR-10", "What works from a regional name, and what does not, is said")
          .subject(Subject.CODER)
          .severity(Severity.WARNING)
          .from(
              bestPractices("DNS and Multi-Region Setup, 2. Region-Specific Subdomains"),
              page("Coder, OpenID Connect", "https://coder.com/docs/admin/users/oidc-auth"),
              page("RFC 6265, cookie scope", "https://www.rfc-editor.org/rfc/rfc6265#section-5.3"))
          .because(
              "Login through OIDC or GitHub starts on the regional host, where the state cookie"
                  + " stays, and calls back to the access URL, where the cookie is missing: it"
                  + " fails. Apps under another wildcard do not resolve either. The demo that"
                  + " wanted the regional name stops at the login page.")
          .fix(
              "Log in through the access URL. Use regional names for password or token sessions"
                  + " only, or deploy a workspace proxy for the region.")
          .wants(EvidenceKind.MODEL, EvidenceKind.TRAFFIC);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (NameAnswer answer : NameCoverage.of(facts).answers(Purpose.REGIONAL)) {
      ServedName served = answer.served();
      inspection.look("regional name");
      answer.login().works().open().forEach(inspection::undecided);
      if (served.promised().contains(Use.LOGIN)) {
        inspection.require(
            answer.login().works(),
            "login is promised at %s, and %s".formatted(served.name(), answer.login().why()),
            served.source());
      }
    }
    return inspection.judgement("there is no regional name");
  }

  @Override
  public Judgement attempt(Twin twin) {
    return RegionalLogin.attempt(ABOUT, twin);
  }
}
