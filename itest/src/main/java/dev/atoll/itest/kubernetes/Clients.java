package dev.atoll.itest.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.Set;

/** Clients from a kubeconfig. */
final class Clients {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private Clients() {}

  static KubernetesClient of(String kubeconfig) {
    return builder(Config.fromKubeconfig(kubeconfig)).build();
  }

  /** A client whose every request that would change something is refused before it is sent. */
  static KubernetesClient reading(Config cluster) {
    return builder(cluster)
        .withHttpClientBuilderConsumer(
            http -> http.addOrReplaceInterceptor("atoll-read-only", new ReadOnly()))
        .build();
  }

  private static KubernetesClientBuilder builder(Config cluster) {
    Config config =
        new ConfigBuilder(cluster)
            // To the unknown the server sends GOAWAY beside its 401, and the JDK loses the answer.
            .withHttp2Disable(true)
            .withRequestRetryBackoffLimit(2)
            .build();
    return new KubernetesClientBuilder().withConfig(config);
  }

  private static final class ReadOnly implements Interceptor {
    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
      if (!READING.contains(request.method())) {
        throw new KubernetesException(
            "%s %s was not sent: this cluster is only to be read. Say writable when changes are meant."
                .formatted(request.method(), request.uri().getPath()));
      }
    }
  }
}
