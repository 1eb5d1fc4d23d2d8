package dev.atoll.conformance.cli;

/** Something around us is missing or broken; the message says what, and what to do. */
final class EnvironmentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EnvironmentException(String message) {
    super(message);
  }

  EnvironmentException(String message, Throwable cause) {
    super(message, cause);
  }
}
