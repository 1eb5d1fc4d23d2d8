package dev.atoll.conformance.read.hcl;

import dev.atoll.conformance.read.term.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bodies as objects: attributes with their values, nested blocks as lists. */
final class Blocks {

  private static final Set<String> META =
      Set.of("count", "for_each", "provider", "providers", "depends_on", "source", "version");

  private Blocks() {}

  /** Everything that stands in a body. */
  static Term.ObjectOf object(HclBody body, Evaluation evaluation) {
    return object(body, evaluation, Set.of());
  }

  /** The arguments of a resource, without what speaks to Terraform itself. */
  static Term.ObjectOf arguments(HclBody body, Evaluation evaluation) {
    return object(body, evaluation, Set.of("count", "for_each", "provider", "depends_on"));
  }

  /** The names that a call gives its module. */
  static boolean isArgument(String name) {
    return !META.contains(name);
  }

  private static Term.ObjectOf object(HclBody body, Evaluation evaluation, Set<String> without) {
    Map<String, Term> members = new LinkedHashMap<>();
    for (HclAttribute attribute : body.attributes()) {
      if (!without.contains(attribute.name())) {
        Term value = evaluation.of(attribute.expression());
        if (!(value instanceof Term.Absent)) {
          members.put(attribute.name(), value);
        }
      }
    }
    Map<String, List<Term>> nested = new LinkedHashMap<>();
    for (HclBlock block : body.blocks()) {
      if (block.type().equals("dynamic")) {
        String name = block.label(0);
        Optional<List<Term>> made = dynamic(block, evaluation);
        if (made.isPresent()) {
          nested.computeIfAbsent(name, key -> new ArrayList<>()).addAll(made.get());
        } else {
          members.put(name, new Term.Unknown(uncounted(block, evaluation)));
        }
      } else {
        nested.computeIfAbsent(block.type(), key -> new ArrayList<>()).add(one(block, evaluation));
      }
    }
    nested.forEach((name, blocks) -> members.putIfAbsent(name, new Term.ListOf(blocks)));
    return new Term.ObjectOf(members);
  }

  /** A labelled block, such as a provisioner, is an object by its label, as in JSON. */
  private static Term one(HclBlock block, Evaluation evaluation) {
    Term.ObjectOf body = object(block.body(), evaluation);
    return block.labels().isEmpty() ? body : new Term.ObjectOf(Map.of(block.label(0), body));
  }

  private static String uncounted(HclBlock block, Evaluation evaluation) {
    return "how many blocks %s there are%s"
        .formatted(
            block.label(0),
            block
                .body()
                .attribute("for_each")
                .map(each -> ": " + Evaluation.why(evaluation.of(each.expression())))
                .orElse(""));
  }

  private static Optional<List<Term>> dynamic(HclBlock block, Evaluation evaluation) {
    Optional<HclBlock> content = block.body().blocks("content").stream().findFirst();
    Optional<HclAttribute> each = block.body().attribute("for_each");
    if (content.isEmpty() || each.isEmpty()) {
      return Optional.empty();
    }
    String iterator =
        block
            .body()
            .attribute("iterator")
            .map(name -> name.expression().getText())
            .orElse(block.label(0));
    return Loops.entries(evaluation.of(each.get().expression()), evaluation.scope().keys())
        .map(
            entries ->
                entries.stream()
                    .map(
                        entry ->
                            evaluation.with(
                                Map.of(
                                    iterator,
                                    new Term.ObjectOf(
                                        Map.of("key", entry.key(), "value", entry.value())))))
                    .<Term>map(round -> object(content.get().body(), round))
                    .toList());
  }
}
