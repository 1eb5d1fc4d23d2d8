package dev.atoll.analysis.loadbalancer;

import dev.atoll.facts.kubernetes.KubernetesService;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a Service asks of the AWS Load Balancer Controller, with the controller's defaults for what
 * it leaves out.
 *
 * @param annotations the Service's annotations
 * @param loadBalancerClass the Service's load balancer class
 * @see <a
 *     href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/v2.17/guide/service/annotations/">Service
 *     annotations</a>
 */
public record ControllerAnnotations(
    Map<String, String> annotations, Optional<String> loadBalancerClass) {

  /** What the names of the annotations begin with. */
  public static final String PREFIX = "service.beta.kubernetes.io/aws-load-balancer-";

  /** The class by which a Service asks for this controller without an annotation. */
  public static final String CLASS = "service.k8s.aws/nlb";

  private static final Set<String> OWN_TYPES = Set.of("external", "nlb-ip");
  private static final Duration DEREGISTRATION = Duration.ofMinutes(5);

  public ControllerAnnotations {
    annotations = Map.copyOf(annotations);
  }

  /** Those of that Service. */
  public static ControllerAnnotations of(KubernetesService service) {
    return new ControllerAnnotations(service.annotations(), service.loadBalancerClass());
  }

  /** The annotation of that name, the prefix left out; empty when it is not set. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(annotations.get(PREFIX + name))
        .map(String::trim)
        .filter(text -> !text.isEmpty());
  }

  /** A list, as it is written: separated by commas. */
  public List<String> list(String name) {
    return text(name).stream()
        .flatMap(text -> Arrays.stream(text.split(",")))
        .map(String::trim)
        .filter(element -> !element.isEmpty())
        .toList();
  }

  /** Attributes, as they are written: {@code key=value} separated by commas. */
  public Map<String, String> attributes(String name) {
    Map<String, String> attributes = new LinkedHashMap<>();
    list(name).stream()
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> attributes.put(pair[0].trim(), pair.length > 1 ? pair[1].trim() : ""));
    return attributes;
  }

  /** Whether this controller makes the load balancer; others it passes over without a word. */
  public boolean claimed() {
    return text("type").filter(OWN_TYPES::contains).isPresent()
        || loadBalancerClass.filter(CLASS::equals).isPresent();
  }

  /** {@code ip} or {@code instance}, or whatever is written there. */
  public String targetType() {
    return text("type").filter("nlb-ip"::equals).isPresent()
        ? "ip"
        : text("nlb-target-type").orElse("instance");
  }

  /** {@code internal} unless said otherwise. */
  public String scheme() {
    return text("scheme").orElse("internal");
  }

  /** What is asked of the target groups. */
  public Map<String, String> targetGroup() {
    return attributes("target-group-attributes");
  }

  /** For how long a target that goes still gets what is on its way. */
  public Duration deregistrationDelay() {
    return Optional.ofNullable(targetGroup().get("deregistration_delay.timeout_seconds"))
        .filter(seconds -> seconds.matches("\\d{1,4}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(DEREGISTRATION);
  }

  /** Whether TLS ends at that port: by its number or its name, or because no port is named. */
  public boolean endsTlsAt(KubernetesService.Port port) {
    List<String> ports = list("ssl-ports");
    return text("ssl-cert").isPresent()
        && (ports.isEmpty()
            || Stream.of("*", String.valueOf(port.port()), port.name()).anyMatch(ports::contains));
  }
}
