package dev.atoll.conformance.read;

/** A file is none of the formats that are read here. The message says what it is and what to do. */
public final class UnreadableTerraform extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreadableTerraform(String message) {
    super(message);
  }

  public UnreadableTerraform(String message, Throwable cause) {
    super(message, cause);
  }
}
