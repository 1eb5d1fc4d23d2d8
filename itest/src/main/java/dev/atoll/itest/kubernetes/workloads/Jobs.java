package dev.atoll.itest.kubernetes.workloads;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.batch.v1.JobConditionBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Jobs, complete as soon as they are seen.
 *
 * @param client of an administrator
 */
record Jobs(KubernetesClient client) {

  /** Gives it its status: started, or complete. A suspended one has none. */
  void reconcile(Job job, boolean ready) {
    if (Boolean.TRUE.equals(job.getSpec().getSuspend()) || complete(job)) {
      return;
    }
    JobStatus status = ready ? completed(job) : started(job);
    if (!Statuses.says(job.getStatus(), status)) {
      client.resource(job).editStatus(now -> new JobBuilder(now).withStatus(status).build());
    }
  }

  private static boolean complete(Job job) {
    return job.getStatus() != null
        && job.getStatus().getConditions().stream()
            .anyMatch(condition -> condition.getType().equals("Complete"));
  }

  private static JobStatus started(Job job) {
    return new JobStatusBuilder().withStartTime(startTime(job)).withActive(1).withReady(0).build();
  }

  private static JobStatus completed(Job job) {
    int completions = job.getSpec().getCompletions() == null ? 1 : job.getSpec().getCompletions();
    return new JobStatusBuilder()
        .withStartTime(startTime(job))
        .withCompletionTime(now())
        .withSucceeded(completions)
        .withReady(0)
        // The API takes the second for valid only after the first.
        .withConditions(List.of(condition("SuccessCriteriaMet"), condition("Complete")))
        .build();
  }

  private static JobCondition condition(String type) {
    return new JobConditionBuilder()
        .withType(type)
        .withStatus("True")
        .withReason("CompletionsReached")
        .withLastTransitionTime(now())
        .build();
  }

  private static String startTime(Job job) {
    String before = job.getStatus() == null ? null : job.getStatus().getStartTime();
    return before == null ? now() : before;
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
