package dev.atoll.practice.dns;

import dev.atoll.analysis.dns.Nearness;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.practice.About;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.traffic.Hosts;
import dev.atoll.practice.traffic.SilentRegions;
import dev.atoll.practice.traffic.Whereabouts;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Internet;
import dev.atoll.traffic.Resolution;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Resolvers everywhere are asked for the access URL's host and for a name below the wildcard. */
record NearestAsked(Inspection inspection, Internet internet, Hosts hosts, Set<Region> silent) {

  static Judgement ask(About about, Internet internet, Facts facts) {
    Hosts hosts = new Hosts(facts);
    NearestAsked asked =
        new NearestAsked(new Inspection(about), internet, hosts, SilentRegions.of(internet, hosts));
    asked.hosts().access().ifPresent(asked::ask);
    return asked.inspection().judgement("under which URL Coder serves is not known");
  }

  private void ask(String host) {
    if (hosts.regions().isEmpty()) {
      inspection.undecided("which load balancers are Coder's");
      return;
    }
    for (Region place : internet.places()) {
      Client client = internet.from(place);
      Whereabouts where = Whereabouts.ask(client, hosts);
      for (String name : List.of(host, "somebody--app." + host)) {
        ask(client, where, name, host);
      }
    }
    inspection.evidence(
        "clients in %s were answered with the nearest of %s"
            .formatted(internet.places(), hosts.regions()));
  }

  private void ask(Client client, Whereabouts where, String name, String host) {
    Resolution resolution = client.resolve(name);
    if (!resolution.isAnswered() && !name.equals(host)) {
      // Whether apps have names of their own is a choice.
      return;
    }
    inspection.look("answer");
    if (!resolution.isAnswered()) {
      inspection.violation(
          "%s is answered %s in %s".formatted(name, resolution.rcode(), client.region()));
      return;
    }
    Set<Region> answering = new TreeSet<>();
    for (String address : resolution.addresses()) {
      Optional<Region> region = where.of(address);
      region.ifPresentOrElse(
          answering::add,
          () ->
              inspection.violation(
                  "%s is answered with %s in %s, which is no load balancer of Coder's"
                      .formatted(name, address, client.region())));
    }
    answering.forEach(region -> judge(client, name, region));
  }

  private void judge(Client client, String name, Region answering) {
    Nearness nearness = new Nearness(client.region());
    hosts.regions().stream()
        .min(nearness.order())
        .filter(nearest -> !nearest.equals(answering) && !nearness.isClose(nearest, answering))
        .ifPresent(
            nearest -> {
              if (silent.contains(nearest)) {
                inspection.undecided(
                    "%s does not answer, so that others answer for it is as it should be"
                        .formatted(nearest));
              } else {
                inspection.violation(
                    "a client in %s is answered with %s for %s; %s is nearer"
                        .formatted(client.region(), answering, name, nearest));
              }
            });
  }
}
