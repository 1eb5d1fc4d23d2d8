package dev.atoll.conformance.suite;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.Synthesis;
import dev.atoll.topology.runbook.Runbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the tool promises, tried: each trial has numbers or names in it and can fail. */
@ExtendWith(RunParameter.class)
class PromiseConformance {

  /** The promises that are tried here. */
  static final List<String> IDS = List.of("AUR-3", "LB-6", "LB-7", "OPS-1");

  @TestFactory
  Stream<DynamicTest> promises(Run run) {
    return Stream.of(
            trial(run, "AUR-3", EvidenceKind.MODEL, CostPromises::aurora),
            trial(run, "LB-6", EvidenceKind.MODEL, CostPromises::loadBalancers),
            trial(run, "LB-7", EvidenceKind.MODEL, WishPromise::outcome),
            trial(run, "OPS-1", EvidenceKind.PLAN, () -> runbook(run)))
        .flatMap(trial -> trial);
  }

  private static PromiseOutcome runbook(Run run) {
    Deployment deployment = run.deployment();
    Path folder = run.folder().resolve("runbook");
    Synthesis.write(deployment, folder);
    Path file = Synthesis.cdkTfJson(folder.resolve(Synthesis.OUTPUT), deployment.parts().get(0));
    try {
      JsonNode written = new ObjectMapper().readTree(file.toFile());
      return RunbookPromise.of(Runbook.of(run.topology(), deployment.addresses()), written);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  private static Stream<DynamicTest> trial(
      Run run, String id, EvidenceKind kind, Supplier<PromiseOutcome> trial) {
    return run.practices().stream()
        .filter(practice -> practice.about().id().equals(id))
        .map(practice -> dynamicTest(id, () -> Trial.record(run, practice, kind, trial)));
  }
}
