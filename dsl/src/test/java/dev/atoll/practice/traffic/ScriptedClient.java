package dev.atoll.practice.traffic;

import dev.atoll.aws.Region;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Conversation;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Outcome.Failure;
import dev.atoll.traffic.Outcome.Stage;
import dev.atoll.traffic.Request;
import dev.atoll.traffic.Resolution;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Somebody in a Region of a scripted deployment, with a resolver that keeps answers. */
final class ScriptedClient implements Client {

  static final String PROXY = "192.0.2.77";
  static final String LITELLM = "192.0.2.99";
  private static final Duration TTL = Duration.ofSeconds(60);
  private static final Duration IDLE_LIMIT = Duration.ofSeconds(350);

  private final ScriptedTwin twin;
  private final Region region;
  private Optional<Region> kept = Optional.empty();
  private Duration keptUntil = Duration.ZERO;

  ScriptedClient(ScriptedTwin twin, Region region) {
    this.twin = twin;
    this.region = region;
  }

  synchronized void forget() {
    kept = Optional.empty();
  }

  @Override
  public Region region() {
    return region;
  }

  @Override
  public String address() {
    return "203.0.113." + (1 + twin.regions().indexOf(region));
  }

  @Override
  public Resolution resolve(String name) {
    Optional<String> address = address(name);
    return new Resolution(
        name, address.isPresent() ? "NOERROR" : "NXDOMAIN", address.stream().toList(), TTL);
  }

  private Optional<String> address(String name) {
    String label = name.replaceFirst("\\.?" + ScriptedTwin.DOMAIN + "$", "");
    Optional<Region> own =
        twin.regions().stream()
            .filter(one -> label.equals(one.name()) || label.equals("replica." + one.name()))
            .findFirst();
    if (label.equals("llm") && twin.fault != Fault.LITELLM_UNDER_THE_WILDCARD) {
      return Optional.of(LITELLM);
    }
    if (own.isPresent()) {
      boolean isProxy = twin.licensed && label.equals(own.get().name()) && isSecond(own.get());
      boolean there = twin.fault != Fault.PROXY_IS_NOT_THERE;
      Region servers = isProxy ? twin.regions().get(0) : own.get();
      return Optional.of(isProxy && there ? PROXY : twin.address(servers));
    }
    if (twin.fault == Fault.NO_RECORD_OF_THE_ACCESS_URL) {
      return Optional.empty();
    }
    return shared().map(twin::address);
  }

  boolean isSecond(Region one) {
    return twin.regions().indexOf(one) == 1;
  }

  private synchronized Optional<Region> shared() {
    if (kept.isEmpty() || twin.elapsed().compareTo(keptUntil) >= 0) {
      kept = twin.answer(region);
      keptUntil = twin.elapsed().plus(TTL);
    }
    return kept;
  }

  @Override
  public Outcome send(Request request) {
    String host = request.uri().getHost();
    Optional<String> address = address(host);
    if (address.isEmpty()) {
      return new Failure(Stage.NAME, "NXDOMAIN");
    }
    if (twin.fault == Fault.NAME_NOT_COVERED && !host.equals(ScriptedTwin.DOMAIN)) {
      return new Failure(Stage.TLS, "no certificate for " + host);
    }
    return new ScriptedServer(twin, this, address.get()).answer(request);
  }

  @Override
  public Conversation converse(URI uri, KeepAlive keepAlive) {
    Duration opened = twin.elapsed();
    return new Conversation() {
      @Override
      public boolean echoes(String message) {
        boolean kept =
            keepAlive.kind() != KeepAlive.Kind.NONE
                && keepAlive.every().compareTo(IDLE_LIMIT) < 0
                && twin.fault != Fault.KEEP_ALIVES_IGNORED;
        boolean idle = twin.elapsed().minus(opened).compareTo(IDLE_LIMIT) > 0;
        return kept || !idle || twin.fault == Fault.NO_IDLE_LIMIT;
      }

      @Override
      public void close() {}
    };
  }
}
