package dev.atoll.itest.aws;

import java.util.UUID;
import software.amazon.awssdk.services.route53.Route53Client;

/** Makes the hosted zone that a deployment expects to be there before it. */
public final class HostedZones {

  private HostedZones() {}

  /** Makes a public zone for a domain, unless there is one. */
  public static void make(Route53Client route53, String domain) {
    boolean there =
        route53.listHostedZonesPaginator().hostedZones().stream()
            .anyMatch(zone -> zone.name().equals(domain + "."));
    if (!there) {
      route53.createHostedZone(
          request -> request.name(domain).callerReference(UUID.randomUUID().toString()));
    }
  }
}
