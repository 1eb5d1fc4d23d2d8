package dev.atoll.practice.loadbalancer;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.aws.Region;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.OnlyInTraffic;
import dev.atoll.practice.Subject;
import dev.atoll.practice.Tried;
import dev.atoll.practice.traffic.Attempt;
import dev.atoll.practice.traffic.Clients;
import dev.atoll.practice.traffic.CoderApi;
import dev.atoll.practice.traffic.Hosts;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Client.KeepAlive;
import dev.atoll.traffic.Conversation;
import dev.atoll.traffic.Twin;
import java.net.URI;
import java.time.Duration;

/** LB-5: WebSockets through each Region's load balancer, and ten idle minutes. */
public final class IdleConnections implements Tried, OnlyInTraffic {

  private static final About ABOUT =
      About.practice(
              "LB-5",
              "Long-lived connections survive idle time: keep-alives are shorter than 350 s")
          .subject(Subject.CODER)
          .from(
              bestPractices("Why This Approach, 4. Connection Handling"),
              page(
                  "Network Load Balancer, idle timeout",
                  "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/update-idle-timeout.html"),
              page(
                  "Coder 2.27.1, WebSocket heartbeat",
                  "https://github.com/coder/coder/blob/v2.27.1/coderd/httpapi/websocket.go"))
          .because(
              "A TLS listener drops a flow after 350 idle seconds, and that cannot be changed (a"
                  + " TCP listener's can, from 60 to 6000 s). Coder pings its WebSockets every 15"
                  + " s; a connection that does not ping is dead at the next keystroke.")
          .fix(
              "Keep TCP keep-alive or the application's ping on every hop below 350 s; SO_KEEPALIVE"
                  + " with the kernel's 7200 s is not enough. Do not set tcp.idle_timeout.seconds"
                  + " on a TLS listener.")
          .wants(EvidenceKind.TRAFFIC);

  private static final Duration IDLE = Duration.ofMinutes(10);

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
          for (Region region : twin.regions().stream().limit(2).toList()) {
            hosts.access().ifPresent(host -> attempt(inspection, twin, region, host));
          }
        });
  }

  private static void attempt(Inspection inspection, Twin twin, Region region, String host) {
    Client client = Clients.near(twin, region);
    URI uri = CoderApi.session(client, host, twin.ownerToken()).terminal();
    // All of them at once: time goes by once.
    try (Conversation pinged = client.converse(uri, ping(Duration.ofSeconds(15)));
        Conversation kept = client.converse(uri, tcp(Duration.ofSeconds(60)));
        Conversation late = client.converse(uri, tcp(Duration.ofHours(2)));
        Conversation silent = client.converse(uri, KeepAlive.NONE)) {
      if (!(pinged.echoes("a") && kept.echoes("a") && late.echoes("a") && silent.echoes("a"))) {
        inspection.undecided("a terminal at %s does not echo to begin with".formatted(host));
        return;
      }
      twin.pass(IDLE);
      inspection.look("idle connection").look("idle connection");
      survives(inspection, region, pinged, "Coder's ping every 15 s");
      survives(inspection, region, kept, "TCP keep-alives every 60 s");
      if (late.echoes("b") || silent.echoes("b")) {
        inspection.undecided(
            "nothing ends idle connections in %s, so that others live proves nothing"
                .formatted(region));
      }
      inspection.evidence(
          "after %d idle seconds in %s connections with pings or keep-alives lived, those without"
                  .formatted(IDLE.toSeconds(), region)
              + " and with one in 7200 s were dead");
    }
  }

  private static void survives(
      Inspection inspection, Region region, Conversation conversation, String by) {
    if (!conversation.echoes("b")) {
      inspection.violation(
          "a connection with %s was dead after %d s in %s".formatted(by, IDLE.toSeconds(), region));
    }
  }

  private static KeepAlive ping(Duration every) {
    return new KeepAlive(KeepAlive.Kind.PING, every);
  }

  private static KeepAlive tcp(Duration every) {
    return new KeepAlive(KeepAlive.Kind.TCP, every);
  }
}
