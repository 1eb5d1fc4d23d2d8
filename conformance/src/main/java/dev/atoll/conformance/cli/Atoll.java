package dev.atoll.conformance.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
    name = "atoll",
    description = "Multi-region Coder on AWS: modelled, synthesized and proven.",
    mixinStandardHelpOptions = true,
    versionProvider = AtollVersion.class,
    subcommands = {
      SynthCommand.class,
      ApplyCommand.class,
      ValidateCommand.class,
      AuditCommand.class,
      PracticesCommand.class,
      ExplainCommand.class,
      CostCommand.class,
      RouteCommand.class,
      RunbookCommand.class,
      DiagnoseCommand.class,
      StatusCommand.class,
      ConformanceCommand.class,
      EmulatorCommand.class,
      DoctorCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:fine",
      "1:findings, or practices that failed",
      "2:wrong usage",
      "3:something around us is missing or broken",
      "4:undecided: what was given does not decide it",
      "130:interrupted by Ctrl-C"
    })
public final class Atoll implements Runnable {

  @Spec private CommandSpec spec;

  @Option(
      names = "--stacktrace",
      description = "With every error, show where in the code it came from.",
      scope = ScopeType.INHERIT)
  private boolean stacktrace;

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, not yet run. */
  static CommandLine commandLine() {
    Atoll atoll = new Atoll();
    return new CommandLine(atoll)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new ErrorReport(() -> atoll.stacktrace));
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Say which command to run.");
  }
}
