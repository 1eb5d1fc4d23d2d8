package dev.atoll.conformance.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.conformance.doctor.Doctor;
import dev.atoll.conformance.doctor.Finding;
import dev.atoll.itest.cache.Cache;
import dev.atoll.itest.process.SearchPath;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what this machine has of what Atoll uses. */
@Command(
    name = "doctor",
    description = {
      "Checks this machine for what Atoll uses, and says what each is for.",
      "The exit code is 3 when something is missing that nothing works without."
    },
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--output", description = "${COMPLETION-CANDIDATES}. Default: text")
  private Output output = Output.TEXT;

  @Override
  public Integer call() {
    List<Finding> findings = Doctor.examine(SearchPath.ofEnvironment(), Cache.ofUser().root());
    PrintWriter out = spec.commandLine().getOut();
    if (output == Output.JSON) {
      out.println(Json.print(Json.array(findings.stream().map(DoctorCommand::json).toList())));
    } else {
      findings.forEach(finding -> print(out, finding));
      out.println();
      out.println(summary(findings));
    }
    out.flush();
    return findings.stream().anyMatch(Finding::stops) ? ExitCode.ENVIRONMENT : ExitCode.FINE;
  }

  private static void print(PrintWriter out, Finding finding) {
    String mark = finding.fine() ? "✓" : finding.stops() ? "✗" : "–";
    out.printf("%s %-10s %s%n", mark, finding.name(), finding.found());
    for (String line : List.of(finding.purpose(), finding.remedy())) {
      if (!line.isEmpty()) {
        out.println("             " + line);
      }
    }
  }

  private static String summary(List<Finding> findings) {
    long stopping = findings.stream().filter(Finding::stops).count();
    return stopping == 0
        ? "Everything that make conformance needs is here."
        : "make conformance cannot run: see the %s above."
            .formatted(stopping == 1 ? "line marked ✗" : stopping + " lines marked ✗");
  }

  private static ObjectNode json(Finding finding) {
    return Json.object()
        .put("name", finding.name())
        .put("need", finding.need().toString())
        .put("fine", finding.fine())
        .put("found", finding.found())
        .put("purpose", finding.purpose())
        .put("remedy", finding.remedy());
  }
}
