package dev.atoll.practice.proxy;

import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.diagnosis.KnownError;
import dev.atoll.diagnosis.Recognised;
import dev.atoll.diagnosis.Recognition;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.OnlyInTraffic;
import dev.atoll.practice.Subject;
import dev.atoll.practice.Tried;
import dev.atoll.practice.traffic.Attempt;
import dev.atoll.practice.traffic.Clients;
import dev.atoll.practice.traffic.CoderApi;
import dev.atoll.practice.traffic.Hosts;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Twin;
import java.util.List;
import java.util.Optional;

/**
 * PRX-3: the refusals that Coder's servers really answer are recognised. The provider's text, which
 * no server sends, is one of the texts in the corpus of known errors.
 */
public final class LicenceRefusals implements Tried, OnlyInTraffic {

  private static final About ABOUT =
      About.promise(
              "PRX-3",
              "The licence errors of Terraform and of the API are recognised and explained")
          .subject(Subject.CODER)
          .from(
              progress("Blocked - Awaiting Enterprise License"),
              ProxyPractices.PROXY_RESOURCE,
              page("Coder, licensing", "https://coder.com/docs/admin/licensing"))
          .because(
              "\"Workspace Proxy is a Premium feature. Contact sales!\" reads like a broken"
                  + " request. Whoever is on call looks for the fault in tokens and networks, where"
                  + " it is not.")
          .fix(
              "Match both sentences and answer with what they mean: the feature is not in the"
                  + " licence; apply a Premium licence, then run the same apply again.")
          .wants(EvidenceKind.TRAFFIC);

  /** What Terraform shows while the licence lacks the feature. */
  private static final String OF_TERRAFORM =
      "Error: Feature not enabled\n\nYour license is not entitled to create workspace proxies.\n";

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement attempt(Twin twin) {
    return Attempt.on(
        twin,
        ABOUT,
        "the licence has workspace proxies, so nothing is refused",
        inspection ->
            new Hosts(twin.facts()).access().ifPresent(host -> attempt(inspection, twin, host)));
  }

  private static void attempt(Inspection inspection, Twin twin, String host) {
    Outcome outcome =
        CoderApi.session(Clients.near(twin, twin.regions().get(0)), host, twin.ownerToken())
            .proxies();
    if (outcome.response().filter(response -> response.status() / 100 != 3).isEmpty()) {
      // A redirect refuses nothing; where it leads to, CDR-1 says.
      inspection.undecided("the list of proxies: " + CoderApi.show(outcome));
    } else if (!CoderApi.is(outcome, 200)) {
      explained(inspection, "Coder", outcome.response().get().body());
      explained(inspection, "Terraform", OF_TERRAFORM);
    }
  }

  private static void explained(Inspection inspection, String who, String text) {
    inspection.look("refusal");
    List<KnownError> known = Recognition.of(text).known().stream().map(Recognised::error).toList();
    Optional<KnownError> licence =
        known.stream().filter(error -> error.practice().equals(ABOUT.id())).findFirst();
    licence.ifPresentOrElse(
        error -> inspection.evidence("%s's \"%s\" is %s".formatted(who, plain(text), error.id())),
        () ->
            inspection.violation(
                "%s says \"%s\", which is not recognised as a matter of the licence"
                    .formatted(who, plain(text))));
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
