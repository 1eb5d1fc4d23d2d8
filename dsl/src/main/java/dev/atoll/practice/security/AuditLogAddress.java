package dev.atoll.practice.security;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.aws.Region;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Harm;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.OnlyInTraffic;
import dev.atoll.practice.Tried;
import dev.atoll.practice.traffic.Attempt;
import dev.atoll.practice.traffic.Clients;
import dev.atoll.practice.traffic.CoderApi;
import dev.atoll.practice.traffic.Hosts;
import dev.atoll.practice.traffic.SeenAddress;
import dev.atoll.traffic.Twin;

/** SEC-7: somebody fails to log in, which is audited, and the owner reads where that came from. */
public final class AuditLogAddress implements Tried, OnlyInTraffic {

  private static final About ABOUT =
      About.practice("SEC-7", "The audit log shows the client's address, not the load balancer's")
          .harm(Harm.LETS_IN)
          .from(
              bestPractices("Security Considerations, Source IP Preservation"),
              page("Coder, audit logs", "https://coder.com/docs/admin/security/audit-logs"))
          .because(
              "After an incident the audit log is what says where a session came from. With the"
                  + " load balancer's address in every line it says nothing, and it cannot be"
                  + " mended afterwards.")
          .fix(
              "Preserve client addresses on the path (LB-3). Do not trust X-Forwarded-For instead:"
                  + " behind an NLB the client writes it.")
          .wants(EvidenceKind.TRAFFIC);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement attempt(Twin twin) {
    Hosts hosts = new Hosts(twin.facts());
    return Attempt.on(
        twin,
        ABOUT,
        "under which URL Coder serves is not known",
        inspection -> {
          for (Region region : hosts.regions()) {
            CoderApi.at(region, Clients.near(twin, region), hosts)
                .ifPresentOrElse(
                    api -> attempt(inspection, twin, api),
                    () ->
                        inspection.undecided(
                            "no name leads to the Coder servers of %s alone".formatted(region)));
          }
        });
  }

  private static void attempt(Inspection inspection, Twin twin, CoderApi api) {
    String seen = SeenAddress.of(twin, api);
    String client = api.client().address();
    inspection.look("entry of the audit log");
    if (!seen.equals(client)) {
      inspection.violation(
          "%s came to %s, and the audit log says %s".formatted(client, api.host(), seen));
    }
    inspection.evidence("%s at %s".formatted(seen, api.host()));
  }
}
