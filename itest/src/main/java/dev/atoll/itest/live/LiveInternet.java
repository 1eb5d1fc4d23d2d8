package dev.atoll.itest.live;

import dev.atoll.aws.Region;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Internet;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Set;

/**
 * The real Internet, as this machine sees it: its resolver, its authorities, one client. It only
 * reads, within a {@link Budget}.
 */
public final class LiveInternet implements Internet {

  private final LiveClient client;

  private LiveInternet(LiveClient client) {
    this.client = client;
  }

  /**
   * With the machine's own authorities.
   *
   * @param near the Region that this machine is nearest to
   */
  public static LiveInternet near(Region near, Budget budget) {
    return new LiveInternet(new LiveClient(near, http().build(), budget));
  }

  /**
   * With one's own authorities beside the machine's, as companies and tests have.
   *
   * @param authorities their certificates in PEM
   * @throws IOException when the file has none or cannot be read
   */
  public static LiveInternet near(Region near, Budget budget, Path authorities) throws IOException {
    HttpClient http = http().sslContext(Authorities.with(authorities)).build();
    return new LiveInternet(new LiveClient(near, http, budget));
  }

  private static HttpClient.Builder http() {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(LiveClient.PATIENCE);
  }

  @Override
  public Set<Region> places() {
    return Set.of(client.region());
  }

  @Override
  public Client from(Region region) {
    if (!region.equals(client.region())) {
      throw new IllegalArgumentException(
          "nobody asks from %s; this machine is near %s".formatted(region, client.region()));
    }
    return client;
  }
}
