package dev.atoll.conformance.suite;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.atoll.conformance.report.Backend;
import dev.atoll.conformance.report.Evidence;
import dev.atoll.itest.kubernetes.ApiServer;
import dev.atoll.itest.kubernetes.Kubernetes;
import dev.atoll.itest.process.SearchPath;
import dev.atoll.itest.terraform.InitException;
import dev.atoll.itest.terraform.Terraform;
import dev.atoll.itest.terraform.WorkingDirectory;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Practice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a release of Terraform's helm provider lives through, in a cluster of its own. Where the
 * provider cannot be had these rows are NOT RUN, and say so.
 */
@ExtendWith(RunParameter.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseConformance {

  // In the order in which they are tried: the second goes on where the first ended.
  private static final Map<String, Function<ReleaseTrial, PromiseOutcome>> TRIALS =
      new LinkedHashMap<>();

  static {
    TRIALS.put("HELM-5", ReleaseTrial::idempotence);
    TRIALS.put("HELM-6", ReleaseTrial::upgradeInPlace);
  }

  /** The promises that are tried here. */
  static final List<String> IDS = List.copyOf(TRIALS.keySet());

  private Kubernetes cluster;

  @TestFactory
  Stream<DynamicTest> releases(Run run) {
    List<Practice> tried =
        run.practices().stream().filter(each -> IDS.contains(each.about().id())).toList();
    Terraform terraform = Terraform.find(SearchPath.ofEnvironment(), run.progress());
    try {
      WorkingDirectory root =
          ReleaseTrial.prepare(run.folder().resolve("release-trial"), terraform);
      cluster = ApiServer.start(run.progress());
      told(run, root);
      ReleaseTrial trial = ReleaseTrial.of(root, cluster);
      return tried.stream()
          .map(
              practice ->
                  dynamicTest(
                      practice.about().id(),
                      () ->
                          Trial.record(
                              run,
                              practice,
                              EvidenceKind.CLUSTER,
                              () -> TRIALS.get(practice.about().id()).apply(trial))));
    } catch (InitException missing) {
      String why = missing.getMessage().lines().findFirst().orElse("terraform init failed");
      tried.forEach(
          practice ->
              run.log().add(Evidence.notRun(practice.about().id(), EvidenceKind.CLUSTER, why)));
      return Stream.empty();
    }
  }

  private static void told(Run run, WorkingDirectory root) {
    String version =
        root
            .versions()
            .path("provider_selections")
            .findValuesAsText("registry.terraform.io/hashicorp/helm")
            .stream()
            .findFirst()
            .orElse("unknown");
    run.log()
        .backend(
            new Backend(
                "hashicorp/helm",
                "Terraform provider, for HELM-5 and HELM-6",
                version,
                Backend.Nature.REAL,
                "the version that every synthesized release is made with"));
  }

  @AfterAll
  void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }
}
