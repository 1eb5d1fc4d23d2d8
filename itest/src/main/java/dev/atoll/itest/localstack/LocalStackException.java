package dev.atoll.itest.localstack;

/**
 * The emulator could not be installed or started; the message says what is missing and what to do.
 */
public class LocalStackException extends RuntimeException {

  /**
   * A failure of the emulator.
   *
   * @param message what is wrong, where, and what to do
   */
  public LocalStackException(String message) {
    super(message);
  }

  /**
   * A failure of the emulator.
   *
   * @param message what is wrong, where, and what to do
   * @param cause why
   */
  public LocalStackException(String message, Throwable cause) {
    super(message, cause);
  }
}
