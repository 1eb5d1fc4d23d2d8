package dev.atoll.itest.backend;

/** The backend that was asked for cannot be had; the message says why and what to do. */
public class BackendException extends RuntimeException {

  /**
   * A failure.
   *
   * @param message what is wrong, why it matters, what to do
   */
  public BackendException(String message) {
    super(message);
  }
}
