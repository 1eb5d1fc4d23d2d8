package dev.atoll.itest.aws;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Facts.Gap;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Collects what an account shows, part by part. A part that is refused is a gap in the kinds of
 * facts that it would have shown, and keeps no other part from being read.
 */
public final class Listing {

  private record Thing(Class<? extends Fact> kind, Ref ref) {}

  private final List<Fact> facts = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final Set<Thing> seen = new HashSet<>();

  /**
   * Reads a part. What an earlier part showed, such as a peering in its other Region, is one fact.
   *
   * @param where a Region, or what else the part is limited to
   * @param kinds of facts that the part can show
   * @param part throws {@link RefusedCall} where it is refused; anything else that goes wrong is
   *     not caught, as then nothing that was read could be relied upon
   */
  public Listing read(
      Object where,
      Set<Class<? extends Fact>> kinds,
      Supplier<? extends Stream<? extends Fact>> part) {
    try {
      part.get().toList().stream()
          .filter(fact -> seen.add(new Thing(fact.getClass(), fact.ref())))
          .forEach(facts::add);
    } catch (RefusedCall refused) {
      String why =
          "the account refuses %s in %s (AWS's ReadOnlyAccess allows it)"
              .formatted(refused.permission(), where);
      kinds.forEach(kind -> gaps.add(new Gap(kind, why)));
    }
    return this;
  }

  /** What was read, and what was not. */
  public Facts facts(Origin origin) {
    return Facts.of(origin, facts, gaps);
  }
}
