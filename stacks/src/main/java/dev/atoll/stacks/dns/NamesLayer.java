package dev.atoll.stacks.dns;

import dev.atoll.aws.Region;
import dev.atoll.facts.model.ServedName.Owner;
import dev.atoll.stacks.aws.AwsLb;
import dev.atoll.stacks.aws.AwsRoute53Alias;
import dev.atoll.stacks.aws.AwsRoute53Cname;
import dev.atoll.stacks.aws.AwsRoute53HealthCheck;
import dev.atoll.stacks.aws.AwsRoute53Zone;
import dev.atoll.stacks.terraform.Layer;
import dev.atoll.stacks.terraform.Output;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.topology.DnsDesign;
import dev.atoll.topology.PlannedHealthCheck;
import dev.atoll.topology.PlannedRecord;
import dev.atoll.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names of a deployment. Each load balancer is looked up by the tags that its controller gave
 * it, once the release that makes its Service is done, so that one apply makes everything. Route 53
 * is the same everywhere; a Region's records and its health check are made through the Region's own
 * provider, so that they are in the Region's own state.
 *
 * @param balancers the load balancers, looked up, by who answers behind them and Region
 * @param checks the health check of each Region
 * @param layer resources and outputs
 */
public record NamesLayer(
    Map<Owner, Map<Region, AwsLb>> balancers,
    Map<Region, AwsRoute53HealthCheck> checks,
    Layer layer) {

  public NamesLayer {
    balancers = Collections.unmodifiableMap(new LinkedHashMap<>(balancers));
    checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
  }

  /**
   * The names of a topology, those of proxies aside: a proxy is in a root of its own, with its
   * names.
   *
   * @param zone the hosted zone
   * @param services what the load balancers are made for
   * @throws IllegalArgumentException when a name is served in a Region that has no service for who
   *     answers there
   */
  public static NamesLayer of(
      Topology topology, AwsRoute53Zone zone, List<BalancedService> services) {
    Map<Owner, Map<Region, AwsLb>> balancers = new LinkedHashMap<>();
    List<Resource> resources = new ArrayList<>();
    for (BalancedService service : services) {
      AwsLb balancer = balancer(topology, service);
      resources.add(balancer);
      balancers
          .computeIfAbsent(service.owner(), owner -> new LinkedHashMap<>())
          .put(service.region(), balancer);
    }
    Map<Region, AwsRoute53HealthCheck> checks = new LinkedHashMap<>();
    PlannedHealthCheck.of(topology)
        .forEach(planned -> checks.put(planned.region(), check(topology, planned)));
    resources.addAll(checks.values());
    PlannedRecord.of(topology).stream()
        .filter(planned -> planned.owner() != Owner.WORKSPACE_PROXY)
        .map(planned -> record(planned, zone, find(balancers, planned), checks))
        .forEach(resources::add);
    wildcard(topology, zone).ifPresent(resources::add);
    HealthAlarms alarms = HealthAlarms.of(topology, checks);
    resources.addAll(alarms.resources());
    List<Output> outputs = new ArrayList<>(List.of(alarms.output()));
    balancers.forEach(
        (owner, all) -> all.forEach((region, lb) -> outputs.add(output(owner, region, lb))));
    return new NamesLayer(balancers, checks, new Layer("names", resources, outputs));
  }

  /**
   * The names of one proxy, for its own root.
   *
   * @param zone the hosted zone
   * @param proxy what its load balancer is made for
   */
  public static List<Resource> ofProxy(
      Topology topology, AwsRoute53Zone zone, BalancedService proxy) {
    AwsLb balancer = balancer(topology, proxy);
    List<Resource> resources = new ArrayList<>(List.of(balancer));
    PlannedRecord.of(topology).stream()
        .filter(planned -> planned.owner() == proxy.owner())
        .filter(planned -> planned.region().equals(proxy.region()))
        .map(planned -> record(planned, zone, balancer, Map.of()))
        .forEach(resources::add);
    return resources;
  }

  private static AwsRoute53Alias record(
      PlannedRecord planned,
      AwsRoute53Zone zone,
      AwsLb balancer,
      Map<Region, AwsRoute53HealthCheck> checks) {
    return new AwsRoute53Alias(
        planned.identifier(),
        planned.region(),
        zone,
        planned.name(),
        balancer,
        Optional.of(planned.region()).filter(any -> planned.byLatency()).map(checks::get));
  }

  private static AwsLb balancer(Topology topology, BalancedService service) {
    return AwsLb.ofService(
        PlannedRecord.balancer(service.region(), service.owner()),
        service.region(),
        topology.region(service.region()).cluster(),
        service.name(),
        service.release());
  }

  private static AwsLb find(Map<Owner, Map<Region, AwsLb>> balancers, PlannedRecord planned) {
    AwsLb found = balancers.getOrDefault(planned.owner(), Map.of()).get(planned.region());
    if (found == null) {
      throw new IllegalArgumentException(
          "%s shall lead to %s in %s, where no Service has a load balancer for it"
              .formatted(planned.name(), planned.owner(), planned.region()));
    }
    return found;
  }

  private static AwsRoute53HealthCheck check(Topology topology, PlannedHealthCheck planned) {
    return new AwsRoute53HealthCheck(
        planned.region().identifier(),
        planned.region(),
        planned.name(),
        planned.path(),
        planned.interval(),
        planned.threshold(),
        Map.of("Name", topology.name() + "-" + planned.region()));
  }

  private static Optional<Resource> wildcard(Topology topology, AwsRoute53Zone zone) {
    DnsDesign dns = topology.design().dns();
    return Optional.of(topology.domain())
        .filter(domain -> dns.wildcardByCname())
        .map(
            domain ->
                new AwsRoute53Cname(
                    "wildcard", zone.region(), zone, "*." + domain, domain, dns.ttl()));
  }

  private static Output output(Owner owner, Region region, AwsLb balancer) {
    return new Output(
        balancer.name() + "_load_balancer",
        "The load balancer of %s in %s".formatted(owner, region),
        balancer.attribute("dns_name"));
  }
}
