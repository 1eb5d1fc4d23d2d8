package dev.atoll.practice.dns;

import dev.atoll.facts.Facts;
import dev.atoll.facts.dns.DnsRecord;

/** Whether there is anything yet that answers for a name. */
final class AddressRecords {

  static final String NONE = "there is no record yet that leads to a load balancer";

  private AddressRecords() {}

  /** The CNAMEs by which ACM validates names begin with an underscore and answer for nobody. */
  static boolean areThere(Facts facts) {
    return facts.all(DnsRecord.class).stream()
        .anyMatch(
            record ->
                record.type().is("CNAME"::equals).isYes()
                    ? record.name().is(name -> !name.startsWith("_")).isYes()
                    : record.leadsToAddress().isYes());
  }
}
