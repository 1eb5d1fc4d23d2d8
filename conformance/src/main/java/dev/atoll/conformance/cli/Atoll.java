package dev.atoll.conformance.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

  private static final List<Class<?>> COMMANDS =
      List.of(
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
          DoctorCommand.class);

  @Spec private CommandSpec spec;

  @Option(
      names = "--stacktrace",
      description = "With every error, show where in the code it came from.",
      scope = ScopeType.INHERIT)
  private boolean stacktrace;

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine(arguments).execute(arguments));
  }

  /**
   * The command line for those arguments, not yet run. The command that their first word names is
   * in it alone: to set up all of them takes longer than some of them run. Where it names none, all
   * are.
   */
  static CommandLine commandLine(String... arguments) {
    Atoll atoll = new Atoll();
    CommandLine line = new CommandLine(atoll);
    Optional<String> word =
        Stream.of(arguments).filter(argument -> !argument.startsWith("-")).findFirst();
    List<Class<?>> named =
        COMMANDS.stream().filter(command -> word.equals(Optional.of(name(command)))).toList();
    (named.isEmpty() ? COMMANDS : named).forEach(line::addSubcommand);
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new ErrorReport(() -> atoll.stacktrace));
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Say which command to run.");
  }
}
