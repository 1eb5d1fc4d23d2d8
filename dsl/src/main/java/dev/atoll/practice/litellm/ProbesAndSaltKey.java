package dev.atoll.practice.litellm;

import static dev.atoll.practice.Citation.page;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Truth;
import dev.atoll.facts.kubernetes.Container.Probe;
import dev.atoll.facts.kubernetes.EnvironmentVariable;
import dev.atoll.facts.kubernetes.EnvironmentVariable.SecretKey;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;
import java.util.Optional;
import java.util.Set;

/** LLM-7. */
public final class ProbesAndSaltKey implements Practice {

  private static final About ABOUT =
      About.practice(
              "LLM-7", "LiteLLM is probed on its probe endpoints, and its salt key never changes")
          .subject(Subject.LITELLM)
          .from(
              page("LiteLLM, health checks", "https://docs.litellm.ai/docs/proxy/health"),
              page("LiteLLM, production best practices", "https://docs.litellm.ai/docs/proxy/prod"))
          .because(
              "/health calls every model: as a probe it costs money, and a slow model restarts the"
                  + " pods. A changed LITELLM_SALT_KEY makes every stored provider key unreadable."
                  + " Readiness answers 503 on any database outage and takes all pods out at once:"
                  + " a choice to know of.")
          .fix(
              "Probe /health/liveliness and /health/readiness on port 4000. Keep the salt key in"
                  + " Secrets Manager, written once, and out of every rotation. Inside a VPC alone,"
                  + " allow_requests_on_db_unavailable keeps pods ready without the database.")
          .wants(EvidenceKind.CLUSTER);

  /** The second is the same endpoint under the name that Kubernetes uses. */
  private static final Set<String> LIVENESS = Set.of("/health/liveliness", "/health/liveness");

  private static final Set<String> READINESS = Set.of("/health/readiness");

  private static final String SALT = "LITELLM_SALT_KEY";

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (LiteLlmPod pod : LiteLlmPod.all(facts)) {
      inspection.look("workload");
      probe(inspection, pod, "readiness", pod.container().readiness(), READINESS);
      probe(inspection, pod, "liveness", pod.container().liveness(), LIVENESS);
      saltKey(inspection, pod);
    }
    facts.all(Workload.class).gap().ifPresent(inspection::undecided);
    return inspection.judgement("no workload runs LiteLLM in what was read");
  }

  private static void probe(
      Inspection inspection,
      LiteLlmPod pod,
      String which,
      Optional<Probe> probe,
      Set<String> endpoints) {
    if (probe.isEmpty()) {
      inspection.violation("%s has no %s probe".formatted(pod, which), pod.workload().source());
      return;
    }
    String path = probe.get().path().orElse("no path");
    inspection
        .require(
            Truth.of(endpoints.contains(path)),
            "the %s probe of %s asks %s".formatted(which, pod, path),
            pod.workload().source())
        .require(
            Truth.of(pod.port(probe.get().port()).equals(Optional.of(LiteLlmPod.PORT))),
            "the %s probe of %s asks port %s, and LiteLLM listens on %d"
                .formatted(which, pod, probe.get().port(), LiteLlmPod.PORT),
            pod.workload().source());
  }

  /** Without a salt key the master key is the salt, and can then never be changed either. */
  private static void saltKey(Inspection inspection, LiteLlmPod pod) {
    Optional<EnvironmentVariable> salt = pod.variable(SALT);
    inspection.require(
        Truth.of(salt.filter(variable -> variable.from() instanceof SecretKey).isPresent()),
        salt.isEmpty()
            ? "%s has no %s: what it stores is encrypted with its master key".formatted(pod, SALT)
            : "%s of %s comes from no Secret".formatted(SALT, pod),
        pod.workload().source());
    salt.flatMap(variable -> from(variable))
        .filter(secret -> sharesWithMasterKey(pod, secret))
        .ifPresent(
            secret ->
                inspection.violation(
                    "%s of %s is kept in the Secret %s with the master key: whoever rotates one writes the other"
                        .formatted(SALT, pod, secret),
                    pod.workload().source()));
  }

  private static boolean sharesWithMasterKey(LiteLlmPod pod, String secret) {
    return pod.variable(MasterKey.VARIABLE)
        .flatMap(ProbesAndSaltKey::from)
        .filter(secret::equals)
        .isPresent();
  }

  private static Optional<String> from(EnvironmentVariable variable) {
    return variable.from() instanceof SecretKey key ? Optional.of(key.secret()) : Optional.empty();
  }
}
