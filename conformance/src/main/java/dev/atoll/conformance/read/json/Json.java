package dev.atoll.conformance.read.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.conformance.read.term.Expressions;
import dev.atoll.conformance.read.term.Scope;
import dev.atoll.conformance.read.term.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** JSON as terms. */
final class Json {

  private Json() {}

  /** Values as they stand there, as in plans and states. */
  static Term plain(JsonNode node) {
    return term(node, Term::text);
  }

  /** Values whose texts are templates, as in configuration. */
  static Term template(JsonNode node, Scope scope) {
    return term(node, text -> Expressions.template(text, scope));
  }

  /** An object of plain values. */
  static Term.ObjectOf object(JsonNode node) {
    return plain(node) instanceof Term.ObjectOf object ? object : new Term.ObjectOf(Map.of());
  }

  /** The arguments of a resource, with what it says it comes after. */
  static Term.ObjectOf after(Term.ObjectOf arguments, JsonNode dependencies) {
    if (dependencies.isEmpty()) {
      return arguments;
    }
    Map<String, Term> all = new LinkedHashMap<>(arguments.members());
    all.put("depends_on", plain(dependencies));
    return new Term.ObjectOf(all);
  }

  /** The blocks of a node that is one block or a list of them, as the JSON syntax allows. */
  static List<JsonNode> blocks(JsonNode node) {
    List<JsonNode> blocks = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(blocks::add);
    } else if (node.isObject()) {
      blocks.add(node);
    }
    return blocks;
  }

  private static Term term(JsonNode node, Function<String, Term> text) {
    if (node.isNull() || node.isMissingNode()) {
      return Term.absent();
    }
    if (node.isArray()) {
      List<Term> elements = new ArrayList<>();
      node.forEach(element -> elements.add(term(element, text)));
      return new Term.ListOf(elements);
    }
    if (node.isObject()) {
      Map<String, Term> members = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        Term key = text.apply(field.getKey());
        Term value = term(field.getValue(), text);
        if (key instanceof Term.Unknown unknown) {
          return new Term.Unknown("one of its keys is not known: " + unknown.why());
        }
        if (key.asText().isEmpty()) {
          return new Term.Unknown("the key " + field.getKey() + " is known after apply");
        }
        if (!(value instanceof Term.Absent)) {
          members.put(key.asText().get(), value);
        }
      }
      return new Term.ObjectOf(members);
    }
    return node.isTextual()
        ? text.apply(node.textValue())
        : new Term.Literal(node.isBoolean() ? (Object) node.booleanValue() : node.decimalValue());
  }
}
