package dev.atoll.conformance.read.aws;

import dev.atoll.analysis.names.DomainName;
import dev.atoll.aws.Region;
import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.Routing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Record sets of Route 53. */
final class RecordReader implements ResourceReader {

  private static final List<String> OTHER_POLICIES =
      List.of(
          "weighted_routing_policy",
          "failover_routing_policy",
          "geolocation_routing_policy",
          "geoproximity_routing_policy",
          "cidr_routing_policy");

  @Override
  public Set<String> types() {
    return Set.of("aws_route53_record");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(DnsRecord.class);
  }

  @Override
  public List<DnsRecord> read(Attributes record) {
    Value<Optional<Attributes>> alias =
        record.blocks("alias").map(blocks -> blocks.stream().findFirst());
    return List.of(
        new DnsRecord(
            record.source(),
            record.ref(),
            record.ref("zone_id"),
            record.text("name").map(RecordReader::plain),
            record.text("type"),
            routing(record),
            optional(record, "set_identifier"),
            alias.flatMap(
                block ->
                    block.isEmpty()
                        ? Value.known(Optional.empty())
                        : target(block.get()).map(Optional::of)),
            alias.flatMap(
                block ->
                    block.isEmpty()
                        ? Value.known(false)
                        : block.get().flag("evaluate_target_health", false)),
            check(record),
            record.has("ttl")
                ? record.number("ttl").map(ttl -> Optional.of(Duration.ofSeconds(ttl)))
                : Value.known(Optional.empty()),
            values(record)));
  }

  /** A name as facts have it. */
  static String plain(String name) {
    return new DomainName(name).text();
  }

  /** What an alias leads to; the attribute that will say it where that is known after apply. */
  private static Value<String> target(Attributes alias) {
    Value<String> known = alias.text("name").map(RecordReader::plain);
    if (known.asOptional().isPresent()) {
      return known;
    }
    for (String type : ServiceLookupReader.TYPES) {
      Optional<Attributes> service = alias.data("name", type, ServiceLookupReader.HOSTNAME);
      if (service.isPresent()) {
        return Value.known(service.get().ref() + "." + ServiceLookupReader.HOSTNAME);
      }
    }
    return alias
        .data("name", "aws_lb", "dns_name")
        .map(lookup -> Value.known(lookup.ref() + ".dns_name"))
        .orElse(known);
  }

  private static Value<Routing> routing(Attributes record) {
    for (String policy : OTHER_POLICIES) {
      if (record.has(policy)) {
        return Value.known(new Routing.Other(policy.replace("_routing_policy", "")));
      }
    }
    return record
        .blocks("latency_routing_policy")
        .flatMap(
            blocks ->
                blocks.isEmpty()
                    ? record
                        .flag("multivalue_answer_routing_policy", false)
                        .map(many -> many ? new Routing.Other("multivalue") : new Routing.Simple())
                    : blocks.get(0).text("region").map(Region::new).map(Routing.Latency::new));
  }

  private static Value<Optional<String>> optional(Attributes record, String name) {
    return record.has(name) ? record.text(name).map(Optional::of) : Value.known(Optional.empty());
  }

  private static Value<Optional<Ref>> check(Attributes record) {
    return record.has("health_check_id")
        ? record.ref("health_check_id").map(Optional::of)
        : Value.known(Optional.empty());
  }

  private static Value<List<String>> values(Attributes record) {
    Value<List<String>> all = Value.known(List.of());
    for (Value<String> value : record.texts("records")) {
      all =
          all.flatMap(
              some ->
                  value.map(
                      one -> {
                        List<String> more = new ArrayList<>(some);
                        more.add(one);
                        return List.copyOf(more);
                      }));
    }
    return all;
  }
}
