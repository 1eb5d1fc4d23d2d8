package dev.atoll.conformance.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Severity;
import dev.atoll.topology.InvalidTopology;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges a topology without synthesizing it. */
@Command(
    name = "validate",
    description = "Judges a topology by the practice catalogue, without synthesizing it.",
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private TopologyOption topology;

  @Option(names = "--output", description = "${COMPLETION-CANDIDATES}. Default: text")
  private Output output = Output.TEXT;

  @Option(
      names = "--fail-on",
      description = "The mildest severity that fails: ${COMPLETION-CANDIDATES}. Default: error")
  private Severity failOn = Severity.ERROR;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Finding> findings = findings();
    boolean failed =
        findings.stream().anyMatch(finding -> finding.severity().compareTo(failOn) >= 0);
    out.println(output == Output.JSON ? Json.print(json(findings, failed)) : text(findings));
    out.flush();
    return failed ? ExitCode.FINDINGS : ExitCode.FINE;
  }

  private List<Finding> findings() {
    try {
      return topology.load().warnings();
    } catch (InvalidTopology invalid) {
      return invalid.findings();
    }
  }

  private static ObjectNode json(List<Finding> findings, boolean failed) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("valid", !failed);
    node.set("findings", Json.array(findings.stream().map(Json::of).toList()));
    return node;
  }

  private static String text(List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    findings.forEach(finding -> text.append(Explanation.of(finding)).append("\n\n"));
    long errors = findings.stream().filter(f -> f.severity() == Severity.ERROR).count();
    return text.append("%d errors, %d others".formatted(errors, findings.size() - errors))
        .toString();
  }
}
