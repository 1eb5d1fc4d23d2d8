package dev.atoll.itest.twin.coder;

import dev.atoll.itest.twin.clock.Round;
import dev.atoll.itest.twin.clock.TwinClock;
import dev.atoll.itest.twin.database.Connections;
import dev.atoll.itest.twin.http.Site;
import dev.atoll.itest.twin.pod.Surroundings;
import dev.atoll.traffic.TrafficException;
import java.io.IOException;
import java.sql.SQLException;

/** A Coder server with its connections to the database and to the other replicas. */
final class ServerProcess implements CoderProcess, Round {

  private final Connections connections;
  private final Mesh mesh;
  private final ServerSite site;
  private final ProxyHealth proxyHealth;
  private final Log log;
  private TwinClock.Repeated repeated;

  ServerProcess(Configuration configuration, String version, Surroundings around, Log log) {
    if (!configuration.derp() && !configuration.otherRelays()) {
      throw new TrafficException(
          "create derp map: DERP map has no regions. A valid DERP map is required for networking to"
              + " work. You must either supply your own DERP map or use the built-in DERP server");
    }
    this.log = log;
    this.connections = connect(configuration, around);
    Licences licences = new Licences(connections);
    Replicas replicas = new Replicas(connections);
    Proxies proxies = new Proxies(connections);
    this.proxyHealth = new ProxyHealth(proxies, around.caller(), around.clock());
    this.mesh =
        new Mesh(
            replicas,
            new Relay(around.host(), around.dialer()),
            around.clock(),
            log,
            version,
            configuration.relay());
    this.site =
        new ServerSite(
            around.host().name(),
            new Deployment(
                around.host().name(),
                configuration,
                version,
                around.clock(),
                new Accounts(connections),
                new Entitlements(licences, replicas, around.clock().now()),
                licences,
                replicas,
                proxies,
                proxyHealth,
                new AuditLog(connections)));
    begin(around);
  }

  // Without a database of the deployment's a server has one of its own, which nobody shares.
  private static Connections connect(Configuration configuration, Surroundings around) {
    String database =
        configuration.database().orElseGet(() -> "built-in of " + around.host().name());
    around.database().create(database);
    try {
      return Connections.of(around.host(), around.dialer(), around.database(), database);
    } catch (IOException e) {
      throw new TrafficException(around.host() + " has no port left for its database", e);
    }
  }

  private void begin(Surroundings around) {
    try {
      connections.ask(Schema::create);
      mesh.join();
    } catch (SQLException e) {
      connections.close();
      throw new TrafficException(
          around.host() + ": connect to postgres failed: " + e.getMessage(), e);
    }
    repeated =
        around
            .clock()
            .every(ProxyHealth.INTERVAL, ProxyHealth.INTERVAL.plus(ProxyHealth.INTERVAL), this);
  }

  /** Asks the proxies. */
  @Override
  public boolean turn() {
    try {
      return proxyHealth.ask();
    } catch (SQLException e) {
      log.warn("proxy health check failed: " + e.getMessage());
      return false;
    }
  }

  @Override
  public void leftOut() {
    turn();
  }

  @Override
  public Site site() {
    return site;
  }

  @Override
  public Routes routes() {
    return site.routes();
  }

  @Override
  public void kill() {
    repeated.close();
    mesh.leave();
    connections.close();
  }

  @Override
  public void close() {
    repeated.close();
    mesh.close();
    connections.close();
  }
}
