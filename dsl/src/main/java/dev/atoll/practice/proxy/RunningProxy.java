package dev.atoll.practice.proxy;

import dev.atoll.aws.Region;
import dev.atoll.coder.CoderPod;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.kubernetes.CarriedSecret;
import dev.atoll.facts.kubernetes.EnvironmentVariable.SecretKey;
import dev.atoll.facts.kubernetes.KubernetesSecret;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.loadbalancer.Listener;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.loadbalancer.LoadBalancerLookup;
import dev.atoll.facts.secret.Secret;
import dev.atoll.facts.tls.Certificate;
import dev.atoll.practice.Inspection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the order of PRX-5 must have come to where a proxy's pods are in a cluster: its token
 * arrived, it is ready, and an NLB with a certificate of its Region leads to it.
 *
 * @param pod the proxy
 * @param facts everything that was read
 */
record RunningProxy(CoderPod pod, Facts facts) {

  private static final String TOKEN = "CODER_PROXY_SESSION_TOKEN";

  void judge(Inspection inspection) {
    Source at = pod.workload().source();
    inspection
        .look("running proxy")
        .require(token(), "the token of %s did not get into a Secret beside it".formatted(pod), at)
        .require(
            Truth.of(
                pod.workload().replicas() > 0
                    && pod.workload().ready() >= pod.workload().replicas()),
            "%s has %d of %d pods ready"
                .formatted(pod, pod.workload().ready(), pod.workload().replicas()),
            at);
    if (!isWritten()) {
      inspection.require(
          any(KubernetesService.class, this::leadsHere),
          "no NLB with a TLS listener at 443 and an issued certificate of its Region leads to %s"
              .formatted(pod),
          at);
    }
  }

  /** In configuration alone nobody sees what the controller will make. */
  private boolean isWritten() {
    return Set.of(Origin.CONFIGURATION, Origin.PLAN).contains(pod.workload().source().origin());
  }

  private Truth token() {
    Optional<SecretKey> from =
        pod.variable(TOKEN)
            .map(variable -> variable.from())
            .filter(SecretKey.class::isInstance)
            .map(SecretKey.class::cast);
    return from.map(key -> carried(key).and(filled(key))).orElse(Truth.NO);
  }

  /** It is asked for in the proxy's namespace, and Secrets Manager has it. */
  private Truth carried(SecretKey key) {
    return any(
        CarriedSecret.class,
        wanted ->
            wanted.object().besides(pod.workload().object())
                    && wanted.target().equals(key.secret())
                    && wanted.from().containsKey(key.key())
                ? any(
                    Secret.class, secret -> secret.name().is(wanted.from().get(key.key())::equals))
                : Truth.NO);
  }

  private Truth filled(SecretKey key) {
    return any(
        KubernetesSecret.class,
        secret ->
            Truth.of(
                secret.object().besides(pod.workload().object())
                    && secret.object().name().equals(key.secret())
                    && secret.keys().contains(key.key())));
  }

  private Truth leadsHere(KubernetesService service) {
    if (!service.type().equals("LoadBalancer") || !service.selects(pod.workload())) {
      return Truth.NO;
    }
    Region region = service.object().region();
    return any(
        LoadBalancer.class,
        balancer ->
            balancer.region().equals(region)
                    && balancer.type().equals("network")
                    && service
                        .object()
                        .inCluster()
                        .equals(balancer.tags().get(LoadBalancerLookup.SERVICE_TAG))
                ? any(Listener.class, listener -> endsTls(listener, balancer.ref(), region))
                : Truth.NO);
  }

  private Truth endsTls(Listener listener, Ref balancer, Region region) {
    return listener.loadBalancer().equals(balancer)
            && listener.port() == 443
            && listener.protocol().equals("TLS")
        ? any(
            Certificate.class,
            certificate ->
                Truth.of(listener.certificates().contains(certificate.ref()))
                    .and(certificate.region().is(region::equals))
                    .and(certificate.status().is(Certificate.Status.ISSUED::equals)))
        : Truth.NO;
  }

  /** Whether there is such a fact; open when not all of them were read. */
  private <F extends Fact> Truth any(Class<F> kind, Function<F, Truth> condition) {
    return Truth.any(facts.all(kind).stream(), condition)
        .or(facts.all(kind).gap().map(Truth::open).orElse(Truth.NO));
  }
}
