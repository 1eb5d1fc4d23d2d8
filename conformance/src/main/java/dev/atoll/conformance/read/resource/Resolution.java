package dev.atoll.conformance.read.resource;

import dev.atoll.conformance.read.term.Term;
import dev.atoll.facts.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Follows references until something stands there that is a value or the identity of a thing. */
final class Resolution {

  private static final int DEEPEST = 30;

  private final Map<String, Resource> resources;
  private final Origin origin;
  private final boolean mainChosen;

  Resolution(Map<String, Resource> resources, Origin origin) {
    this.resources = resources;
    this.origin = origin;
    this.mainChosen =
        resources.values().stream()
            .anyMatch(resource -> resource.type().equals("aws_main_route_table_association"));
  }

  Term resolve(Term term) {
    return resolve(term, 0);
  }

  /** The id of a thing as a literal where it is known; every other term as it is. */
  Term id(Term term) {
    if (!(term instanceof Term.Reference reference)) {
      return term;
    }
    Resource resource = resources.get(reference.address());
    Term known = Path.at(resource.arguments(), reference.path());
    if (known instanceof Term.Literal) {
      return known;
    }
    return reference.path().equals("id")
        ? Identity.named(resource.type())
            .map(name -> resolve(resource.arguments().member(name)))
            .orElse(term)
        : term;
  }

  private Term resolve(Term term, int depth) {
    if (depth > DEEPEST) {
      return new Term.Unknown("it refers to itself");
    }
    if (term instanceof Term.Reference reference) {
      return follow(reference, depth + 1);
    }
    if (term instanceof Term.Template template) {
      return join(template, depth + 1);
    }
    if (term instanceof Term.Call call) {
      return call(call, depth + 1);
    }
    return term instanceof Term.Derived derived ? derive(derived, depth + 1) : term;
  }

  private Term follow(Term.Reference reference, int depth) {
    Resource resource = resources.get(reference.address());
    if (resource == null) {
      return new Term.Unknown(
          isInput(reference)
              ? reference + " has no value in what was read"
              : reference.address() + " is not in what was read");
    }
    Term there = Path.at(resource.arguments(), reference.path());
    if (Identity.own(reference.path())) {
      return Identity.borrowed(resource.type())
          .map(argument -> resolve(resource.arguments().member(argument), depth))
          .orElse(reference);
    }
    if (!(there instanceof Term.Absent)) {
      return resolve(there, depth);
    }
    if (Identity.companions(resource.type()).contains(reference.path())) {
      return reference.path().equals("main_route_table_id") ? main(reference) : reference;
    }
    boolean read = resource.data() && origin == Origin.CONFIGURATION;
    return new Term.Unknown(reference + (read ? " is read at plan time" : " is known after apply"));
  }

  /** An input variable of a root that nothing gives a value. */
  private static boolean isInput(Term.Reference reference) {
    return reference.address().equals("var");
  }

  /** A VPC's main route table is the one it was made with, unless the root chooses another. */
  private Term main(Term.Reference reference) {
    return mainChosen
        ? new Term.Unknown(reference + " is known after apply")
        : new Term.Reference(reference.address(), "default_route_table_id");
  }

  private Term join(Term.Template template, int depth) {
    StringBuilder text = new StringBuilder();
    for (Term part : template.parts()) {
      Term resolved = id(resolve(part, depth));
      if (resolved instanceof Term.Unknown) {
        return resolved;
      }
      if (resolved.asText().isEmpty()) {
        return new Term.Unknown(part + " is known after apply");
      }
      text.append(resolved.asText().get());
    }
    return Term.text(text.toString());
  }

  private Term call(Term.Call call, int depth) {
    return evaluated(call, argument -> known(id(resolve(argument, depth)), argument));
  }

  private static Term known(Term resolved, Term argument) {
    return resolved instanceof Term.Unknown || resolved.isKnown()
        ? resolved
        : new Term.Unknown(argument + " is known after apply");
  }

  /** The value of a call; unknown when one of its arguments is, however deep it lies. */
  private static Term evaluated(Term.Call call, UnaryOperator<Term> value) {
    List<Term> arguments = new ArrayList<>();
    for (Term argument : call.arguments()) {
      Term there = within(argument, value);
      if (there instanceof Term.Unknown) {
        return there;
      }
      arguments.add(there);
    }
    // What stands for itself cannot be computed with; a structure can be written with it.
    return !call.function().encodes() && arguments.stream().anyMatch(Resolution::standsForItself)
        ? Term.text("${" + call.function() + "(…)}")
        : call.function().of(arguments);
  }

