package dev.atoll.itest.loadbalancer;

/** A Service asks for what cannot be made; the message is the controller's to its reader. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1;

  Refusal(String message) {
    super(message);
  }

  Refusal(String message, Throwable cause) {
    super(message, cause);
  }
}
