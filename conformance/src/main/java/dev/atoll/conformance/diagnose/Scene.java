package dev.atoll.conformance.diagnose;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.coder.CoderPackage;
import dev.atoll.facts.coder.CoderServer;
import dev.atoll.facts.coder.Licence;
import dev.atoll.facts.coder.ProxyEntry;
import dev.atoll.facts.coder.ProxyServer;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Internet;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Request;
import dev.atoll.traffic.Twin;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What can be asked about one deployment.
 *
 * @param intended what its topology intends
 * @param read what was read of it: a plan, a state, an account, clusters; empty when nothing was
 * @param internet who can ask what runs; empty when nobody can
 * @param url where it runs, such as {@code https://coderdemo.io}
 * @param token a session of its owner
 * @param logs what pods wrote
 */
public record Scene(
    Facts intended,
    Optional<Facts> read,
    Optional<Internet> internet,
    URI url,
    Optional<String> token,
    PodLogs logs) {

  /** A deployment of which nothing but its topology is known. */
  public static Scene described(Facts intended, URI url) {
    return new Scene(
        intended, Optional.empty(), Optional.empty(), url, Optional.empty(), PodLogs.NONE);
  }

  /** A twin, with facts as they are now. */
  public static Scene of(Twin twin, Facts intended, Facts now, URI url) {
    PodLogs logs =
        (of, region) ->
            of == CoderPackage.Of.SERVER ? Optional.of(twin.coderLog(region)) : Optional.empty();
    return new Scene(
        intended, Optional.of(now), Optional.of(twin), url, Optional.of(twin.ownerToken()), logs);
  }

  /** The same, with what was read. */
  public Scene reading(Facts facts) {
    return new Scene(intended, Optional.of(facts), internet, url, token, logs);
  }

  /** The same, with somebody who asks. */
  public Scene asking(Internet visitors, Optional<String> session) {
    return new Scene(intended, read, Optional.of(visitors), url, session, logs);
  }

  /** The same, with logs. */
  public Scene hearing(PodLogs other) {
    return new Scene(intended, read, internet, url, token, other);
  }

  /** What practices judge: what was read, beside what is intended; else the intention alone. */
  Facts facts() {
    return read.orElse(intended).intending(intended);
  }

  /** The workspace proxies that the topology wants. */
  List<ProxyEntry> proxies() {
    return intended.all(ProxyEntry.class).facts();
  }

  /** Where proxies are wanted. */
  List<Region> proxyRegions() {
    return intended.all(ProxyServer.class).stream()
        .flatMap(proxy -> proxy.region().asOptional().stream())
        .distinct()
        .toList();
  }

  /** Where Coder servers are wanted. */
  List<Region> serverRegions() {
    return intended.all(CoderServer.class).stream()
        .flatMap(server -> server.region().asOptional().stream())
        .distinct()
        .toList();
  }

  /** What the topology says of the licence. */
  Optional<Licence> licence() {
    return intended.all(Licence.class).stream().findFirst();
  }

  /** Why proxies are not applied yet, if the topology says so. */
  Optional<String> awaited() {
    return Stream.concat(
            proxies().stream().flatMap(proxy -> proxy.awaits().stream()),
            licence()
                .filter(licence -> licence.state() == Licence.State.PENDING)
                .map(licence -> licence.reason().orElse("the licence is pending"))
                .stream())
        .findFirst();
  }

  /** Somebody who asks, the nearest to that Region. */
  Optional<Client> near(Region region) {
    return internet.map(
        who -> who.from(who.places().contains(region) ? region : who.places().iterator().next()));
  }

  /** Somebody who asks. */
  Optional<Client> anybody() {
    return internet.map(who -> who.from(who.places().iterator().next()));
  }

  /** Asks for a path with the owner's session; empty when nobody can, or without a token. */
  Optional<Outcome> asOwner(String path) {
    return token.flatMap(
        session ->
            anybody().map(client -> client.send(get(path).with("Coder-Session-Token", session))));
  }

  /** What follows from the answer to the owner; open when nobody can ask, or without a token. */
  Result toOwner(String path, Function<Outcome, Result> judge) {
    return asOwner(path)
        .map(judge)
        .orElseGet(() -> Result.open("no token and nobody to ask: --live with --token-env NAME"));
  }

  /**
   * Asks for a path as a visitor.
   *
   * @throws dev.atoll.traffic.TrafficException when that could not even be tried
   */
  Outcome ask(Client client, String path) {
    return client.send(get(path));
  }

  private Request get(String path) {
    return Request.get(url.resolve(path).toString());
  }
}
