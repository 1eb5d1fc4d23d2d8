package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.conformance.read.resource.Things;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells inline entries from separate resources. States and plans list in {@code
 * aws_security_group.ingress} or {@code aws_route_table.route} also what separate resources made,
 * and a plan lists what they had made before it changes them; each thing shall be one fact.
 */
final class Apart {

  private Apart() {}

  /** The resources of that type that refer to that thing, now or before the plan. */
  static List<Attributes> of(Things things, String type, String argument, Ref to) {
    List<Attributes> all = new ArrayList<>();
    things.nowAndBefore().forEach(time -> all.addAll(time.pointing(type, argument, to)));
    return all;
  }

  /**
   * The inline facts that no separate one says too.
   *
   * @param sense what a fact says, empty when that is not wholly known
   */
  static <F extends Fact> List<F> without(
      List<F> inline, List<F> separate, Function<? super F, Optional<Object>> sense) {
    Set<Object> said = new HashSet<>();
    separate.forEach(fact -> sense.apply(fact).ifPresent(said::add));
    return inline.stream()
        .filter(fact -> sense.apply(fact).filter(said::contains).isEmpty())
        .toList();
  }
}
