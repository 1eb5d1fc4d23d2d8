package dev.atoll.itest.process;

/** Hears, in one line each, what takes its time. */
@FunctionalInterface
public interface Progress {
  /**
   * Hears one thing.
   *
   * @param line a sentence for a person, without a line break
   */
  void say(String line);
}
