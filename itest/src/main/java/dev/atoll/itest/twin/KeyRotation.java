package dev.atoll.itest.twin;

import dev.atoll.facts.Facts;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.facts.kubernetes.Workload.Kind;
import dev.atoll.itest.twin.pod.Environment;
import dev.atoll.itest.twin.pod.SecretValues;
import dev.atoll.traffic.TrafficException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the job that rotates the workspaces' LiteLLM key: the command of its CronJob, with the
 * addresses of the twin in place of the names of Services, and the twin's time.
 */
final class KeyRotation {

  private static final Pattern SERVICE =
      Pattern.compile("([a-z0-9-]+)\\.([a-z0-9-]+)\\.svc(?:\\.cluster\\.local)?:(\\d+)");
  private static final String LOOPBACK = "127.0.0.1";

  private final Facts facts;
  private final SecretValues secrets;
  private final List<Pod> pods;
  private final JobRunner runner;

  KeyRotation(Facts facts, SecretValues secrets, List<Pod> pods, JobRunner runner) {
    this.facts = facts;
    this.secrets = secrets;
    this.pods = pods;
    this.runner = runner;
  }

  /**
   * Runs it once.
   *
   * @param now the time that the job takes it to be
   * @throws TrafficException when there is no such job, or it fails
   */
  List<String> run(Instant now) {
    Workload job = job();
    Container container = job.containers().get(0);
    List<String> command = new ArrayList<>();
    container.command().forEach(word -> command.add(withAddresses(word, job.object())));
    command.add("--now=" + now.getEpochSecond());
    try {
      return runner.run(command, Environment.of(job, container, secrets, LOOPBACK).values());
    } catch (IllegalArgumentException e) {
      throw new TrafficException("The pod of %s does not start".formatted(job.object()), e);
    }
  }

  /** The one CronJob that talks to LiteLLM about keys: it has the master key. */
  private Workload job() {
    List<Workload> jobs =
        facts.all(Workload.class).stream()
            .filter(each -> each.kind() == Kind.CRON_JOB && !each.containers().isEmpty())
            .filter(each -> each.containers().get(0).effective().containsKey("LITELLM_MASTER_KEY"))
            .toList();
    if (jobs.size() != 1) {
      throw new TrafficException(
          "One CronJob with LITELLM_MASTER_KEY rotates the workspaces' key; %d were read"
              .formatted(jobs.size()));
    }
    return jobs.get(0);
  }

  private String withAddresses(String word, ObjectName job) {
    return SERVICE
        .matcher(word)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    address(job, found.group(1), found.group(2), Integer.parseInt(found.group(3)))
                        .orElseThrow(
                            () ->
                                new TrafficException(
                                    "%s calls %s, and no running pod is behind it"
                                        .formatted(job, found.group())))));
  }

  private Optional<String> address(ObjectName job, String service, String namespace, int port) {
    ObjectName name = new ObjectName(job.region(), namespace, service);
    return facts.all(KubernetesService.class).stream()
        .filter(each -> each.object().equals(name))
        .flatMap(
            found ->
                found.ports().stream()
                    .filter(each -> each.port() == port)
                    .flatMap(each -> behind(found, each).stream()))
        .findFirst();
  }

  private Optional<String> behind(KubernetesService service, KubernetesService.Port port) {
    return pods.stream()
        .filter(pod -> pod.isRunning() && service.selects(pod.plan().workload()))
        .flatMap(
            pod ->
                pod.plan().port(port.target()).stream()
                    .map(number -> pod.host().address().getHostAddress() + ":" + number))
        .findFirst();
  }
}
