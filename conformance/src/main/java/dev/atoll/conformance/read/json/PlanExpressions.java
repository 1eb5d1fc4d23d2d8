package dev.atoll.conformance.read.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.aws.Region;
import dev.atoll.conformance.read.term.Expressions;
import dev.atoll.conformance.read.term.Scope;
import dev.atoll.conformance.read.term.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The expressions in the {@code configuration} of a plan. Where the configuration was written in
 * JSON their text is there; where it was written in HCL, only what they refer to.
 */
final class PlanExpressions {

  private PlanExpressions() {}

  /** The arguments of a block. */
  static Term.ObjectOf block(JsonNode expressions, Scope scope) {
    Map<String, Term> members = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> argument : expressions.properties()) {
      Term value = read(argument.getValue(), scope);
      if (!(value instanceof Term.Absent)) {
        members.put(argument.getKey(), value);
      }
    }
    return new Term.ObjectOf(members);
  }

  /** One expression, or the blocks of one name. */
  static Term read(JsonNode node, Scope scope) {
    if (node.isArray()) {
      List<Term> blocks = new ArrayList<>();
      node.forEach(block -> blocks.add(block(block, scope)));
      return new Term.ListOf(blocks);
    }
    if (!node.has("constant_value") && !node.has("references")) {
      return node.isEmpty() ? Term.absent() : block(node, scope);
    }
    if (!node.has("references")) {
      return Json.plain(node.get("constant_value"));
    }
    return node.has("constant_value")
        ? Json.template(node.get("constant_value"), scope)
        : derived(node.get("references"), scope);
  }

  /** The {@code region} of a provider. */
  static Term region(JsonNode node, Scope scope) {
    Term region = read(node, scope);
    JsonNode references = node.path("references");
    if (region instanceof Term.Unknown && references.size() == 1) {
      // An expression of one variable that holds the name of a Region is that Region.
      Term only = Expressions.expression(references.get(0).asText(), scope);
      return only.asText().filter(PlanExpressions::isRegion).isPresent() ? only : region;
    }
    return region;
  }

  private static boolean isRegion(String name) {
    return Region.all().contains(new Region(name));
  }

  private static Term derived(JsonNode references, Scope scope) {
    Set<String> texts = new LinkedHashSet<>();
    references.forEach(reference -> texts.add(reference.asText()));
    Set<String> containers = new LinkedHashSet<>();
    // "aws_vpc.a.id" is followed by the "aws_vpc.a" that contains it.
    texts.forEach(text -> addContainers(text, containers));
    Set<Term.Reference> from = new LinkedHashSet<>();
    for (String text : texts) {
      if (containers.contains(text)) {
        continue;
      }
      Term term = Expressions.expression(text, scope);
      if (term instanceof Term.Reference reference) {
        from.add(reference);
      } else if (term instanceof Term.Derived derived) {
        from.addAll(derived.from());
      } else if (!(term instanceof Term.Literal)) {
        return new Term.Unknown(
            "the plan of an HCL configuration keeps only that it needs " + text);
      }
    }
    return from.isEmpty()
        ? new Term.Unknown("the plan of an HCL configuration does not keep the expression")
        : new Term.Derived(List.copyOf(from));
  }

  private static void addContainers(String text, Set<String> containers) {
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) == '.' || text.charAt(i) == '[') {
        containers.add(text.substring(0, i));
      }
    }
  }
}
