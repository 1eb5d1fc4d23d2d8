package dev.atoll.itest.kubernetes;

/**
 * A Kubernetes API could not be prepared, started or used; the message says what is missing, why it
 * matters and what to do.
 */
public class KubernetesException extends RuntimeException {

  /**
   * A failure.
   *
   * @param message what is wrong, where, and what to do
   */
  public KubernetesException(String message) {
    super(message);
  }

  /**
   * A failure with its cause.
   *
   * @param message what is wrong, where, and what to do
   * @param cause why
   */
  public KubernetesException(String message, Throwable cause) {
    super(message, cause);
  }
}
