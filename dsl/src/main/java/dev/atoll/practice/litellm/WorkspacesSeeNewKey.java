package dev.atoll.practice.litellm;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.facts.Facts;
import dev.atoll.facts.kubernetes.CarriedSecret;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.EnvironmentVariable.SecretKey;
import dev.atoll.facts.kubernetes.Namespace;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Subject;
import dev.atoll.practice.Tried;
import dev.atoll.traffic.Twin;
import java.time.Duration;
import java.util.List;

/** LLM-8. */
public final class WorkspacesSeeNewKey implements Tried {

  private static final About ABOUT =
      About.practice("LLM-8", "A running workspace sees the new key before the old one dies")
          .subject(Subject.LITELLM)
          .from(
              bestPractices("LiteLLM Integration Architecture, Key Rotation"),
              page(
                  "Kubernetes, using Secrets as files",
                  "https://kubernetes.io/docs/concepts/configuration/secret/#using-secrets-as-files-from-a-pod"))
          .because(
              "Environment variables never change in a running pod, and neither does a file mounted"
                  + " with subPath. Users who left a workspace open get 401 on every model call"
                  + " until they restart it, and nobody told them to.")
          .fix(
              "Mount the secret as a directory and read the file for each call, or let both keys"
                  + " live longer than a workspace does. Refresh what carries it more often than"
                  + " the overlap is long.")
          .wants(EvidenceKind.CLUSTER, EvidenceKind.TRAFFIC);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    WorkspaceNamespaces workspaces = new WorkspaceNamespaces(facts);
    for (Namespace namespace : workspaces.all()) {
      List<String> keys = workspaces.keySecrets(namespace);
      Rotation.of(facts)
          .ifPresent(rotation -> judge(inspection, workspaces.carriedKeys(namespace), rotation));
      for (Workload workload : workspaces.workloads(namespace)) {
        workload.containers().forEach(each -> judge(inspection, keys, workload, each));
      }
    }
    facts.all(Workload.class).gap().ifPresent(inspection::undecided);
    return inspection.judgement("no workspace that uses a key of LiteLLM was read");
  }

  @Override
  public Judgement attempt(Twin twin) {
    return NewKeyTrial.attempt(ABOUT, twin);
  }

  /** In the worst case a new key is carried the whole interval after it was written. */
  private static void judge(
      Inspection inspection, List<CarriedSecret> carriers, Rotation rotation) {
    for (CarriedSecret carried : carriers) {
      inspection.require(
          carried.refresh().is(interval -> !interval.isZero()),
          "%s is carried once and never again".formatted(carried.object()),
          carried.source());
      inspection.require(
          carried.refresh().is(interval -> interval.compareTo(rotation.overlap()) < 0),
          "%s is looked for every %s s, and the old key is deleted after %d s"
              .formatted(
                  carried.object(),
                  carried.refresh().map(Duration::toSeconds).show(),
                  rotation.overlap().toSeconds()),
          carried.source());
    }
  }

  private static void judge(
      Inspection inspection, List<String> keys, Workload workload, Container container) {
    container.environment().stream()
        .filter(
            variable -> variable.from() instanceof SecretKey from && keys.contains(from.secret()))
        .forEach(
            variable ->
                inspection.violation(
                    "%s has the key in the variable %s, which never changes while it runs"
                        .formatted(workload.object(), variable.name()),
                    workload.source()));
    for (Container.Mount mount : container.mounts()) {
      if (isFilledBy(keys, workload, mount)) {
        inspection.look("mounted key");
        mount
            .subPath()
            .ifPresent(
                file ->
                    inspection.violation(
                        "%s mounts the key by subPath %s, which never changes while it runs"
                            .formatted(workload.object(), file),
                        workload.source()));
      }
    }
  }

  private static boolean isFilledBy(List<String> keys, Workload workload, Container.Mount mount) {
    return workload.volumes().stream()
        .filter(volume -> volume.name().equals(mount.volume()))
        .anyMatch(volume -> volume.secret().filter(keys::contains).isPresent());
  }
}
