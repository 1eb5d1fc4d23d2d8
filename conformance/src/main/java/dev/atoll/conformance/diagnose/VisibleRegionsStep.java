package dev.atoll.conformance.diagnose;

import dev.atoll.facts.coder.ProxyEntry;
import dev.atoll.traffic.Outcome;
import java.util.List;

/** "Verify user has permission to see workspace proxies": what a session is shown. */
final class VisibleRegionsStep implements Step {

  private static final String PATH = "/api/v2/regions";

  @Override
  public String question() {
    return "Is this session shown the Regions?";
  }

  @Override
  public Result take(Scene scene) {
    return scene.toOwner(PATH, outcome -> answered(scene, outcome));
  }

  private static Result answered(Scene scene, Outcome outcome) {
    ProxyList shown = ProxyList.of(outcome);
    if (!shown.isRead()) {
      return Result.open("Coder gives no list: " + shown.refusal());
    }
    ProxyList all =
        scene.asOwner(ProxyList.PATH).map(ProxyList::of).orElse(new ProxyList(List.of(), "none"));
    List<String> hidden =
        scene.proxies().stream()
            .map(ProxyEntry::name)
            .flatMap(name -> name.asOptional().stream())
            .filter(name -> all.named(name).isPresent() && shown.named(name).isEmpty())
            .toList();
    return hidden.isEmpty()
        ? Result.fine("%d Regions".formatted(shown.proxies().size()))
        : Result.broken(
            "PRX-8",
            "registered and not shown: " + String.join(", ", hidden),
            scene.url().resolve(PATH).toString(),
            "Ask as the user who misses them; give that user a role that may read workspace"
                + " proxies.");
  }
}
