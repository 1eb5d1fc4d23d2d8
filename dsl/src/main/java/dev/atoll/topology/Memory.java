package dev.atoll.topology;

/**
 * An amount of memory.
 *
 * @param gibibytes how many GiB
 */
public record Memory(int gibibytes) {
  @Override
  public String toString() {
    return gibibytes + "Gi";
  }
}
