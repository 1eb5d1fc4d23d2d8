package dev.atoll.conformance.report;

/**
 * A part that a run stood on, so that a reader can tell what was real.
 *
 * @param name what it is called: "LocalStack"
 * @param what what it did in this run: "AWS APIs, as a process"
 * @param version its version, as it says itself
 * @param nature how close it is to what production uses
 * @param chosen why this one: "no Docker here, so from PyPI"
 */
public record Backend(String name, String what, String version, Nature nature, String chosen) {

  /** How close a part is to what production uses. */
  public enum Nature {
    /** The very thing: Terraform, a Kubernetes API server. */
    REAL("real"),
    /** A general emulator made by others, whose gaps are known. */
    EMULATOR("emulator"),
    /** A part of ours that plays something else. */
    STAND_IN("stand-in");

    private final String label;

    Nature(String label) {
      this.label = label;
    }

    /** As a person reads it. */
    public String label() {
      return label;
    }
  }
}
