package dev.atoll.aws;

/**
 * An amount of Aurora capacity units (ACU): about 2 GiB of memory each, with the CPU and network
 * that go with it. Any number can be written down; {@link #isOffered} says whether AWS has it.
 *
 * @param value how many
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html">Aurora
 *     Serverless v2 capacity</a>
 */
public record Acu(double value) implements Comparable<Acu> {

  /** The most that a serverless instance can have. */
  public static final Acu MOST = new Acu(256);

  /** The least that can be the upper limit. */
  public static final Acu LEAST_MAXIMUM = new Acu(1);

  /** Whether AWS offers it: 0 to 256, in steps of one half. */
  public boolean isOffered() {
    return value >= 0 && value <= MOST.value && value * 2 == Math.rint(value * 2);
  }

  /** Both together. */
  public Acu plus(Acu other) {
    return new Acu(value + other.value);
  }

  @Override
  public int compareTo(Acu other) {
    return Double.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value + " ACU";
  }
}
