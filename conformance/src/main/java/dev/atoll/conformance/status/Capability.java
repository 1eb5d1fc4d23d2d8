package dev.atoll.conformance.status;

import java.util.List;

/**
 * Something that people count on, as the documents' summary lists it.
 *
 * @param title as it is read
 * @param practices the ids of the rows that together show it
 * @param needs what it waits for when the topology says that this is still to come
 */
record Capability(String title, List<String> practices, Needs needs) {

  /** What a capability may wait for. */
  enum Needs {
    NOTHING,
    /** The workspace proxy, and with it the licence. */
    PROXY,
    /** The licence with high availability. */
    LICENCE
  }

  private static final List<Capability> ALL =
      List.of(
          of("Multi-region Coder replicas on one database", "AUR-4", "CDR-6", "CDR-9"),
          of("Automatic failover between replicas", "CDR-7", "DNS-5", "DNS-6"),
          of("Every user answered by the nearest region", "DNS-1", "DNS-2", "DNS-7"),
          of("Cross-region communication via DERP", "NET-2", "NET-3", "NET-4", "CDR-4", "CDR-5"),
          of("Inter-region latency within its budget", "NET-6"),
          of("Cost-optimized Aurora database", "AUR-1", "AUR-2", "AUR-3"),
          of("TLS at the load balancer, no redirect loop", "LB-1", "LB-2", "CDR-1", "CDR-2"),
          of("Client addresses in the audit log", "LB-3", "SEC-7"),
          of("LiteLLM under its own name, keys that rotate", "LLM-1", "LLM-4", "LLM-5"),
          of("State and secrets out of reach", "SEC-5", "SEC-6", "AUR-6"),
          new Capability("A licence for more than one replica", List.of("CDR-8"), Needs.LICENCE),
          new Capability(
              "Workspace proxy deployment", List.of("PRX-1", "PRX-4", "PRX-5"), Needs.PROXY),
          new Capability(
              "Manual region selection in the UI", List.of("PRX-4", "OPS-2"), Needs.PROXY));

  Capability {
    practices = List.copyOf(practices);
  }

  private static Capability of(String title, String... practices) {
    return new Capability(title, List.of(practices), Needs.NOTHING);
  }

  /** All of them, in the order of a status page. */
  static List<Capability> all() {
    return ALL;
  }
}
