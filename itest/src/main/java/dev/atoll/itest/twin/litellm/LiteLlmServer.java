package dev.atoll.itest.twin.litellm;

import dev.atoll.facts.kubernetes.Container;
import dev.atoll.itest.twin.database.Connections;
import dev.atoll.itest.twin.http.HttpListener;
import dev.atoll.itest.twin.network.Host;
import dev.atoll.itest.twin.pod.Environment;
import dev.atoll.itest.twin.pod.Surroundings;
import dev.atoll.traffic.TrafficException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * A stand-in for one LiteLLM proxy, listening on its host's address; each behaviour is a line of
 * {@code stand-ins.md}.
 */
public final class LiteLlmServer implements AutoCloseable {

  /** Every variable that changes anything here; the table has a line for each. */
  static final Set<String> VARIABLES =
      Set.of("LITELLM_MASTER_KEY", "DATABASE_NAME", "DATABASE_URL");

  private static final int PORT = 4000;

  private final Surroundings around;
  private final InetSocketAddress address;
  private final Connections connections;
  private final LiteLlmSite site;
  private final HttpListener listener;

  private LiteLlmServer(
      Surroundings around,
      InetSocketAddress address,
      Connections connections,
      LiteLlmSite site,
      HttpListener listener) {
    this.around = around;
    this.address = address;
    this.connections = connections;
    this.site = site;
    this.listener = listener;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @throws TrafficException when the real proxy would not start with these settings, or without
   *     its database
   */
  public static LiteLlmServer start(LiteLlmSettings settings, Surroundings around) {
    Environment environment = settings.environment(around.host().address().getHostAddress());
    String database =
        environment
            .get("DATABASE_NAME")
            .or(
                () ->
                    environment
                        .get("DATABASE_URL")
                        .map(url -> URI.create(url).getPath().replaceFirst("^/", "")))
            .orElseThrow(
                () ->
                    new TrafficException(
                        around.host() + " has neither DATABASE_NAME nor DATABASE_URL: no keys."));
    String masterKey =
        environment
            .get("LITELLM_MASTER_KEY")
            .orElseThrow(() -> new TrafficException(around.host() + " has no LITELLM_MASTER_KEY."));
    around.database().create(database);
    try {
      Connections connections =
          Connections.of(around.host(), around.dialer(), around.database(), database);
      return listen(settings, around, connections, masterKey);
    } catch (IOException e) {
      throw new TrafficException(around.host() + " cannot start: " + e.getMessage(), e);
    }
  }

  private static LiteLlmServer listen(
      LiteLlmSettings settings, Surroundings around, Connections connections, String masterKey)
      throws IOException {
    VirtualKeys keys = new VirtualKeys(connections);
    LiteLlmSite site =
        new LiteLlmSite(around.host().name(), masterKey, settings.models(), keys, around.clock());
    InetSocketAddress address =
        new InetSocketAddress(around.host().address(), port(settings.container()));
    try {
      keys.prepare();
      HttpListener listener = HttpListener.open(around.host().name(), address, site);
      return new LiteLlmServer(around, address, connections, site, listener);
    } catch (SQLException | IOException e) {
      connections.close();
      throw new IOException(e.getMessage(), e);
    }
  }

  private static int port(Container container) {
    List<String> command = container.command();
    int flag = command.indexOf("--port");
    return flag < 0 || flag + 1 == command.size() ? PORT : Integer.parseInt(command.get(flag + 1));
  }

  /** Where it stands. */
  public Host host() {
    return around.host();
  }

  /** Where it listens for plain HTTP. */
  public InetSocketAddress address() {
    return address;
  }

  Set<String> routes() {
    return site.routes();
  }

  /** Ends it as a killed pod. */
  @Override
  public void close() {
    listener.close();
    connections.close();
  }
}
