package dev.atoll.conformance.doctor;

/** How much a run depends on something. */
public enum Need {
  /** Nothing works without it. */
  ALWAYS("needed"),
  /** Another way exists, or Atoll installs it by itself. */
  CHOICE("a choice");

  private final String text;

  Need(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
