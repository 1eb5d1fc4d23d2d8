package dev.atoll.analysis.reachability;

import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import java.util.List;

/**
 * One station on the way of a packet.
 *
 * @param direction there or back
 * @param text what it is and does
 * @param truth whether it lets the packet pass
 * @param obstacles what has to change; not empty exactly when it certainly does not
 * @param where the facts that it rests on
 */
public record Hop(
    Direction direction, String text, Truth truth, List<Obstacle> obstacles, List<Source> where) {

  public Hop {
    obstacles = List.copyOf(obstacles);
    where = List.copyOf(where);
  }

  static Hop note(Direction direction, String text, Source... where) {
    return new Hop(direction, text, Truth.YES, List.of(), List.of(where));
  }

  /** A station with an obstacle that counts only if the answer is no. */
  static Hop of(
      Direction direction, String text, Truth truth, List<Source> where, Obstacle... obstacles) {
    return new Hop(direction, text, truth, truth.isNo() ? List.of(obstacles) : List.of(), where);
  }

  /** The same, undecided. */
  Hop opened(String why) {
    return new Hop(direction, text, Truth.open(why), List.of(), where);
  }

  /** One line: the way, the answer, what it is, and what is in the way. */
  public String line() {
    String mark = truth.isYes() ? "ok     " : truth.isNo() ? "BLOCKED" : "open   ";
    String way = direction == Direction.THERE ? "there" : "back ";
    String rest =
        truth.isOpen()
            ? ": open, " + String.join("; ", truth.open())
            : obstacles.stream()
                .map(o -> ": " + o.text() + ". " + o.fix())
                .reduce("", String::concat);
    return way + " " + mark + " " + text + rest;
  }
}
