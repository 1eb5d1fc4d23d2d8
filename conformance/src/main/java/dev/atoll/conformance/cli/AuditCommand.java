package dev.atoll.conformance.cli;

import dev.atoll.conformance.audit.Audit;
import dev.atoll.conformance.audit.AuditReport;
import dev.atoll.conformance.audit.Baseline;
import dev.atoll.conformance.audit.ConsoleAudit;
import dev.atoll.conformance.audit.JsonAudit;
import dev.atoll.conformance.audit.JunitAudit;
import dev.atoll.conformance.audit.fix.MechanicalFixes;
import dev.atoll.conformance.read.TerraformEstate;
import dev.atoll.conformance.report.Terminal;
import dev.atoll.conformance.report.sarif.Sarif;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.coder.Licence;
import dev.atoll.practice.Severity;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges Terraform that somebody else wrote. */
@Command(
    name = "audit",
    description = {
      "Judges Terraform that somebody else wrote by the practice catalogue.",
      "Reads folders of HCL or JSON configuration (all roots in them, with the local modules that"
          + " they call, as one estate), and what terraform show -json writes of a plan or a state."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no open finding that is bad enough",
      "1:open findings, or a baseline that names findings that are gone",
      "2:wrong usage",
      "3:nothing to read, or something that could not be read"
    })
final class AuditCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Folders with .tf files in or below them, or files.")
  private List<Path> paths;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}. Default: console")
  private AuditFormat format = AuditFormat.CONSOLE;

  @Option(
      names = "--var-file",
      paramLabel = "FILE",
      description = "Gives values to variables, beside the files that Terraform finds itself.")
  private List<Path> values = List.of();

  @Option(
      names = "--licence",
      paramLabel = "STATE",
      description =
          "What of Coder's licence for high availability: ${COMPLETION-CANDIDATES}. No resource"
              + " says so. Default: what an output coder_licence_status says (declared, or pending:"
              + " WHY); else there is none.")
  private Optional<Licence.State> licence = Optional.empty();

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "Findings that are known: they do not fail. What is in it and not found any more does.")
  private Optional<Path> baseline = Optional.empty();

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Writes the findings of this run as known, and ends with 0.")
  private Optional<Path> newBaseline = Optional.empty();

  @Option(
      names = "--fail-on",
      description = "The mildest severity that fails: ${COMPLETION-CANDIDATES}. Default: error")
  private Severity failOn = Severity.ERROR;

  @Option(
      names = "--fix",
      description =
          "Prints the fixes that need no thought as a patch for git apply, and no report.")
  private boolean fix;

  @Option(
      names = "--explain",
      description = "Also shows the reasoning step by step, every place, and the notes.")
  private boolean explain;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Path base = Path.of("").toAbsolutePath();
    Baseline known = baseline.map(Baseline::read).orElse(Baseline.NONE);
    TerraformEstate estate = TerraformEstate.read(paths, base, values);
    Audit audit = Audit.of(licensed(estate.reading().facts()));
    AuditReport report = AuditReport.of(audit, estate, known, base);
    if (fix) {
      out.print(MechanicalFixes.patch(report.entries(), base));
    } else {
      out.println(
          switch (format) {
            case CONSOLE -> new ConsoleAudit(Terminal.detect(), explain).text(report);
            case JSON -> Json.print(JsonAudit.of(report));
            case SARIF -> Json.print(Sarif.of(report, AtollVersion.text()));
            case JUNIT -> JunitAudit.of(report, failOn);
          });
    }
    out.flush();
    if (newBaseline.isPresent()) {
      Baseline.write(newBaseline.get(), report.entries());
      return ExitCode.FINE;
    }
    if (report.fails(failOn)) {
      return ExitCode.FINDINGS;
    }
    return estate.unread().isEmpty() ? ExitCode.FINE : ExitCode.ENVIRONMENT;
  }

  private Facts licensed(Facts facts) {
    Ref said = new Ref("--licence");
    Source at = new Source(Origin.CONFIGURATION, said.key());
    return licence
        .map(state -> new Licence(at, said, state, Optional.of("the command line says so")))
        .map(known -> facts.without(Licence.class::isInstance).and(List.of(known)))
        .orElse(facts);
  }
}
