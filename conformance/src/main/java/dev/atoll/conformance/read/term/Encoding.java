package dev.atoll.conformance.read.term;

import dev.atoll.stacks.terraform.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Structures as JSON text, which is YAML, too. */
final class Encoding {

  private Encoding() {}

  static Term json(List<Term> arguments) {
    return Term.text(json(arguments.get(0)));
  }

  private static String json(Term term) {
    if (term instanceof Term.ObjectOf object) {
      return new TreeMap<>(object.members())
          .entrySet().stream()
              .map(member -> Json.quoted(member.getKey()) + ":" + json(member.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
    }
    if (term instanceof Term.ListOf list) {
      return list.elements().stream()
          .map(Encoding::json)
          .collect(Collectors.joining(",", "[", "]"));
    }
    if (term instanceof Term.Literal literal) {
      Object value = literal.value();
      boolean plain = value instanceof Boolean || value instanceof BigDecimal;
      return plain ? term.asText().orElseThrow() : Json.quoted(term.asText().orElseThrow());
    }
    return "null";
  }
}
