package dev.atoll.itest.junit;

import dev.atoll.itest.backend.Backend;
import dev.atoll.itest.helm.Helm;
import dev.atoll.itest.kubernetes.Kubernetes;
import dev.atoll.itest.kubernetes.workloads.WorkloadsReady;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a cluster ({@link Kubernetes}, {@link KubernetesClient}), what makes its workloads
 * ready ({@link WorkloadsReady}) and the helm command ({@link Helm}) as parameters.
 *
 * <p>Each top-level test class has its own cluster, started when first asked for; classes may run
 * side by side. The configuration parameter {@code atoll.backend} says where clusters run.
 */
public final class KubernetesExtension implements ParameterResolver {

  private static final Map<Class<?>, Function<ExtensionContext, Object>> GIVEN =
      Map.of(
          Kubernetes.class, KubernetesExtension::cluster,
          KubernetesClient.class, context -> cluster(context).client(),
          WorkloadsReady.class, KubernetesExtension::ready,
          Helm.class, KubernetesExtension::helm);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return GIVEN.containsKey(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return GIVEN.get(parameter.getParameter().getType()).apply(context);
  }

  private static Kubernetes cluster(ExtensionContext context) {
    return once(
        context,
        Kubernetes.class,
        () ->
            Kubernetes.start(
                Backend.configured(context::getConfigurationParameter), System.err::println));
  }

  // Asked for after the cluster, closed before it.
  private static WorkloadsReady ready(ExtensionContext context) {
    Kubernetes cluster = cluster(context);
    return once(context, WorkloadsReady.class, () -> WorkloadsReady.in(cluster.client()));
  }

  private static Helm helm(ExtensionContext context) {
    Kubernetes cluster = cluster(context);
    return once(context, Helm.class, () -> Helm.of(cluster.kubeconfig(), System.err::println));
  }

  private static <T> T once(ExtensionContext context, Class<T> type, Supplier<T> maker) {
    return TestClass.store(context, KubernetesExtension.class)
        .getOrComputeIfAbsent(type, key -> maker.get(), type);
  }
}
