package dev.atoll.conformance.cli;

import dev.atoll.aws.Region;
import dev.atoll.conformance.diagnose.PodLogs;
import dev.atoll.conformance.diagnose.Scene;
import dev.atoll.conformance.live.LiveClusters;
import dev.atoll.conformance.live.LiveFacts;
import dev.atoll.conformance.live.LiveFailure;
import dev.atoll.facts.Facts;
import dev.atoll.itest.dns.Resolver;
import dev.atoll.itest.dns.StubResolver;
import dev.atoll.itest.live.Budget;
import dev.atoll.itest.live.LiveInternet;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.Topology;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The options that say how a real deployment is asked. All of it only reads. */
final class LiveOption {

  private static final int DNS = 53;
  private static final Pattern NAME_SERVER = Pattern.compile("([^:]+)(?::(\\d{1,5}))?");

  @Option(
      names = "--live",
      description =
          "Ask the real deployment: read-only, two requests a second, 200 at most. No secret is"
              + " printed.")
  private boolean live;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "With --live: where it runs. Default: https://DOMAIN of the topology")
  private Optional<URI> url = Optional.empty();

  @Option(
      names = "--near",
      paramLabel = "REGION",
      description =
          "With --live: the Region that this machine is nearest to. Default: the primary one")
  private Optional<String> near = Optional.empty();

  @Option(
      names = "--token-env",
      paramLabel = "NAME",
      description = "With --live: the environment variable that holds an owner's session token.")
  private Optional<String> tokenVariable = Optional.empty();

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      description = "With --live: authorities (PEM) to believe beside the machine's own.")
  private Optional<Path> authorities = Optional.empty();

  @Option(
      names = "--resolver",
      paramLabel = "HOST[:PORT]",
      description = "With --live: the name server to ask instead of the machine's resolver.")
  private Optional<String> nameServer = Optional.empty();

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "With --live: the AWS profile to read the account with.")
  private Optional<String> profile = Optional.empty();

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "With --live: the kubeconfig to read the clusters with.")
  private Optional<Path> kubeconfig = Optional.empty();

  @Option(
      names = "--context",
      paramLabel = "REGION=CONTEXT",
      description =
          "With --kubeconfig: which context is which Region's cluster. May be repeated. Default:"
              + " contexts named like the topology's clusters")
  private Map<String, String> contexts = new LinkedHashMap<>();

  /** Whether the real deployment is asked. */
  boolean isLive() {
    return live;
  }

  /**
   * What is known of a topology alone, or what can be asked of what runs.
   *
   * @throws UsageException when the options contradict each other
   * @throws EnvironmentException when something that they name cannot be read
   */
  Scene scene(Topology topology) {
    URI where = url.orElseGet(() -> URI.create("https://" + topology.domain()));
    Scene described = Scene.described(topology.facts(), where);
    if (!live) {
      refuseWithoutLive();
      return described;
    }
    if (!"https".equals(where.getScheme()) || where.getHost() == null) {
      throw new UsageException("--url takes an https URL, such as https://coderdemo.io.");
    }
    Scene asked = described.asking(internet(topology), token());
    return facts(topology).map(asked::reading).orElse(asked).hearing(logs(topology));
  }

  private void refuseWithoutLive() {
    boolean given =
        url.isPresent()
            || near.isPresent()
            || tokenVariable.isPresent()
            || authorities.isPresent()
            || nameServer.isPresent()
            || profile.isPresent()
            || kubeconfig.isPresent()
            || !contexts.isEmpty();
    if (given) {
      throw new UsageException(
          "--url, --near, --token-env, --ca-file, --resolver, --profile, --kubeconfig and --context"
              + " need --live.");
    }
  }

  private LiveInternet internet(Topology topology) {
    Region place =
        near.map(name -> region(topology, name, "--near")).orElse(topology.primary().region());
    LiveInternet plain = LiveInternet.near(place, Budget.usual());
    LiveInternet named = nameServer.map(text -> plain.asking(resolver(text))).orElse(plain);
    return authorities.map(file -> believing(named, file)).orElse(named);
  }

  private static LiveInternet believing(LiveInternet internet, Path file) {
    try {
      return internet.believing(file);
    } catch (IOException e) {
      throw new EnvironmentException(
          "%s, which --ca-file names, cannot be used: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static Resolver resolver(String text) {
    Matcher parts = NAME_SERVER.matcher(text);
    int port = parts.matches() && parts.group(2) != null ? Integer.parseInt(parts.group(2)) : DNS;
    if (parts.matches() && port < 1 << 16) {
      InetSocketAddress at = new InetSocketAddress(parts.group(1), port);
      if (!at.isUnresolved()) {
        return StubResolver.asking(at);
      }
    }
    throw new UsageException(
        "--resolver takes the address of a name server, such as 10.0.0.2 or 10.0.0.2:53, which %s"
                .formatted(text)
            + " is not.");
  }

  private Optional<String> token() {
    return tokenVariable.map(
        name ->
            Optional.ofNullable(System.getenv(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElseThrow(
                    () ->
                        new UsageException(
                            "The environment variable %s, which --token-env names, is empty. Put"
                                    .formatted(name)
                                + " an owner's session token there (coder tokens create).")));
  }

  private Optional<Facts> facts(Topology topology) {
    if (profile.isEmpty() && kubeconfig.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LiveFacts.read(topology, profile, clusters(topology)));
    } catch (LiveFailure e) {
      throw new EnvironmentException(e.getMessage(), e);
    }
  }

  private PodLogs logs(Topology topology) {
    return clusters(topology).<PodLogs>map(clusters -> clusters::logs).orElse(PodLogs.NONE);
  }

  private Optional<LiveClusters> clusters(Topology topology) {
    if (kubeconfig.isEmpty()) {
      return Optional.empty();
    }
    Path file = kubeconfig.get();
    if (!Files.isReadable(file)) {
      throw new UsageException("There is no file %s, which --kubeconfig names.".formatted(file));
    }
    Map<Region, String> named = new LinkedHashMap<>();
    topology.regions().forEach(each -> named.put(each.region(), each.cluster()));
    contexts.forEach((name, context) -> named.put(region(topology, name, "--context"), context));
    return Optional.of(new LiveClusters(file, named));
  }

  private static Region region(Topology topology, String name, String option) {
    return topology.regions().stream()
        .map(CoderRegion::region)
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "%s names %s, which is no Region of %s."
                        .formatted(option, name, topology.name())));
  }
}
