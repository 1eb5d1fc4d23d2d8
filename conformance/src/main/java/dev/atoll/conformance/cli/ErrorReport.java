package dev.atoll.conformance.cli;

import dev.atoll.topology.InvalidTopology;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a person what went wrong, without a stack trace unless asked, and picks the exit code. */
final class ErrorReport implements IExecutionExceptionHandler {

  private final BooleanSupplier stacktrace;

  ErrorReport(BooleanSupplier stacktrace) {
    this.stacktrace = stacktrace;
  }

  @Override
  public int handleExecutionException(
      Exception problem, CommandLine commandLine, ParseResult parsed) {
    PrintWriter err = commandLine.getErr();
    if (stacktrace.getAsBoolean()) {
      problem.printStackTrace(err);
    } else {
      err.println(message(problem));
    }
    err.flush();
    return exitCode(problem);
  }

  private static String message(Exception problem) {
    boolean ours =
        problem.getClass().getName().startsWith("dev.atoll.") && problem.getMessage() != null;
    return ours
        ? problem.getMessage()
        : "Unexpected: %s%nRun again with --stacktrace to see where it came from."
            .formatted(problem);
  }

  private static int exitCode(Exception problem) {
    if (problem instanceof InvalidTopology) {
      return ExitCode.FINDINGS;
    }
    return problem instanceof UsageException ? ExitCode.USAGE : ExitCode.ENVIRONMENT;
  }
}
