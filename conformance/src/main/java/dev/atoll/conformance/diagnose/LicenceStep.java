package dev.atoll.conformance.diagnose;

import dev.atoll.diagnosis.KnownError;
import dev.atoll.diagnosis.KnownErrors;
import dev.atoll.facts.coder.Licence;
import dev.atoll.traffic.Outcome;
import java.util.Optional;

/**
 * "Verify Enterprise license is applied." Coder answers every request about proxies with one
 * sentence when the licence lacks them; without somebody to ask, the topology's word is taken.
 */
final class LicenceStep implements Step {

  private static final KnownError API = KnownErrors.find("licence-proxy-api").orElseThrow();

  @Override
  public String question() {
    return "Is a licence with workspace proxies applied?";
  }

  @Override
  public Result take(Scene scene) {
    return scene
        .asOwner(ProxyList.PATH)
        .map(outcome -> answered(scene, outcome))
        .orElseGet(() -> declared(scene));
  }

  private static Result answered(Scene scene, Outcome outcome) {
    ProxyList list = ProxyList.of(outcome);
    if (list.isRefusedWith(API.id())) {
      String said = "Coder answers: \"Workspace Proxy is a Premium feature. Contact sales!\"";
      return scene
          .awaited()
          .map(why -> Result.pending(API.practice(), said + ", and " + why, API.fix()))
          .orElseGet(
              () ->
                  Result.broken(
                      API.practice(),
                      said,
                      scene.url().resolve(ProxyList.PATH).toString(),
                      API.fix()));
    }
    return list.isRead()
        ? Result.fine("Coder lists workspace proxies, so the licence has them")
        : Result.open("not decided by the answer: " + list.refusal());
  }

  private static Result declared(Scene scene) {
    Optional<Licence> licence = scene.licence();
    if (scene.proxies().isEmpty() && licence.isEmpty()) {
      return Result.open("the topology has no workspace proxy, and says nothing of a licence");
    }
    if (licence.isEmpty()) {
      return Result.broken(
          "PRX-3",
          "the topology has a workspace proxy and declares no licence",
          "the topology",
          "Declare it, .licensed(), or that it is to come, .licencePending(because(…)).");
    }
    return licence.get().state() == Licence.State.PENDING
        ? Result.pending(
            API.practice(),
            "the licence is pending: " + licence.get().reason().orElse("no reason is given"),
            API.fix())
        : Result.fine("declared by the topology; nobody asked the deployment itself");
  }
}
