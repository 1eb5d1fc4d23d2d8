package dev.atoll.conformance.suite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.analysis.secrets.Secrets;
import dev.atoll.topology.runbook.Runbook;
import dev.atoll.topology.runbook.Step;
import dev.atoll.topology.runbook.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * OPS-1, tried: every step has a check, works on something that the synthesized JSON has or that is
 * said to be pending, and shows no secret.
 */
final class RunbookPromise {

  /** Licence, records, and the user's path: no topology has fewer. */
  private static final int FEWEST_STEPS = 3;

  private RunbookPromise() {}

  static PromiseOutcome of(Runbook runbook, JsonNode written) {
    List<String> broken = new ArrayList<>();
    int found = 0;
    int pending = 0;
    if (runbook.steps().size() < FEWEST_STEPS) {
      broken.add("there are only %d steps".formatted(runbook.steps().size()));
    }
    for (Step step : runbook.steps()) {
      complete(broken, step);
      for (Target target : step.targets()) {
        target.addresses().stream()
            .filter(address -> written.at(pointer(address)).isMissingNode())
            .forEach(missing -> broken.add(step.title() + ": there is no " + missing));
        found += target.addresses().size();
        pending += target.pending().isPresent() ? 1 : 0;
      }
    }
    return new PromiseOutcome(
        "%d steps, on %d resources and outputs of the synthesized JSON; %d targets are pending"
            .formatted(runbook.steps().size(), found, pending),
        broken);
  }

  private static void complete(List<String> broken, Step step) {
    if (step.check().isBlank() || step.proof().isBlank() || step.commands().isEmpty()) {
      broken.add(step.title() + ": nothing to do or no check");
    }
    if (step.targets().isEmpty()
        || step.targets().stream()
            .anyMatch(target -> target.addresses().isEmpty() == target.pending().isEmpty())) {
      broken.add(step.title() + ": a target is neither there nor said to be pending");
    }
    Stream.concat(step.commands().stream(), Stream.of(step.check()))
        .flatMap(command -> Secrets.kind("", command).stream())
        .forEach(kind -> broken.add(step.title() + ": a command has " + kind));
  }

  private static String pointer(String address) {
    boolean output = address.startsWith("output.");
    return (output ? "/" : "/resource/") + address.replaceFirst("\\.", "/");
  }
}
