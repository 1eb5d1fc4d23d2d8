package dev.atoll.itest.kubernetes.read;

import dev.atoll.facts.Fact;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.facts.kubernetes.Workload.Kind;
import dev.atoll.facts.kubernetes.Workload.Spread;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads everything that has a pod template. */
final class Workloads {

  /** The API's own default. */
  private static final long GRACE = 30;

  private Workloads() {}

  static Fact deployment(Cluster cluster, Deployment it) {
    return workload(
        cluster,
        it,
        Kind.DEPLOYMENT,
        or(it.getSpec().getReplicas(), 1),
        count(it.getStatus(), status -> status.getReadyReplicas()),
        it.getSpec().getTemplate());
  }

  static Fact statefulSet(Cluster cluster, StatefulSet it) {
    return workload(
        cluster,
        it,
        Kind.STATEFUL_SET,
        or(it.getSpec().getReplicas(), 1),
        count(it.getStatus(), status -> status.getReadyReplicas()),
        it.getSpec().getTemplate());
  }

  static Fact daemonSet(Cluster cluster, DaemonSet it) {
    return workload(
        cluster,
        it,
        Kind.DAEMON_SET,
        0,
        count(it.getStatus(), status -> status.getNumberReady()),
        it.getSpec().getTemplate());
  }

  static Fact job(Cluster cluster, Job it) {
    return workload(
        cluster,
        it,
        Kind.JOB,
        1,
        count(it.getStatus(), status -> status.getReady()),
        it.getSpec().getTemplate());
  }

  static Fact cronJob(Cluster cluster, CronJob it) {
    return workload(
        cluster, it, Kind.CRON_JOB, 1, 0, it.getSpec().getJobTemplate().getSpec().getTemplate());
  }

  private static Workload workload(
      Cluster cluster,
      HasMetadata it,
      Kind kind,
      int replicas,
      int ready,
      PodTemplateSpec template) {
    PodSpec pod = template.getSpec();
    return new Workload(
        cluster.source(it),
        cluster.ref(it),
        kind,
        cluster.name(it),
        replicas,
        ready,
        template.getMetadata() == null
            ? Map.of()
            : Objects.orNone(template.getMetadata().getLabels()),
        Optional.ofNullable(pod.getServiceAccountName()).orElse("default"),
        pod.getContainers().stream().map(Containers::container).toList(),
        pod.getVolumes().stream().map(Workloads::volume).toList(),
        spread(pod),
        Duration.ofSeconds(
            Optional.ofNullable(pod.getTerminationGracePeriodSeconds()).orElse(GRACE)));
  }

  private static Workload.Volume volume(Volume volume) {
    return new Workload.Volume(
        volume.getName(),
        Optional.ofNullable(volume.getSecret()).map(secret -> secret.getSecretName()));
  }

  // Two ways to say it: constraints on the spread, and pods that keep away from each other.
  private static List<Spread> spread(PodSpec pod) {
    Stream<Spread> constraints =
        pod.getTopologySpreadConstraints().stream()
            .map(
                each ->
                    new Spread(
                        each.getTopologyKey(),
                        each.getWhenUnsatisfiable().equals("DoNotSchedule")));
    Stream<Spread> apart =
        Optional.ofNullable(pod.getAffinity()).map(Affinity::getPodAntiAffinity).stream()
            .flatMap(
                away ->
                    Stream.concat(
                        away.getRequiredDuringSchedulingIgnoredDuringExecution().stream()
                            .map(term -> spread(term, true)),
                        away.getPreferredDuringSchedulingIgnoredDuringExecution().stream()
                            .map(term -> spread(term.getPodAffinityTerm(), false))));
    return Stream.concat(constraints, apart).toList();
  }

  private static Spread spread(PodAffinityTerm term, boolean required) {
    return new Spread(term.getTopologyKey(), required);
  }

  private static <S> int count(S status, Function<S, Integer> number) {
    return Optional.ofNullable(status).map(number).orElse(0);
  }

  private static int or(Integer number, int otherwise) {
    return number == null ? otherwise : number;
  }
}
