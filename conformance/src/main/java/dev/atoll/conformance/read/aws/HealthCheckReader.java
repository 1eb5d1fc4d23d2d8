package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Value;
import dev.atoll.facts.dns.HealthCheck;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Health checks of Route 53. */
final class HealthCheckReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("aws_route53_health_check");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(HealthCheck.class);
  }

  @Override
  public List<HealthCheck> read(Attributes check) {
    return List.of(
        new HealthCheck(
            check.source(),
            check.ref(),
            check.text("type"),
            check.has("fqdn")
                ? check.text("fqdn").map(name -> Optional.of(RecordReader.plain(name)))
                : Value.known(Optional.empty()),
            check.number("port"),
            check.text("resource_path", "/"),
            // The provider's defaults: 30 s, three times.
            check.has("request_interval")
                ? check.number("request_interval").map(Duration::ofSeconds)
                : Value.known(Duration.ofSeconds(30)),
            check.has("failure_threshold") ? check.number("failure_threshold") : Value.known(3)));
  }
}