  private static Term within(Term term, UnaryOperator<Term> value) {
    if (term instanceof Term.ListOf list) {
      List<Term> elements = list.elements().stream().map(each -> within(each, value)).toList();
      return unknown(elements).orElseGet(() -> new Term.ListOf(elements));
    }
    if (term instanceof Term.ObjectOf object) {
      Map<String, Term> members = new HashMap<>();
      object.members().forEach((name, member) -> members.put(name, within(member, value)));
      return unknown(members.values()).orElseGet(() -> new Term.ObjectOf(members));
    }
    return value.apply(term);
  }

  private static Optional<Term> unknown(Collection<Term> terms) {
    return terms.stream().filter(Term.Unknown.class::isInstance).findFirst();
  }

  /**
   * The text of a term in which what is known only after apply stands for itself: a thing as its
   * address, an attribute as {@code aws_eks_cluster.a.identity[0].oidc[0].issuer}.
   */
  Term symbolic(Term term) {
    if (term instanceof Term.Template template) {
      return joined(template.parts());
    }
    if (term instanceof Term.Call call) {
      return evaluated(call, this::symbolic);
    }
    Term resolved = id(resolve(term));
    if (!(term instanceof Term.Reference reference) || resolved.asText().isPresent()) {
      return resolved;
    }
    if (isInput(reference)) {
      return Term.text("${" + reference + "}");
    }
    Resource resource = resources.get(reference.address());
    if (resource == null || resource.data()) {
      return resolved;
    }
    boolean own = Identity.own(reference.path());
    return Term.text(own ? reference.address() : reference.toString());
  }

  private static boolean standsForItself(Term term) {
    return term instanceof Term.ListOf list
        ? list.elements().stream().anyMatch(Resolution::standsForItself)
        : term.asText().filter(text -> text.contains("${")).isPresent();
  }

  /**
   * The text of a term in which whatever is not known stands for itself as <code>${…}</code>, so
   * that the rest can be read.
   */
  Term legible(Term term) {
    if (term instanceof Term.Template template) {
      StringBuilder all = new StringBuilder();
      template.parts().forEach(part -> all.append(legible(part).asText().orElse("${…}")));
      return Term.text(all.toString());
    }
    if (term instanceof Term.Call call) {
      Term value = evaluated(call, this::legible);
      return value instanceof Term.Unknown ? Term.text("${" + call.function() + "(…)}") : value;
    }
    if (term instanceof Term.ListOf || term instanceof Term.ObjectOf) {
      return within(term, this::legible);
    }
    Term resolved = id(resolve(term));
    if (resolved instanceof Term.ListOf || resolved instanceof Term.ObjectOf) {
      return within(resolved, this::legible);
    }
    // A resource stands for itself by its address; what else is open is marked.
    Term symbol = symbolic(term);
    if (symbol.asText().isPresent()) {
      return symbol;
    }
    return resolved instanceof Term.Literal || resolved instanceof Term.Absent
        ? resolved
        : Term.text(term instanceof Term.Reference ? "${" + term + "}" : "${…}");
  }

  private Term joined(List<Term> parts) {
    List<String> texts = new ArrayList<>();
    for (Term part : parts) {
      Term symbol = symbolic(part);
      if (symbol.asText().isEmpty()) {
        return symbol;
      }
      texts.add(symbol.asText().get());
    }
    return Term.text(String.join("", texts));
  }

  private boolean isKnown(Term.Reference reference) {
    Resource resource = resources.get(reference.address());
    return Path.at(resource.arguments(), reference.path()) instanceof Term.Literal;
  }

  /**
   * What is unknown in a plan comes from what the expression refers to and is itself unknown. When
   * those are identities of things, the value is taken to be them; anything else stays unknown.
   */
  private Term derive(Term.Derived derived, int depth) {
    List<Term> identities = new ArrayList<>();
    for (Term.Reference reference : derived.from()) {
      Term resolved = resolve(reference, depth);
      if (resolved instanceof Term.Unknown) {
        return resolved;
      }
      if (resolved instanceof Term.Reference thing && !isKnown(thing)) {
        identities.add(resolved);
      }
    }
    if (identities.isEmpty()) {
      return new Term.Unknown("known after apply");
    }
    return identities.size() == 1 ? identities.get(0) : new Term.ListOf(identities);
  }
}
