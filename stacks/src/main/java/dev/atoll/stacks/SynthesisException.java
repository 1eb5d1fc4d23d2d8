package dev.atoll.stacks;

/** Synthesis could not be done for a reason that lies around us; the message says what to do. */
public final class SynthesisException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what is wrong and what to do. */
  public SynthesisException(String message) {
    super(message);
  }

  /** With what is wrong, what to do, and what it came from. */
  public SynthesisException(String message, Throwable cause) {
    super(message, cause);
  }
}
