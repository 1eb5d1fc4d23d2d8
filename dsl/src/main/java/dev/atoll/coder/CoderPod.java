package dev.atoll.coder;

import dev.atoll.facts.Facts;
import dev.atoll.facts.coder.CoderPackage.Of;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.EnvironmentVariable;
import dev.atoll.facts.kubernetes.Workload;
import java.util.List;
import java.util.Optional;

/**
 * What runs Coder in a cluster: a server, or a workspace proxy. It is known by what its container
 * runs, since labels and names are anybody's choice.
 *
 * @param workload the workload
 * @param container the container of it in which Coder runs
 * @param of server or proxy
 */
public record CoderPod(Workload workload, Container container, Of of) {

  /** The variables that only a workspace proxy has. */
  private static final List<String> OF_A_PROXY =
      List.of("CODER_PRIMARY_ACCESS_URL", "CODER_PROXY_SESSION_TOKEN");

  /** Everything that runs Coder. */
  public static List<CoderPod> all(Facts facts) {
    return facts.all(Workload.class).stream().flatMap(each -> in(each).stream()).toList();
  }

  /** The Coder servers. */
  public static List<CoderPod> servers(Facts facts) {
    return all(facts).stream().filter(pod -> pod.of() == Of.SERVER).toList();
  }

  /** The workspace proxies. */
  public static List<CoderPod> proxies(Facts facts) {
    return all(facts).stream().filter(pod -> pod.of() == Of.PROXY).toList();
  }

  private static Optional<CoderPod> in(Workload workload) {
    return workload.containers().stream()
        .filter(CoderPod::serves)
        .map(container -> new CoderPod(workload, container, kind(container)))
        .findFirst();
  }

  /** Workspaces and provisioners run the same image with another command. */
  private static boolean serves(Container container) {
    String image = container.image().replaceFirst("@.*", "").replaceFirst(":[^/]*$", "");
    return image.substring(image.lastIndexOf('/') + 1).equals("coder")
        && (container.command().isEmpty() || container.command().contains("server"));
  }

  private static Of kind(Container container) {
    boolean proxy =
        container.command().contains("wsproxy")
            || OF_A_PROXY.stream().anyMatch(name -> !container.variables(name).isEmpty());
    return proxy ? Of.PROXY : Of.SERVER;
  }

  /** What a variable ends up as: the last one of that name counts. */
  public Optional<EnvironmentVariable> variable(String name) {
    return Optional.ofNullable(container.effective().get(name));
  }

  /** Such as "the Coder server coder/coder in us-east-2". */
  @Override
  public String toString() {
    return "the %s %s".formatted(of, workload.object());
  }
}
