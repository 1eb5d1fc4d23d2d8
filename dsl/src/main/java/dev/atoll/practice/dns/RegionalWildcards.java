package dev.atoll.practice.dns;

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
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;

/**
 * DNS-4. Judged once records that lead to an address are there: without any, nothing is answered
 * yet.
 */
public final class RegionalWildcards implements Practice {

  private static final About ABOUT =
      About.practice(
              "DNS-4",
              "Regional wildcards resolve, have a certificate, and it is said which serve apps")
          .subject(Subject.CODER)
          .from(
              bestPractices("DNS and Multi-Region Setup, 2. Region-Specific Subdomains"),
              page(
                  "Coder, wildcard access URL",
                  "https://coder.com/docs/admin/networking/wildcard-access-url"),
              page(
                  "RFC 9525, wildcards in certificates",
                  "https://www.rfc-editor.org/rfc/rfc9525#section-6.3"))
          .corrects(
              "*.us-east-2.coderdemo.io and *.us-west-2.coderdemo.io are for workspace apps.",
              "A Coder server serves apps only under the one wildcard that it is configured with,"
                  + " *.coderdemo.io here. Apps work under a regional wildcard only where a"
                  + " workspace proxy of that region has it as its own.")
          .because(
              "The name resolves and the padlock is fine, so the link is handed out; then Coder"
                  + " answers with a 404 or the dashboard where the app should be.")
          .fix(
              "Add alias records and a certificate for each regional wildcard, and say per name"
                  + " whether it serves apps. To make one serve them, deploy that region's proxy.")
          .wants(EvidenceKind.APPLIED);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    if (!AddressRecords.areThere(facts)) {
      return inspection.judgement(AddressRecords.NONE);
    }
    for (NameAnswer answer : NameCoverage.of(facts).answers(Purpose.REGIONAL_WILDCARD)) {
      ServedName served = answer.served();
      inspection
          .look("regional wildcard")
          .require(answer.answered(), Coverage.unanswered(answer), served.source())
          .require(answer.certified(), Coverage.uncertified(answer), served.source());
      answer.apps().works().open().forEach(inspection::undecided);
      if (served.promised().contains(Use.APPS)) {
        inspection.require(
            answer.apps().works(),
            "apps are promised under %s, and %s".formatted(served.name(), answer.apps().why()),
            served.source());
      }
    }
    return inspection.judgement(
        new Zones(facts).areIntended()
            ? "there is no regional wildcard"
            : "nothing says which names are served");
  }
}
