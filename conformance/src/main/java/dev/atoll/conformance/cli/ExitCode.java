package dev.atoll.conformance.cli;

/** What the exit codes of every command mean. */
public final class ExitCode {

  /** All is well. */
  public static final int FINE = 0;

  /** There are findings, or practices failed. */
  public static final int FINDINGS = 1;

  /** The command was called in a wrong way. */
  public static final int USAGE = 2;

  /** Something around us is missing or broken: a program, a file, a network. */
  public static final int ENVIRONMENT = 3;

  /** What was given does not decide it: an unknown error, or nothing that could be asked. */
  public static final int UNDECIDED = 4;

  private ExitCode() {}
}
