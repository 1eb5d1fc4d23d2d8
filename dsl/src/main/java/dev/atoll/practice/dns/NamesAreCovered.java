package dev.atoll.practice.dns;

import static dev.atoll.practice.Citation.page;

import dev.atoll.analysis.names.DomainName;
import dev.atoll.analysis.names.NameAnswer;
import dev.atoll.analysis.names.NameCoverage;
import dev.atoll.facts.Facts;
import dev.atoll.facts.coder.CoderUrl;
import dev.atoll.facts.model.ServedName;
import dev.atoll.facts.model.ServedName.Owner;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;
import java.util.List;

/** DNS-11. Judged once records that lead to an address are there. */
public final class NamesAreCovered implements Practice {

  private static final About ABOUT =
      About.practice(
              "DNS-11",
              "Every name has a certificate that covers it and a Coder URL that serves it")
          .subject(Subject.CODER)
          .from(
              page(
                  "RFC 4592, the role of wildcards in DNS",
                  "https://www.rfc-editor.org/rfc/rfc4592"),
              page(
                  "AWS Certificate Manager, certificate characteristics",
                  "https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html"))
          .because(
              "An explicit us-west-2.x hides *.x for every name below it, and a wildcard"
                  + " certificate covers one label only. Users of such a name see a certificate"
                  + " warning, or no address at all.")
          .fix(
              "Read the list of uncovered names. Add the name to a certificate and a record, or"
                  + " stop serving it.")
          .wants(EvidenceKind.MODEL);

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
    List<NameAnswer> answers = NameCoverage.of(facts).answers();
    for (NameAnswer answer : answers) {
      ServedName served = answer.served();
      inspection
          .look("name")
          .require(answer.answered(), Coverage.unanswered(answer), served.source())
          .require(answer.certified(), Coverage.uncertified(answer), served.source());
      answer.apps().works().open().forEach(inspection::undecided);
      answer.login().works().open().forEach(inspection::undecided);
    }
    Facts topology = facts.intended().orElse(facts);
    for (CoderUrl url : topology.all(CoderUrl.class).facts()) {
      inspection.look("Coder URL");
      url.host().asOptional().ifPresent(host -> isServed(inspection, url, host, answers));
      url.wildcard()
          .asOptional()
          .flatMap(wildcard -> wildcard)
          .ifPresent(wildcard -> isServed(inspection, url, wildcard, answers));
    }
    return inspection.judgement("nothing says which names are served");
  }

  private static void isServed(
      Inspection inspection, CoderUrl url, String name, List<NameAnswer> answers) {
    Owner owner = url.server() == CoderUrl.Server.CODER ? Owner.CODER : Owner.WORKSPACE_PROXY;
    boolean served =
        answers.stream()
            .map(NameAnswer::served)
            .filter(one -> one.owner() == owner)
            .filter(one -> url.region().isEmpty() || url.region().get().equals(one.region()))
            .anyMatch(one -> new DomainName(one.name()).equals(new DomainName(name)));
    if (!served) {
      inspection.violation(
          "%s of %s is a name that %s does not serve anywhere".formatted(name, url.ref(), owner),
          url.source());
    }
  }
}
