package dev.atoll.conformance.read.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.conformance.read.term.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts what the configuration says in the place of what a plan does not know. What neither knows is
 * unknown; what is unknown and not configured is the provider's to choose and thus absent.
 */
final class Merge {

  private static final Term UNKNOWN = new Term.Unknown("known after apply");

  private Merge() {}

  /**
   * The arguments of a resource.
   *
   * @param planned its values in {@code planned_values}
   * @param unknown its {@code after_unknown}
   * @param configured its expressions
   */
  static Term planned(JsonNode planned, JsonNode unknown, Term.ObjectOf configured) {
    return merge(planned, unknown, configured);
  }

  private static Term merge(JsonNode planned, JsonNode unknown, Term configured) {
    if (unknown.isBoolean() && unknown.booleanValue()) {
      return configured;
    }
    if (!unknown.isContainerNode() || unknown.isEmpty()) {
      return Json.plain(planned);
    }
    return unknown.isObject()
        ? object(planned, unknown, configured)
        : list(planned, unknown, configured);
  }

  private static Term object(JsonNode planned, JsonNode unknown, Term configured) {
    Set<String> names = new LinkedHashSet<>();
    planned.fieldNames().forEachRemaining(names::add);
    unknown.fieldNames().forEachRemaining(names::add);
    Map<String, Term> members = new LinkedHashMap<>();
    for (String name : names) {
      Term member =
          merge(planned.path(name), unknown.path(name), configuredMember(configured, name));
      if (!(member instanceof Term.Absent)) {
        members.put(name, member);
      }
    }
    return new Term.ObjectOf(members);
  }

  private static Term configuredMember(Term configured, String name) {
    return configured instanceof Term.ObjectOf object ? object.member(name) : within(configured);
  }

  private static Term list(JsonNode planned, JsonNode unknown, Term configured) {
    int size = Math.max(planned.size(), unknown.size());
    List<Term> elements = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Term element = element(planned.path(i), i, size, configured);
      elements.add(merge(planned.path(i), unknown.path(i), element));
    }
    return new Term.ListOf(elements);
  }

  /**
   * The configured element that became the planned one. The elements of a set are in no order, so
   * it is the only one that does not contradict what is planned.
   */
  private static Term element(JsonNode planned, int index, int size, Term configured) {
    if (configured instanceof Term.ObjectOf && size == 1) {
      return configured;
    }
    if (!(configured instanceof Term.ListOf list)) {
      return within(configured);
    }
    boolean blocks = list.elements().stream().allMatch(Term.ObjectOf.class::isInstance);
    if (!blocks) {
      return list.elements().size() == size ? list.elements().get(index) : UNKNOWN;
    }
    List<Term> fitting =
        list.elements().stream()
            .filter(element -> fits((Term.ObjectOf) element, Json.plain(planned)))
            .toList();
    return fitting.size() == 1 ? fitting.get(0) : UNKNOWN;
  }

  private static boolean fits(Term.ObjectOf configured, Term planned) {
    return planned instanceof Term.ObjectOf object
        && configured.members().entrySet().stream()
            .filter(member -> member.getValue() instanceof Term.Literal)
            .allMatch(
                member ->
                    member.getValue().asText().equals(object.member(member.getKey()).asText()));
  }

  /** What is said of a part when the whole is not written part by part. */
  private static Term within(Term whole) {
    return whole instanceof Term.Derived || whole instanceof Term.Unknown ? whole : UNKNOWN;
  }
}
