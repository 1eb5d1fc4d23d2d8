package dev.atoll.traffic;

/** Something that must happen for a trial did not; its message says what and where. */
public final class TrafficException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what was tried and what came instead
   * @param cause the reason, or null
   */
  public TrafficException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * @param message what was tried and what came instead
   */
  public TrafficException(String message) {
    super(message);
  }
}
