package dev.atoll.itest.helm;

/** Helm is missing, or refused; the message says what it was asked and what it answered. */
public class HelmException extends RuntimeException {

  /**
   * A failure.
   *
   * @param message what is wrong, where, and what to do
   */
  public HelmException(String message) {
    super(message);
  }

  /**
   * A failure with its cause.
   *
   * @param message what is wrong, where, and what to do
   * @param cause why
   */
  public HelmException(String message, Throwable cause) {
    super(message, cause);
  }
}
