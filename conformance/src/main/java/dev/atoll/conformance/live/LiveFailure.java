package dev.atoll.conformance.live;

/** A real account or cluster could not be read; the message says which, and why. */
public final class LiveFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LiveFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
