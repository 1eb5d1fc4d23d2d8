package dev.atoll.conformance.audit;

/** A baseline cannot be read; the message says why and what to do. */
public final class UnusableBaseline extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableBaseline(String message, Throwable cause) {
    super(message, cause);
  }
}
