package dev.atoll.conformance.diagnose;

import dev.atoll.aws.Region;
import dev.atoll.conformance.diagnose.Result.Trouble;
import dev.atoll.diagnosis.Recognised;
import dev.atoll.diagnosis.Recognition;
import dev.atoll.facts.coder.CoderPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * "Check pod logs", read for errors that are known.
 *
 * @param of whose pods
 */
record PodLogsStep(CoderPackage.Of of) implements Step {

  @Override
  public String question() {
    return "Do the logs of %s pods have a known error?"
        .formatted(of == CoderPackage.Of.PROXY ? "the proxies'" : "the servers'");
  }

  @Override
  public Result take(Scene scene) {
    boolean proxies = of == CoderPackage.Of.PROXY;
    List<Region> regions = proxies ? scene.proxyRegions() : scene.serverRegions();
    List<Trouble> troubles = new ArrayList<>();
    long lines = 0;
    boolean read = false;
    for (Region region : regions) {
      Optional<List<String>> log = scene.logs().of(of, region);
      read |= log.isPresent();
      Recognition seen = Recognition.of(log.orElse(List.of()));
      lines += seen.lines();
      seen.known().forEach(error -> troubles.add(trouble(error, region)));
    }
    if (!troubles.isEmpty()) {
      return Result.broken(troubles);
    }
    String hint =
        proxies
            ? "kubectl logs -n coder-proxy -l app.kubernetes.io/name=coder | atoll diagnose -"
            : "kubectl logs -n coder -l app.kubernetes.io/name=coder | atoll diagnose -";
    return read
        ? Result.fine("no known error in %d lines".formatted(lines))
        : Result.open("not read here: " + hint);
  }

  private static Trouble trouble(Recognised found, Region region) {
    return new Trouble(
        found.error().practice(),
        found.excerpt(),
        List.of("logs in %s, line %d of %s".formatted(region, found.line(), times(found))),
        found.error().means() + " " + found.error().fix());
  }

  private static String times(Recognised found) {
    return found.times() == 1 ? "one such message" : found.times() + " such messages";
  }
}
