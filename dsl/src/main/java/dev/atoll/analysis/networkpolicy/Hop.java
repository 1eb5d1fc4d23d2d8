package dev.atoll.analysis.networkpolicy;

import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One station on the way of a connection: what one side's policies say.
 *
 * @param text what it is
 * @param truth whether it lets the connection pass
 * @param details what each policy says, and what would open a closed one
 * @param where the policies
 */
public record Hop(String text, Truth truth, List<String> details, List<Source> where) {

  public Hop {
    details = List.copyOf(details);
    where = List.copyOf(where);
  }

  /** One line: the answer, what it is, and why. */
  public String line() {
    String mark = truth.isYes() ? "ok     " : truth.isNo() ? "BLOCKED" : "open   ";
    return mark
        + " "
        + text
        + Stream.concat(details.stream(), truth.open().stream())
            .map(reason -> "; " + reason)
            .collect(Collectors.joining());
  }
}
