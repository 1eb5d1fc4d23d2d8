package dev.atoll.practice.traffic;

import dev.atoll.aws.Region;
import dev.atoll.coder.CoderPod;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.coder.CoderUrl;
import dev.atoll.facts.coder.CoderUrl.Server;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.Routing;
import dev.atoll.facts.kubernetes.EnvironmentVariable.Literal;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.model.ServedName;
import dev.atoll.facts.model.ServedName.Owner;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The host names by which a deployment is entered, as its facts have them: those of the applied
 * world first, then those that its topology intends.
 *
 * @param facts what is known of the deployment
 */
public record Hosts(Facts facts) {

  private static final String DUALSTACK = "dualstack.";

  /** The host of the access URL, which every Region answers. */
  public Optional<String> access() {
    return both(CoderUrl.class)
        .filter(url -> url.server() == Server.CODER)
        .flatMap(url -> url.host().asOptional().stream())
        .findFirst()
        .or(this::configured);
  }

  /** What the servers themselves are told. */
  private Optional<String> configured() {
    return CoderPod.servers(facts).stream()
        .flatMap(pod -> pod.variable("CODER_ACCESS_URL").stream())
        .filter(variable -> variable.from() instanceof Literal)
        .map(variable -> ((Literal) variable.from()).text())
        .map(url -> url.replaceFirst("^https?://", "").replaceFirst("(?::\\d+)?/?$", ""))
        .findFirst();
  }

  /** The Regions whose Coder servers can be entered. */
  public Set<Region> regions() {
    return coderBalancers().keySet();
  }

  /**
   * A name that only that Region's Coder servers answer, and that is no name of a load balancer,
   * which no certificate covers.
   */
  public Optional<String> of(Region region) {
    return names(region).stream().findFirst();
  }

  /** Every such name, in alphabetical order. */
  public Set<String> names(Region region) {
    return Optional.ofNullable(coderBalancers().get(region))
        .<Set<String>>map(this::simplyLeadingTo)
        .orElse(Set.of());
  }

  private Set<String> simplyLeadingTo(String balancer) {
    Set<String> names = new TreeSet<>();
    for (DnsRecord record : facts.all(DnsRecord.class).facts()) {
      if (record.routing().is(Routing.Simple.class::isInstance).isYes()
          && alias(record).filter(balancer::equals).isPresent()) {
        record.name().asOptional().filter(name -> !name.startsWith("*")).ifPresent(names::add);
      }
    }
    return names;
  }

  /** The DNS name of the load balancer before each Region's Coder servers. */
  public Map<Region, String> coderBalancers() {
    Map<Region, String> found = behindServices();
    Optional<String> access = access();
    for (DnsRecord record : facts.all(DnsRecord.class).facts()) {
      Optional<String> alias = alias(record);
      if (alias.isPresent() && record.name().asOptional().equals(access)) {
        region(record, alias.get()).ifPresent(region -> found.putIfAbsent(region, alias.get()));
      }
    }
    return found;
  }

  private Map<Region, String> behindServices() {
    Map<Region, String> found = new TreeMap<>();
    for (CoderPod pod : CoderPod.servers(facts)) {
      balancer(pod.workload()).ifPresent(name -> found.put(pod.workload().object().region(), name));
    }
    return found;
  }

  private Optional<String> balancer(Workload workload) {
    return facts.all(KubernetesService.class).stream()
        .filter(service -> service.selects(workload))
        .flatMap(service -> service.hostname().stream())
        .findFirst();
  }

  /** Where the load balancer is; a label of the record may be wrong. */
  private Optional<Region> region(DnsRecord record, String balancer) {
    return facts.all(LoadBalancer.class).stream()
        .filter(each -> each.dnsName().equals(balancer))
        .map(LoadBalancer::region)
        .findFirst()
        .or(
            () ->
                record
                    .routing()
                    .asOptional()
                    .filter(Routing.Latency.class::isInstance)
                    .map(routing -> ((Routing.Latency) routing).region()));
  }

  private static Optional<String> alias(DnsRecord record) {
    return record
        .alias()
        .asOptional()
        .flatMap(alias -> alias)
        .map(name -> name.startsWith(DUALSTACK) ? name.substring(DUALSTACK.length()) : name);
  }

  /** The name of LiteLLM, where it is public. */
  public Optional<String> liteLlm() {
    return both(ServedName.class)
        .filter(served -> served.owner() == Owner.LITELLM)
        .map(ServedName::name)
        .findFirst()
        .or(() -> liteLlmBalancer().flatMap(name -> simplyLeadingTo(name).stream().findFirst()));
  }

  /** The DNS name of the load balancer before LiteLLM. */
  public Optional<String> liteLlmBalancer() {
    return facts.all(Workload.class).stream()
        .filter(
            workload ->
                workload.containers().stream()
                    .anyMatch(container -> container.image().contains("/litellm")))
        .flatMap(workload -> balancer(workload).stream())
        .findFirst();
  }

  private <F extends Fact> Stream<F> both(Class<F> kind) {
    return Stream.concat(
        facts.all(kind).stream(),
        facts.intended().stream().flatMap(intended -> intended.all(kind).stream()));
  }
}
