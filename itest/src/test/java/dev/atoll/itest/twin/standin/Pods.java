package dev.atoll.itest.twin.standin;

import dev.atoll.aws.Region;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.Container.Amounts;
import dev.atoll.facts.kubernetes.EnvironmentVariable;
import dev.atoll.facts.kubernetes.EnvironmentVariable.Literal;
import dev.atoll.facts.kubernetes.EnvironmentVariable.PodField;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.kubernetes.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deployments as they are read back from a cluster, with one container. */
public final class Pods {

  private Pods() {}

  public static Workload workload(
      String name,
      String image,
      List<String> command,
      Map<String, String> chart,
      Map<String, Optional<String>> other) {
    Map<String, String> literals = new LinkedHashMap<>(chart);
    other.forEach(
        (variable, value) ->
            value.ifPresentOrElse(
                text -> literals.put(variable, text), () -> literals.remove(variable)));
    List<EnvironmentVariable> environment = new ArrayList<>();
    environment.add(new EnvironmentVariable("KUBE_POD_IP", new PodField("status.podIP")));
    literals.forEach(
        (variable, text) -> environment.add(new EnvironmentVariable(variable, new Literal(text))));
    return workload(name, image, command, environment);
  }

  public static Workload workload(
      String name, String image, List<String> command, List<EnvironmentVariable> environment) {
    Amounts none = new Amounts(Optional.empty(), Optional.empty());
    Container container =
        new Container(
            name,
            image,
            command,
            List.of(),
            environment,
            none,
            none,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());
    return new Workload(
        new Source(Origin.CLUSTER, "test"),
        new Ref(name),
        Workload.Kind.DEPLOYMENT,
        new ObjectName(Region.US_EAST_2, name, name),
        1,
        1,
        Map.of(),
        name,
        List.of(container),
        List.of(),
        List.of(),
        Duration.ofSeconds(30));
  }
}
