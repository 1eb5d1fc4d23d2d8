package dev.atoll.conformance.diagnose;

import dev.atoll.conformance.diagnose.ProxyList.Proxy;
import dev.atoll.conformance.diagnose.Result.Trouble;
import dev.atoll.facts.coder.ProxyEntry;
import dev.atoll.traffic.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** "Ensure workspace proxy status is healthy in API." */
final class HealthyProxiesStep implements Step {

  private static final String MISSING =
      "Apply the proxy's root: it registers the proxy in Coder first (atoll runbook).";
  private static final String UNHEALTHY =
      "Read the proxy's own errors and its pods' logs. Its URL must lead to the proxy, with a"
          + " certificate that covers it, and its version must be the server's.";

  @Override
  public String question() {
    return "Does Coder's API call every workspace proxy healthy?";
  }

  @Override
  public Result take(Scene scene) {
    if (scene.proxies().isEmpty()) {
      return Result.open("the topology has no workspace proxy");
    }
    return scene.toOwner(ProxyList.PATH, outcome -> answered(scene, outcome));
  }

  private static Result answered(Scene scene, Outcome outcome) {
    ProxyList list = ProxyList.of(outcome);
    if (!list.isRead()) {
      return Result.open("Coder gives no list: " + list.refusal());
    }
    String where = scene.url().resolve(ProxyList.PATH).toString();
    List<Trouble> troubles = new ArrayList<>();
    for (ProxyEntry wanted : scene.proxies()) {
      String name = wanted.name().asOptional().orElse("");
      Optional<Proxy> found = list.named(name);
      if (found.isEmpty() && wanted.awaits().isPresent()) {
        return Result.pending(
            "PRX-4", "%s is not registered: %s".formatted(name, wanted.awaits().get()), MISSING);
      }
      found.ifPresentOrElse(
          proxy -> unhealthy(proxy, where).ifPresent(troubles::add),
          () ->
              troubles.add(
                  new Trouble("PRX-4", name + " is not registered", List.of(where), MISSING)));
    }
    return troubles.isEmpty()
        ? Result.fine("%d of them".formatted(scene.proxies().size()))
        : Result.broken(troubles);
  }

  private static Optional<Trouble> unhealthy(Proxy proxy, String where) {
    String errors = proxy.errors().isEmpty() ? "" : ": " + String.join("; ", proxy.errors());
    return proxy.healthy()
        ? Optional.empty()
        : Optional.of(
            new Trouble(
                "PRX-4", proxy.name() + " is not healthy" + errors, List.of(where), UNHEALTHY));
  }
}
