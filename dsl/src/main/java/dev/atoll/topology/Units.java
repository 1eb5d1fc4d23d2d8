package dev.atoll.topology;

import dev.atoll.aws.Acu;

/** Amounts as a description writes them; made for static import. */
public final class Units {

  private Units() {}

  /** Aurora capacity units, in steps of one half. */
  public static Acu acu(double value) {
    return new Acu(value);
  }

  /** Memory in GiB, which Kubernetes writes as {@code 4Gi}. */
  public static Memory gibibytes(int value) {
    return new Memory(value);
  }
}
