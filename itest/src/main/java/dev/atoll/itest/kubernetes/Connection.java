package dev.atoll.itest.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * How an administrator reaches a Kubernetes API.
 *
 * @param endpoint where it answers
 * @param certificateAuthority that vouches for it, PEM
 * @param token a bearer token of an administrator
 */
public record Connection(URI endpoint, String certificateAuthority, String token) {

  /** The certificate authority as a kubeconfig and EKS have it: the PEM in Base64. */
  public String certificateAuthorityData() {
    return Base64.getEncoder()
        .encodeToString(certificateAuthority.getBytes(StandardCharsets.UTF_8));
  }

  /** A kubeconfig with this connection alone, YAML. */
  public String kubeconfig() {
    return """
    apiVersion: v1
    kind: Config
    clusters:
      - name: atoll
        cluster:
          server: %s
          certificate-authority-data: %s
    users:
      - name: admin
        user:
          token: %s
    contexts:
      - name: atoll
        context:
          cluster: atoll
          user: admin
    current-context: atoll
    """
        .formatted(endpoint, certificateAuthorityData(), token);
  }

  /** A client, to be closed by whoever asked for it. */
  public KubernetesClient client() {
    // Nothing of the user's: no kubeconfig, no proxy.
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(endpoint.toString())
            .withCaCertData(certificateAuthorityData())
            .withOauthToken(token)
            // To the unknown the server sends GOAWAY beside its 401, and the JDK loses the answer.
            .withHttp2Disable(true)
            // Whoever waits says so with Awaitility.
            .withRequestRetryBackoffLimit(2)
            .build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  /** Without the token. */
  @Override
  public String toString() {
    return endpoint.toString();
  }
}
