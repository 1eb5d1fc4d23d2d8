package dev.atoll.conformance.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.stacks.Deployment;
import dev.atoll.topology.Topology;
import dev.atoll.topology.runbook.Runbook;
import dev.atoll.topology.runbook.Step;
import dev.atoll.topology.runbook.Target;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the steps that remain once the licence has arrived. */
@Command(
    name = "runbook",
    description = {
      "Prints, for this topology, the steps that remain once Coder's licence has arrived, in"
          + " order,",
      "each with the command whose success proves it. Runs none of them."
    },
    mixinStandardHelpOptions = true)
final class RunbookCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private TopologyOption topology;

  @Option(names = "--output", description = "${COMPLETION-CANDIDATES}. Default: text")
  private Output output = Output.TEXT;

  @Override
  public Integer call() {
    Topology described = topology.load();
    Runbook runbook = Runbook.of(described, Deployment.of(described).addresses());
    PrintWriter out = spec.commandLine().getOut();
    out.println(output == Output.JSON ? Json.print(json(runbook)) : text(runbook));
    out.flush();
    return ExitCode.FINE;
  }

  private static String text(Runbook runbook) {
    StringBuilder text = new StringBuilder();
    text.append("# %s, once the licence has arrived%n".formatted(runbook.topology()));
    for (int i = 0; i < runbook.steps().size(); i++) {
      Step step = runbook.steps().get(i);
      text.append("%n# %d. %s%n#    %s%n".formatted(i + 1, step.title(), step.why()));
      step.targets().forEach(target -> text.append("#    on: %s%n".formatted(shown(target))));
      step.commands().forEach(command -> text.append(command).append('\n'));
      text.append("# Proven by: %s%n%s%n".formatted(step.proof(), step.check()));
    }
    return text.toString().stripTrailing();
  }

  private static String shown(Target target) {
    return target.what()
        + ": "
        + target
            .pending()
            .map(why -> "pending, " + why)
            .orElse(String.join(", ", target.addresses()));
  }

  private static ObjectNode json(Runbook runbook) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("topology", runbook.topology());
    node.set("steps", Json.array(runbook.steps().stream().map(RunbookCommand::json).toList()));
    return node;
  }

  private static ObjectNode json(Step step) {
    ObjectNode node =
        JsonNodeFactory.instance.objectNode().put("title", step.title()).put("why", step.why());
    step.commands().forEach(command -> node.withArray("commands").add(command));
    node.put("check", step.check()).put("proof", step.proof());
    node.set("targets", Json.array(step.targets().stream().map(RunbookCommand::json).toList()));
    return node;
  }

  private static ObjectNode json(Target target) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("what", target.what());
    target.addresses().forEach(address -> node.withArray("addresses").add(address));
    target.pending().ifPresent(why -> node.put("pending", why));
    return node;
  }
}
