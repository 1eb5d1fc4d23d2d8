package dev.atoll.conformance.diagnose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.facts.coder.CoderServer;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Check Coder version supports workspace proxies (v2.0+)." */
final class VersionStep implements Step {

  private static final String PATH = "/api/v2/buildinfo";
  private static final int FIRST_MAJOR = 2;
  private static final Pattern VERSION = Pattern.compile("v?(\\d{1,6})\\.\\d+.*");

  @Override
  public String question() {
    return "Is Coder's version one that has workspace proxies (2.0 or newer)?";
  }

  @Override
  public Result take(Scene scene) {
    Optional<Client> client = scene.anybody();
    if (client.isPresent()) {
      return answered(scene, scene.ask(client.get(), PATH));
    }
    List<String> versions =
        scene.facts().all(CoderServer.class).stream()
            .flatMap(server -> server.version().asOptional().stream())
            .distinct()
            .toList();
    return versions.isEmpty()
        ? Result.open("no Coder server with a known version in what was read")
        : versions.stream()
            .map(version -> judged(version, "what was read"))
            .filter(result -> result.state() != Result.State.FINE)
            .findFirst()
            .orElseGet(() -> Result.fine(String.join(", ", versions)));
  }

  private static Result answered(Scene scene, Outcome outcome) {
    String where = scene.url().resolve(PATH).toString();
    return outcome.fold(
        response -> {
          try {
            String version = new ObjectMapper().readTree(response.body()).path("version").asText();
            return judged(version, where);
          } catch (JsonProcessingException e) {
            return Result.open("%d, and no version in it".formatted(response.status()));
          }
        },
        failure -> Result.open(failure.toString()));
  }

  private static Result judged(String version, String where) {
    Matcher parts = VERSION.matcher(version);
    if (!parts.matches()) {
      return Result.open("no version that is understood: " + version);
    }
    return Integer.parseInt(parts.group(1)) >= FIRST_MAJOR
        ? Result.fine(version)
        : Result.broken(
            "CDR-9",
            "Coder %s has no workspace proxies".formatted(version),
            where,
            "Upgrade server and proxy together, to the version that the topology pins.");
  }
}
