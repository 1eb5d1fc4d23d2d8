package dev.atoll.itest.process;

/** A program could not be run to its end; the message names it and says why. */
public class CommandException extends RuntimeException {

  /**
   * A failure to run.
   *
   * @param message what was run and what became of it
   * @param cause may be null
   */
  public CommandException(String message, Throwable cause) {
    super(message, cause);
  }
}
