package dev.atoll.practice.coder;

import dev.atoll.analysis.names.AppHosts;
import dev.atoll.analysis.names.DomainName;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.model.ServedName;
import dev.atoll.facts.model.ServedName.Purpose;
import dev.atoll.facts.model.ServedName.Use;
import dev.atoll.practice.About;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.traffic.Attempt;
import dev.atoll.practice.traffic.Clients;
import dev.atoll.practice.traffic.CoderApi;
import dev.atoll.practice.traffic.Hosts;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Outcome.Response;
import dev.atoll.traffic.Request;
import dev.atoll.traffic.Twin;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What works from a regional name. One label below Coder's wildcard nothing does: it is taken for
 * an app. Elsewhere a session that is brought along does. A login through an identity provider
 * leaves its state in a cookie of that host and comes back to the access URL, where the cookie is
 * missing; where that is not so, what the model says is wrong.
 *
 * @see <a href="https://github.com/coder/coder/blob/v2.27.1/coderd/httpmw/oauth2.go">Coder 2.27.1,
 *     the state of a login</a>
 */
record RegionalLogin(Inspection inspection, Twin twin, String access) {

  /** In Coder's answer where no identity provider is configured. */
  private static final String NOT_CONFIGURED = "is not configured";

  private static final String CALLBACK = "/api/v2/users/oidc/callback";
  private static final Pattern STATE = Pattern.compile("oauth_state=([^;]+)");

  static Judgement attempt(About about, Twin twin) {
    Hosts hosts = new Hosts(twin.facts());
    return Attempt.on(
        twin,
        about,
        "there is no regional name",
        inspection ->
            hosts
                .access()
                .ifPresent(
                    access -> {
                      RegionalLogin login = new RegionalLogin(inspection, twin, access);
                      hosts.regions().forEach(region -> login.attempt(hosts, region));
                    }));
  }

  private void attempt(Hosts hosts, Region region) {
    hosts.names(region).stream()
        .filter(name -> isRegional(name))
        .filter(name -> !name.equals(access))
        .forEach(name -> attempt(Clients.near(twin, region), name));
  }

  /** A name for people: a topology tells them from those for health checks. */
  private boolean isRegional(String name) {
    Facts topology = twin.facts().intended().orElse(twin.facts());
    return topology.all(ServedName.class).stream()
        .filter(served -> served.name().equals(name))
        .allMatch(served -> served.purpose() == Purpose.REGIONAL);
  }

  private void attempt(Client client, String name) {
    Outcome me = CoderApi.session(client, name, twin.ownerToken()).me();
    Outcome login = CoderApi.visitor(client, name).get(CALLBACK);
    if (me.response().isEmpty() || login.response().isEmpty()) {
      inspection.undecided("%s: %s".formatted(name, me.response().isEmpty() ? me : login));
      return;
    }
    if (me.response().filter(response -> response.status() / 100 == 3).isPresent()) {
      // Whoever is sent elsewhere sees nothing of this name; CDR-1 follows him.
      inspection.undecided("%s: a session is redirected".formatted(name));
      return;
    }
    inspection.look("regional name");
    Optional<DomainName> wildcard =
        AppHosts.of(twin.facts().intended().orElse(twin.facts())).taking(new DomainName(name));
    if (wildcard.isPresent()) {
      takenForAnApp(name, wildcard.get(), me);
      return;
    }
    if (!CoderApi.is(me, 200)) {
      inspection.violation(
          "a session of the deployment is answered %s at %s".formatted(CoderApi.show(me), name));
      return;
    }
    Response start = login.response().get();
    if (start.body().contains(NOT_CONFIGURED)) {
      inspection.evidence(
          "sessions work at %s; there is no identity provider to log in through".formatted(name));
      return;
    }
    Optional<String> cookie = start.header("set-cookie").filter(set -> STATE.matcher(set).find());
    if (start.header("location").isEmpty() || cookie.isEmpty()) {
      inspection.undecided("how login begins at %s: %s".formatted(name, CoderApi.show(login)));
      return;
    }
    comesBack(client, name, cookie.get());
  }

  /** Such a name serves nobody, and the model says so: no login may be promised there. */
  private void takenForAnApp(String name, DomainName wildcard, Outcome me) {
    if (!CoderApi.is(me, 400)) {
      inspection.violation(
          "%s is answered %s; the model says that Coder takes it for an app under %s"
              .formatted(name, CoderApi.show(me), wildcard));
    } else if (isPromised(name)) {
      inspection.violation(
          "login is promised at %s, which Coder takes for an app under %s and answers 400"
              .formatted(name, wildcard));
    }
    inspection.evidence(
        "%s serves no dashboard: Coder takes it for an app under %s and answers 400, as the model says"
            .formatted(name, wildcard));
  }

  /** The provider's redirect to the access URL, with the cookies that a browser sends there. */
  private void comesBack(Client client, String name, String cookie) {
    Matcher state = STATE.matcher(cookie);
    String value = state.find() ? state.group(1) : "";
    String url = "https://%s%s?code=any&state=%s".formatted(access, CALLBACK, value);
    boolean sent = isSentTo(cookie, access);
    Request back = Request.get(url);
    Outcome outcome = client.send(sent ? back.with("Cookie", "oauth_state=" + value) : back);
    boolean refused = CoderApi.is(outcome, 401);
    boolean promised = isPromised(name);
    if (!refused && !sent) {
      inspection.undecided("the way back to %s: %s".formatted(access, CoderApi.show(outcome)));
    } else if (promised && refused) {
      inspection.violation(
          "login is promised at %s, and fails: %s".formatted(name, CoderApi.show(outcome)));
    } else if (!refused) {
      inspection.violation(
          "login works from %s, since its cookie is sent to %s; the model says that it does not"
              .formatted(name, access));
    }
    inspection.evidence(
        "sessions work at %s; login through the identity provider ends at %s with %s"
            .formatted(name, access, CoderApi.show(outcome)));
  }

  private static boolean isSentTo(String cookie, String host) {
    String lower = cookie.toLowerCase(Locale.ROOT);
    int domain = lower.indexOf("domain=");
    if (domain < 0) {
      return false;
    }
    String of = lower.substring(domain + "domain=".length()).replaceFirst(";.*", "").strip();
    String plain = of.startsWith(".") ? of.substring(1) : of;
    return host.equals(plain) || host.endsWith("." + plain);
  }

  private boolean isPromised(String name) {
    Facts topology = twin.facts().intended().orElse(twin.facts());
    return topology.all(ServedName.class).stream()
        .filter(served -> served.name().equals(name))
        .anyMatch(served -> served.promised().contains(Use.LOGIN));
  }
}
