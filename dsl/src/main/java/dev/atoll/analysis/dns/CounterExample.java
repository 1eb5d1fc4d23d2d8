package dev.atoll.analysis.dns;

import dev.atoll.aws.Region;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One question and its answer, which should not be.
 *
 * @param claim what it contradicts
 * @param names the names for which the same holds
 * @param question the question
 * @param down the Regions that are down meanwhile
 * @param answer the answer
 * @param wrong what is wrong with it, as half a sentence
 */
public record CounterExample(
    Claim claim,
    NameClass names,
    Question question,
    Set<Region> down,
    Answer answer,
    String wrong) {

  /** What is claimed of every answer. */
  public enum Claim {
    /** There is an address. */
    ANSWERED,
    /** It is in a healthy Region whenever one of those that serve the name is. */
    HEALTHY,
    /** What is there has a certificate for the name. */
    CERTIFIED
  }

  public CounterExample {
    down = Set.copyOf(down);
  }

  @Override
  public String toString() {
    String meanwhile =
        down.isEmpty()
            ? "everything is well"
            : new TreeSet<>(down).stream().map(Region::name).collect(Collectors.joining(" and "))
                + (down.size() == 1 ? " is down" : " are down");
    return "%s while %s: %s; %s".formatted(question, meanwhile, answer, wrong);
  }
}
