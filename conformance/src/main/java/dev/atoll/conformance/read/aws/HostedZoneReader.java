package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Value;
import dev.atoll.facts.dns.HostedZone;
import java.util.List;
import java.util.Set;

/** Hosted zones, made or looked up. */
final class HostedZoneReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("aws_route53_zone", "data.aws_route53_zone");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(HostedZone.class);
  }

  @Override
  public List<HostedZone> read(Attributes zone) {
    return List.of(
        new HostedZone(
            zone.source(),
            zone.ref(),
            zone.text("name").map(RecordReader::plain),
            zone.has("vpc") ? Value.known(true) : zone.flag("private_zone", false)));
  }
}
